import { useRef } from 'preact/hooks';
import { t } from '../../platform/text.ts';
import { useApp } from '../state/app.ts';
import { IconButton } from './header.tsx';
import { Icon, Mark } from './icon.tsx';

/** The head of the list: search, add, settings, lock. */
export function Toolbar() {
  const { go, lock, model, ports } = useApp();
  const some = model.accounts.value.length > 0;
  // The full page's menu has all the rest, and an empty list has a button of its own.
  if (ports.full && !some && model.found.value.length === 0) return null;
  return (
    <header class="bar">
      {some ? <Search /> : !ports.full && <Brand />}
      <IconButton
        icon="add"
        label={t('addAccount')}
        title={t('addAccount')}
        onClick={() => go({ view: 'add' })}
      />
      {/* In the full page the menu has these. */}
      {!ports.full && (
        <>
          <IconButton
            icon="settings"
            label={t('settings')}
            title={t('settings')}
            onClick={() => go({ view: 'settings' })}
          />
          <IconButton icon="lock" label={t('lock')} title={t('lock')} onClick={() => void lock()} />
        </>
      )}
    </header>
  );
}

/** Where there is nothing to search yet. */
function Brand() {
  return (
    <p class="brand">
      <Mark />
      {t('extensionName')}
    </p>
  );
}

function Search() {
  const { model } = useApp();
  const form = useRef<HTMLFormElement>(null);
  // Enter copies the first that was found, as it would in its row.
  const submitted = (event: Event) => {
    event.preventDefault();
    form.current?.closest('main')?.querySelector<HTMLElement>('.row-main')?.click();
  };
  return (
    <form class="search" role="search" autocomplete="off" ref={form} onSubmit={submitted}>
      <Icon name="search" />
      <input
        type="search"
        // What is searched for are names of accounts: they must not get into the browser's session files.
        autocomplete="off"
        spellcheck={false}
        aria-label={t('search')}
        placeholder={t('search')}
        value={model.query.value}
        onInput={(event) => (model.query.value = event.currentTarget.value)}
      />
    </form>
  );
}

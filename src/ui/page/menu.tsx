import { t, type TextKey } from '../../platform/text.ts';
import { Icon, Mark, type IconName } from '../parts/icon.tsx';
import { useApp } from '../state/app.ts';
import { sectionOf, SECTIONS, type Section } from '../state/route.ts';

const entries: Record<Section, { readonly icon: IconName; readonly text: TextKey }> = {
  list: { icon: 'list', text: 'listTitle' },
  keys: { icon: 'key', text: 'keysTitle' },
  backups: { icon: 'backup', text: 'backupsTitle' },
  trash: { icon: 'trash', text: 'trashTitle' },
  why: { icon: 'search', text: 'whyMenu' },
  settings: { icon: 'settings', text: 'settings' },
};

/** Where one can go in the full page, and the way out. */
export function Menu() {
  const { go, lock, model } = useApp();
  const here = sectionOf(model.route.value);
  return (
    <nav class="menu" aria-label={t('menuLabel')}>
      <p class="brand">
        <Mark />
        {t('extensionName')}
      </p>
      <ul>
        {SECTIONS.map((section) => (
          <li key={section}>
            <button
              type="button"
              class="menu-entry"
              aria-current={section === here ? 'page' : undefined}
              onClick={() => go({ view: section })}
            >
              <Icon name={entries[section].icon} />
              {t(entries[section].text)}
            </button>
          </li>
        ))}
      </ul>
      <button type="button" class="menu-entry menu-lock" onClick={() => void lock()}>
        <Icon name="lock" />
        {t('settingsLockNow')}
      </button>
    </nav>
  );
}

import { t } from '../../platform/text.ts';
import { Header } from '../parts/header.tsx';
import { Icon, type IconName } from '../parts/icon.tsx';
import { useApp } from '../state/app.ts';
import { pageAt, type Way } from '../state/route.ts';

/** The ways to add an account. */
export function Add() {
  const { go, model, ports } = useApp();
  const { host } = model.page.value;
  const by = (way: Way) => () => go({ view: 'add-by', way });
  // The file dialog would close the popup under itself: the same view in a tab outlives it.
  const image = ports.filePickerCloses
    ? () => void ports.openInTab(pageAt('image')).then(ports.close)
    : by('image');
  return (
    <main class="view">
      <Header title={t('addTitle')} />
      <ul class="ways">
        {/* In the full page there is no page but itself. */}
        {!ports.full && (
          <Choice
            icon="page"
            name={t('addPage')}
            hint={host === null ? t('addPageNone') : t('addPageHint', host)}
            onClick={host === null ? null : by('page')}
          />
        )}
        <Choice icon="image" name={t('addImage')} hint={t('addImageHint')} onClick={image} />
        <Choice icon="link" name={t('addText')} hint={t('addTextHint')} onClick={by('text')} />
        <Choice icon="hand" name={t('addHand')} hint={t('addHandHint')} onClick={by('hand')} />
      </ul>
    </main>
  );
}

interface ChoiceProps {
  readonly icon: IconName;
  readonly name: string;
  readonly hint: string;
  /** null where this cannot be done now; the hint says why. */
  readonly onClick: (() => void) | null;
}

function Choice({ icon, name, hint, onClick }: ChoiceProps) {
  return (
    <li>
      <button type="button" class="way" aria-disabled={onClick === null} onClick={() => onClick?.()}>
        <Icon name={icon} />
        <span>
          <strong>{name}</strong> <small>{hint}</small>
        </span>
      </button>
    </li>
  );
}

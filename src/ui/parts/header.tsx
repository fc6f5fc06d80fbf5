import { t } from '../../platform/text.ts';
import { useApp } from '../state/app.ts';
import { isSection } from '../state/route.ts';
import { focused } from './focus.ts';
import { Icon, type IconName } from './icon.tsx';

/** The head of every view below the list. The title takes the focus, unless a field of the view does. */
export function Header({ title, focus = true }: { readonly title: string; readonly focus?: boolean }) {
  const { back, model, ports } = useApp();
  // In the full page the menu stands beside it.
  const first = ports.full && isSection(model.route.value);
  return (
    <header class="bar">
      {!first && <IconButton icon="back" label={t('back')} title={t('back')} onClick={back} />}
      <h1 class="title" tabIndex={-1} ref={focus ? focused : null}>
        <bdi>{title}</bdi>
      </h1>
    </header>
  );
}

interface IconButtonProps {
  readonly icon: IconName;
  /** May name an account: it stands in the button, for what looks at a document reads its attributes first. */
  readonly label: string;
  /** What the pointer is told; no name. */
  readonly title?: string;
  readonly onClick: () => void;
  readonly tabIndex?: number;
}

export function IconButton({ icon, label, title, onClick, tabIndex = 0 }: IconButtonProps) {
  return (
    <button type="button" class="icon-button" title={title} tabIndex={tabIndex} onClick={onClick}>
      <Icon name={icon} />
      <span class="visually-hidden">{label}</span>
    </button>
  );
}

import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { t } from '../../platform/text.ts';
import { Icon, type IconName } from './icon.tsx';

interface StepProps {
  readonly label: string;
  readonly icon?: IconName;
  readonly danger?: boolean;
  /** What it unfolds into; `done` folds it up again. */
  readonly children: (done: () => void) => ComponentChildren;
}

/** A button that unfolds into what is to be said before it happens. */
export function Step({ label, icon, danger = false, children }: StepProps) {
  const open = useSignal(false);
  const done = () => {
    open.value = false;
  };
  if (!open.value) {
    return (
      <button type="button" class={danger ? 'button danger' : 'button'} onClick={() => (open.value = true)}>
        {icon !== undefined && <Icon name={icon} />}
        {label}
      </button>
    );
  }
  return (
    <div class="step">
      {children(done)}
      <button type="button" class="button quiet" onClick={done}>
        {t('cancel')}
      </button>
    </div>
  );
}

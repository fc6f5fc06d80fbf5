import { t } from '../../platform/text.ts';
import { useApp } from '../state/app.ts';
import { plural } from '../state/language.ts';
import { useTask } from '../state/task.ts';
import { Problem } from './problem.tsx';
import { Note } from './row-notes.tsx';

/** Says that accounts cannot be read, which a list without them would hide, and puts them back on demand. */
export function Damaged() {
  const { mend, model } = useApp();
  const task = useTask();
  if (model.damaged.value === 0) return null;
  return (
    <section class="card">
      <Note warn>{plural('damaged', model.damaged.value)}</Note>
      <Problem of={task} />
      <button
        type="button"
        class="button"
        aria-disabled={task.busy.value}
        onClick={() => void task.run(() => mend())}
      >
        {t('damagedMend')}
      </button>
    </section>
  );
}

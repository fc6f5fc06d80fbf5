import type { Task } from '../state/task.ts';
import { t } from '../../platform/text.ts';
import { Icon } from './icon.tsx';

/** What went wrong, where it did. The element stands there from the start, or it would not be read out. */
export function Problem({ of: task, id }: { readonly of: Task; readonly id?: string }) {
  const problem = task.problem.value;
  return (
    <div class="problem-place" role="alert" id={id}>
      {problem !== null && (
        <p class="problem">
          <Icon name="warning" />
          <span>{t(problem)}</span>
        </p>
      )}
    </div>
  );
}

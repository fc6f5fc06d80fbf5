import { useSignal, type Signal } from '@preact/signals';
import type { TextKey } from '../../platform/text.ts';
import type { Outcome } from './context.ts';
import { useApp } from './app.ts';
import { failureOf } from './sync.ts';
import { failureText } from './words.ts';

/** One thing that a person asked for: whether it still runs, and what went wrong with it. */
export interface Task {
  readonly busy: Signal<boolean>;
  readonly problem: Signal<TextKey | null>;
  /** Runs `work`, unless it runs already; true when nothing went wrong. */
  readonly run: (work: () => Outcome) => Promise<boolean>;
}

export function useTask(): Task {
  const app = useApp();
  const busy = useSignal(false);
  const problem = useSignal<TextKey | null>(null);
  const run = async (work: () => Outcome): Promise<boolean> => {
    if (busy.value) return false;
    busy.value = true;
    problem.value = null;
    try {
      problem.value = await work();
    } catch (error) {
      const failure = failureOf(error);
      problem.value = failureText[failure];
      // It was locked, or the account removed, elsewhere: what we show is out of date.
      if (failure === 'locked' || failure === 'absent' || failure === 'not-found') await app.refresh();
    } finally {
      busy.value = false;
    }
    return problem.value === null;
  };
  return { busy, problem, run };
}

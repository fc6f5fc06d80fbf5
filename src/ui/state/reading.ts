import { useSignal, type Signal } from '@preact/signals';
import type { Found, Source } from '../../messages/contract.ts';
import { useApp } from './app.ts';
import { useTask, type Task } from './task.ts';
import { nothingText } from './words.ts';

/** Reading setup codes from somewhere, up to the moment before they are kept. */
export interface Reading {
  readonly task: Task;
  /** What was read; empty while there is nothing to show. */
  readonly found: Signal<readonly Found[]>;
  readonly read: (source: Source) => Promise<void>;
  /** Back to where it is read from, for a correction. */
  readonly discard: () => void;
}

export function useReading(): Reading {
  const { ports } = useApp();
  const task = useTask();
  const found = useSignal<readonly Found[]>([]);
  const read = async (source: Source) => {
    await task.run(async () => {
      const findings = await ports.background.find(source);
      if (findings.read === 'nothing') return nothingText[findings.because];
      found.value = findings.found;
      return null;
    });
  };
  const discard = () => {
    found.value = [];
  };
  return { task, found, read, discard };
}

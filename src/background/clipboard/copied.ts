/**
 * What was copied from our pages is taken off the clipboard again, if it still stands there: only where a person has given
 * the right to look. Somebody who comes to the computer later, and whatever else may read the clipboard, would find it.
 */
import type { SessionState } from '../session-state.ts';
import { type Mark, markOf } from './mark.ts';

/** Long enough to paste it, and no shorter than the browsers' shortest alarm; ms. */
const STAYS = 30_000;
/** An alarm may ring a little early, and to wait for it once more would take as long again; ms. */
const EARLY = 1_000;

/**
 * The last text that was copied. A code of six digits could be found from its mark by trying all, by whoever reads the
 * browser's memory, in the half minute for which it is of worth; a setup key or a recovery code could not.
 */
export interface Copied extends Mark {
  /** ms since the epoch. */
  readonly clearAt: number;
}

export interface CopiedDeps {
  /** One entry at most: there is one clipboard. */
  readonly last: SessionState<Copied>;
  readonly now: () => number;
  readonly randomBytes: (length: number) => Uint8Array;
  readonly mayLook: () => Promise<boolean>;
  /** Empties the clipboard if what it has on it bears this mark. */
  readonly clear: (mark: Mark) => Promise<unknown>;
  /** Calls `due` at this time, in ms since the epoch. */
  readonly wakeAt: (time: number) => Promise<void>;
}

export interface CopiedTexts {
  copied(text: string): Promise<void>;
  /** It may be time. */
  due(): Promise<void>;
}

export function createCopied({ last, now, randomBytes, mayLook, clear, wakeAt }: CopiedDeps): CopiedTexts {
  return {
    async copied(text) {
      if (text === '' || !(await mayLook())) return;
      const clearAt = now() + STAYS;
      const mark = await markOf(text, randomBytes(16));
      // First, for a background that is ended in between is not woken by anything else: an alarm without a text does nothing.
      await wakeAt(clearAt);
      await last.change(() => ({ text: { ...mark, clearAt } }));
    },
    async due() {
      const { text: copied } = await last.read();
      if (copied === undefined) return;
      if (now() < copied.clearAt - EARLY) return wakeAt(copied.clearAt);
      // The right may have been taken away meanwhile.
      if (await mayLook()) await clear({ salt: copied.salt, digest: copied.digest });
      // Only now, for a background that is ended in between has it still to do; and not what was copied in between.
      await last.change((table) => (table['text']?.digest === copied.digest ? {} : table));
    },
  };
}

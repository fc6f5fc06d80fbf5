/**
 * From a format before today's to today's. There is none yet: format 1 is the first. This is how the second will come.
 *
 * Each format has stores of its own, which a later version of the database makes beside those that are there. What
 * lies in the older ones is sealed, so that it is moved when it is opened: read, sealed anew, and put into today's
 * stores in one transaction. The older ones stay as they were until what was made of them has been opened once by
 * itself. So there is a vault that opens at every moment, whoever is killed when.
 */
import { VaultError } from './errors.ts';
import type { Factor } from './factor.ts';
import type { Snapshot, Store } from './store.ts';

/** A format before today's. */
export interface Older {
  readonly store: Pick<Store, 'header' | 'snapshot'> & { clear(): Promise<void> };
  /**
   * All of it as today's format has it, with a slot for this factor; null when that opens nothing. Throws where
   * something cannot be read.
   */
  migrate(snapshot: Snapshot, factor: Factor): Promise<Snapshot | null>;
}

interface Stores {
  readonly store: Store;
  /** The latest first. */
  readonly older: readonly Older[];
}

/** The latest that is there. */
async function findOlder(older: readonly Older[]): Promise<Older | null> {
  for (const one of older) if ((await one.store.header()) !== undefined) return one;
  return null;
}

export async function hasOlder({ older }: Stores): Promise<boolean> {
  return (await findOlder(older)) !== null;
}

/** Moves a vault that lies in an older format only; `nothing` when there is none to move. */
export async function migrate(
  { store, older }: Stores,
  factor: Factor,
): Promise<'migrated' | 'wrong' | 'nothing'> {
  if (older.length === 0 || (await store.header()) !== undefined) return 'nothing';
  const found = await findOlder(older);
  if (found === null) return 'nothing';
  const moved = await found.migrate(await found.store.snapshot('all'), factor);
  if (moved === null) return 'wrong';
  await store.replace(moved);
  return 'migrated';
}

/** Today's has been opened by itself. That an older one does not go away now is no reason to keep anybody out. */
export async function forgetOlder({ older }: Stores): Promise<void> {
  try {
    for (const { store } of older) if ((await store.header()) !== undefined) await store.clear();
  } catch (error) {
    if (!(error instanceof VaultError)) throw error;
  }
}

/**
 * The latest generation of the vault that was seen, kept outside its database. Whoever sets the whole vault back to
 * an older copy of itself, be it a sync tool, leaves nothing in it by which that could be noticed; here is a second
 * place that they would have to set back. A weak check: it warns, and never keeps anybody out.
 */

/** `storage.local`. */
export interface AnchorStore {
  get(key: string): Promise<unknown>;
  set(key: string, value: unknown): Promise<void>;
}

/** The vault was found older than it was last seen. Generations count its writings. */
export interface Rollback {
  readonly seen: number;
  readonly found: number;
}

/** What lies there. */
interface Kept {
  readonly vault: string;
  readonly gen: number;
  /** Until a person has taken note of it, for some writings later it would no longer show. */
  readonly rollback: Rollback | null;
}

export interface Anchor {
  rollback(vault: string): Promise<Rollback | null>;
  /** What an unlocking has found. */
  found(vault: string, gen: number): Promise<void>;
  /** What was written. */
  advance(vault: string, gen: number): Promise<void>;
  /** From here on, this is what was seen. */
  accept(vault: string, gen: number): Promise<void>;
}

const KEY = 'vault-anchor';

function isKept(value: unknown): value is Kept {
  if (typeof value !== 'object' || value === null) return false;
  const { vault, gen, rollback } = value as Readonly<Record<string, unknown>>;
  return (
    typeof vault === 'string' && Number.isSafeInteger(gen) && (rollback === null || isRollback(rollback))
  );
}

function isRollback(value: unknown): value is Rollback {
  if (typeof value !== 'object' || value === null) return false;
  const { seen, found } = value as Readonly<Record<string, unknown>>;
  return Number.isSafeInteger(seen) && Number.isSafeInteger(found);
}

/** Without a store nothing is ever older. */
export function anchorIn(store: AnchorStore | null): Anchor {
  const load = async (vault: string): Promise<Kept | null> => {
    const kept = await store?.get(KEY).catch(() => null);
    return isKept(kept) && kept.vault === vault ? kept : null;
  };
  const save = async (kept: Kept): Promise<void> => {
    await store?.set(KEY, kept).catch(() => null);
  };
  return {
    rollback: async (vault) => (await load(vault))?.rollback ?? null,
    async found(vault, gen) {
      const kept = await load(vault);
      if (kept !== null && gen < kept.gen) {
        await save({ ...kept, rollback: { seen: kept.gen, found: gen } });
      } else if (!kept?.rollback) await save({ vault, gen, rollback: null });
    },
    async advance(vault, gen) {
      const kept = await load(vault);
      if (!kept?.rollback) await save({ vault, gen: Math.max(gen, kept?.gen ?? 0), rollback: null });
    },
    accept: (vault, gen) => save({ vault, gen, rollback: null }),
  };
}

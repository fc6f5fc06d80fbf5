/** What a vault is made of, and who gets to it. */
import type { Anchor } from './anchor.ts';
import type { RandomBytes } from './box.ts';
import { VaultError } from './errors.ts';
import type { Bytes } from './format.ts';
import type { Kdf } from './kdf.ts';
import type { SessionKey } from './session-key.ts';
import type { Store } from './store.ts';
import { readHeader } from './stored.ts';
import type { Opened } from './unlock.ts';

export interface Parts {
  readonly store: Store;
  /** Of the last good state. */
  readonly copy: Store;
  readonly anchor: Anchor;
  readonly session: SessionKey;
  readonly kdf: Kdf;
  readonly randomBytes: RandomBytes;
  /** ms since the epoch, by the wall clock. */
  readonly now: () => number;
  /** Runs one work after the other. Not re-entrant. */
  readonly exclusive: <T>(work: () => Promise<T>) => Promise<T>;
}

export async function isAbsent(store: Store): Promise<boolean> {
  const header = await store.header();
  if (header === undefined) return true;
  readHeader(header);
  return false;
}

/** Works only when the vault is open. `vaultKey` gives a key to wipe each time. */
export function whenOpen<T>(
  { store, session, exclusive }: Parts,
  work: (vaultKey: () => Bytes) => Promise<T>,
): Promise<T> {
  return exclusive(async () => {
    const open = await session.current();
    if (open === null) throw new VaultError((await isAbsent(store)) ? 'absent' : 'locked');
    return work(() => open.vaultKey());
  });
}

/** Begins the session, and wipes the key. */
export function begin(
  { session }: Parts,
  { vaultKey, config }: Pick<Opened, 'vaultKey' | 'config'>,
): Promise<void> {
  return session.begin(vaultKey, config).finally(() => vaultKey.fill(0));
}

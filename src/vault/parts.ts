/** What a vault is made of, and who gets to it. */
import type { Anchor } from './anchor.ts';
import type { RandomBytes } from './box.ts';
import type { Kdf } from './kdf.ts';
import { hasOlder, type Older } from './migrate.ts';
import type { Pin } from './pin.ts';
import type { SessionKey } from './session-key.ts';
import type { Store } from './store.ts';
import { readHeader } from './stored.ts';
import type { OpenedVault } from './unlock.ts';

export interface Parts {
  readonly store: Store;
  /** Of the last good state. */
  readonly copy: Store;
  /** Formats before today's, the latest first. */
  readonly older: readonly Older[];
  readonly anchor: Anchor;
  readonly session: SessionKey;
  readonly pin: Pin;
  readonly kdf: Kdf;
  readonly randomBytes: RandomBytes;
  /** ms since the epoch, by the wall clock. */
  readonly now: () => number;
  /** Runs one work after the other. Not re-entrant. */
  readonly exclusive: <T>(work: () => Promise<T>) => Promise<T>;
}

export async function isAbsent(parts: Pick<Parts, 'store' | 'older'>): Promise<boolean> {
  const header = await parts.store.header();
  if (header === undefined) return !(await hasOlder(parts));
  readHeader(header);
  return false;
}

/** Begins the session, with the PIN for the next one, and wipes the key. */
export async function begin(
  { session, pin }: Parts,
  { header, vaultKey, config }: OpenedVault,
): Promise<void> {
  try {
    await pin.renew(header.id, vaultKey, config.pin);
    await session.begin(vaultKey, config);
  } finally {
    vaultKey.fill(0);
  }
}

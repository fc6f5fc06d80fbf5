/** Why the vault did not do what it was asked: a closed set, the same words that cross to our pages. */
export type VaultReason =
  | 'absent' // there is no vault yet
  | 'exists' // there is one already
  | 'locked'
  | 'damaged' // something stored does not authenticate, or is not there, or was put there by another
  | 'newer-version' // written by a later Countersign; nothing is written over it
  | 'no-memory' // the key derivation did not get its memory
  | 'no-webassembly' // the browser runs none, or was told not to: no password can be checked
  | 'storage-full'
  | 'storage-failed'
  | 'not-found' // no account of this id
  | 'unreadable'; // the file that was given is no backup, or a broken one

/** What exactly is wrong, for tests and for a report: never shown, and never anything that was sealed. */
export type VaultDetail =
  | 'header'
  | 'slots' // not the slots that the manifest names, or none that a password opens
  | 'slot'
  | 'kdf-unknown'
  | 'kdf-range'
  | 'manifest'
  | 'config'
  | 'record'
  | 'record-missing'
  | 'record-stray' // one that the manifest does not know
  | 'record-revision' // an older or newer one than the manifest names
  | 'backup' // the file, and not the vault
  | 'backup-parameters' // of an account in the file: codes of a kind that we do not make
  | 'backup-secret' // of an account in the file: none, or a broken one
  | 'lost-race' // another writer was quicker; nothing was written
  | 'blocked'; // an older version of the extension holds the database open

export class VaultError extends Error {
  override readonly name = 'VaultError';
  readonly reason: VaultReason;
  readonly detail: VaultDetail | null;
  /** The record or slot that it is about. */
  readonly id: string | null;

  constructor(reason: VaultReason, detail: VaultDetail | null = null, id: string | null = null) {
    super([reason, detail, id].filter((part) => part !== null).join(' '));
    this.reason = reason;
    this.detail = detail;
    this.id = id;
  }
}

export function damaged(detail: VaultDetail, id: string | null = null): VaultError {
  return new VaultError('damaged', detail, id);
}

/** null for what cannot be read. */
export async function orNull<T>(reading: Promise<T>): Promise<T | null> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof VaultError) return null;
    throw error;
  }
}

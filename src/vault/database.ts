/**
 * The connection to the database, by `idb`: opened when it is needed, given up when it fails or is in a later
 * version's way; transactions over all of it; and the browser's errors in the vault's words.
 *
 * Only the background opens it: extension pages in a private window of Firefox cannot.
 */
import { openDB, type DBSchema, type IDBPDatabase, type IDBPTransaction } from 'idb';
import { VaultError } from './errors.ts';
import type { StoredConfig, StoredHeader, StoredManifest, StoredRecord, StoredSlot } from './format.ts';

interface Schema extends DBSchema {
  header: { key: typeof ONLY; value: StoredHeader };
  slots: { key: string; value: StoredSlot };
  manifest: { key: typeof ONLY; value: StoredManifest };
  config: { key: typeof ONLY; value: StoredConfig };
  records: { key: string; value: StoredRecord };
}

type Database = IDBPDatabase<Schema>;

export const VERSION = 1;
/** The key in stores of one value. */
export const ONLY = 'vault';
export const STORES = ['header', 'slots', 'manifest', 'config', 'records'] as const;

type Durability = 'strict' | 'relaxed';
type Mode = 'readonly' | 'readwrite';
export type Transaction<M extends Mode> = IDBPTransaction<Schema, typeof STORES, M>;

/** Works in one transaction over all stores, and answers when that has ended well. */
export type Transact = <M extends Mode, T>(mode: M, work: (tx: Transaction<M>) => Promise<T>) => Promise<T>;

/** The error of a failed request or transaction, in the vault's words. */
function storageError(error: unknown): VaultError {
  if (error instanceof VaultError) return error;
  const name = error instanceof DOMException || error instanceof Error ? error.name : '';
  if (name === 'QuotaExceededError') return new VaultError('storage-full');
  // A database of a higher version than ours.
  if (name === 'VersionError') return new VaultError('newer-version');
  return new VaultError('storage-failed');
}

/** As it is, where a later version of the extension has made it: to be read, if our stores are still in it. */
async function connect(name: string, onLost: () => void): Promise<Database> {
  try {
    return await connectAt(name, VERSION, onLost);
  } catch (error) {
    if (!(error instanceof VaultError) || error.reason !== 'newer-version') throw error;
    const newer = await connectAt(name, undefined, onLost);
    if (STORES.every((store) => newer.objectStoreNames.contains(store))) return newer;
    newer.close();
    throw error;
  }
}

function connectAt(name: string, version: number | undefined, onLost: () => void): Promise<Database> {
  return new Promise((resolve, reject) => {
    const opening = openDB<Schema>(name, version, {
      upgrade(database, _from, _to, tx) {
        // When it fails, so does the opening, which says why.
        tx.done.catch(() => null);
        database.createObjectStore('header');
        database.createObjectStore('slots', { keyPath: 'id' });
        database.createObjectStore('manifest');
        database.createObjectStore('config');
        database.createObjectStore('records', { keyPath: 'id' });
      },
      blocked() {
        reject(new VaultError('storage-failed', 'blocked'));
        // It opens some time after all: nobody waits for it any more, and open it would block the next one.
        opening.then(
          (database) => database.close(),
          () => null,
        );
      },
      blocking(_current, _blocked, event) {
        // A later version of the extension wants to migrate.
        onLost();
        (event.target as IDBDatabase).close();
      },
      terminated: onLost,
    });
    opening.then(resolve, (error: unknown) => reject(storageError(error)));
  });
}

async function transact<M extends Mode, T>(
  database: Database,
  mode: M,
  durability: Durability,
  work: (tx: Transaction<M>) => Promise<T>,
): Promise<T> {
  if (mode === 'readwrite' && database.version > VERSION) throw new VaultError('newer-version');
  // Without `strict` a browser may answer before the disk does, and a power cut then takes back what we said.
  const tx = database.transaction(STORES, mode, mode === 'readwrite' ? { durability } : {});
  const ending = tx.done.then(() => null, storageError);
  let result: T;
  try {
    result = await work(tx);
  } catch (error) {
    // A request that failed has not always ended the transaction, and what was put before it must not stay.
    const endedByItself = !abort(tx);
    const failure = await ending;
    // Of a transaction that has ended its requests know nothing but that.
    throw endedByItself && failure !== null ? failure : error;
  }
  const failure = await ending;
  if (failure !== null) throw failure;
  return result;
}

/** false when it had ended already. */
function abort(tx: { abort(): void }): boolean {
  try {
    tx.abort();
    return true;
  } catch {
    return false;
  }
}

export function openDatabase(name: string, durability: Durability): Transact {
  let connection: Promise<Database> | null = null;
  const lose = (): void => {
    connection = null;
  };
  return async (mode, work) => {
    try {
      connection ??= connect(name, lose);
      return await transact(await connection, mode, durability, work);
    } catch (error) {
      // A connection that has failed is not asked twice.
      void connection?.then((database) => database.close(), lose);
      lose();
      throw storageError(error);
    }
  };
}

/**
 * The database, by `idb`: what lies where (format.ts), one snapshot to read, one transaction to write. It knows
 * nothing of keys, and hands out what it finds as `unknown`.
 *
 * Only the background opens it: extension pages in a private window of Firefox cannot.
 */
import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import { damaged, VaultError } from './errors.ts';
import type { StoredConfig, StoredHeader, StoredManifest, StoredRecord, StoredSlot } from './format.ts';

interface Schema extends DBSchema {
  header: { key: typeof ONLY; value: StoredHeader };
  slots: { key: string; value: StoredSlot };
  manifest: { key: typeof ONLY; value: StoredManifest };
  config: { key: typeof ONLY; value: StoredConfig };
  records: { key: string; value: StoredRecord };
}

type Database = IDBPDatabase<Schema>;

const VERSION = 1;
/** The key in stores of one value. */
const ONLY = 'vault';
const STORES = ['header', 'slots', 'manifest', 'config', 'records'] as const;

/** All of the vault at one moment, with all or some of its records. */
export interface Snapshot {
  readonly header: unknown;
  readonly slots: readonly unknown[];
  readonly manifest: unknown;
  readonly config: unknown;
  readonly recordIds: readonly string[];
  /** Those asked for, as far as they are there. */
  readonly records: readonly unknown[];
}

/** What one transaction writes: sealed already, for a transaction does not wait for cryptography. */
export interface Write {
  /** The manifest's `gen` that it follows; null when there is none yet. */
  readonly after: number | null;
  readonly manifest: StoredManifest;
  /** Only into an empty database. */
  readonly header?: StoredHeader;
  readonly slots?: readonly StoredSlot[];
  readonly config?: StoredConfig;
  readonly records?: readonly StoredRecord[];
  readonly deletedRecords?: readonly string[];
}

export interface Store {
  /** undefined when there is no vault. */
  header(): Promise<unknown>;
  snapshot(ids: readonly string[] | 'all'): Promise<Snapshot>;
  /** All or nothing; on disk when it answers. */
  commit(write: Write): Promise<void>;
}

/** The error of a failed request or transaction, in the vault's words. */
function storageError(error: unknown): VaultError {
  if (error instanceof VaultError) return error;
  const name = error instanceof DOMException || error instanceof Error ? error.name : '';
  if (name === 'QuotaExceededError') return new VaultError('storage-full');
  // A database of a higher version than ours.
  if (name === 'VersionError') return new VaultError('newer-version');
  return new VaultError('storage-failed');
}

function connect(name: string, onLost: () => void): Promise<Database> {
  return new Promise((resolve, reject) => {
    const opening = openDB<Schema>(name, VERSION, {
      upgrade(database) {
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

async function readHeader(database: Database): Promise<unknown> {
  const tx = database.transaction(STORES);
  const header = await tx.objectStore('header').get(ONLY);
  if (header !== undefined) return header;
  const counts = await Promise.all(STORES.map((store) => tx.objectStore(store).count()));
  return absentHeader(counts.some((count) => count > 0));
}

/** Without its header a vault must not pass for none, or the next one would be made on top of it. */
function absentHeader(hasRemains: boolean): undefined {
  if (hasRemains) throw damaged('header');
}

async function readSnapshot(database: Database, ids: readonly string[] | 'all'): Promise<Snapshot> {
  const tx = database.transaction(STORES);
  const records = tx.objectStore('records');
  const [header, slots, manifest, config, recordIds, found] = await Promise.all([
    tx.objectStore('header').get(ONLY),
    tx.objectStore('slots').getAll(),
    tx.objectStore('manifest').get(ONLY),
    tx.objectStore('config').get(ONLY),
    records.getAllKeys(),
    ids === 'all' ? records.getAll() : Promise.all(ids.map((id) => records.get(id))),
  ]);
  const hasRemains = [slots, recordIds].some((list) => list.length > 0) || (manifest ?? config) !== undefined;
  return {
    header: header ?? absentHeader(hasRemains),
    slots,
    manifest,
    config,
    recordIds,
    records: found.filter((record) => record !== undefined),
  };
}

function beginWrite(database: Database) {
  return database.transaction(STORES, 'readwrite', { durability: 'strict' });
}

async function put(tx: ReturnType<typeof beginWrite>, write: Write): Promise<void> {
  const before = await tx.objectStore('manifest').get(ONLY);
  // There is one writer at a time. Were there two after all, the second would undo the first.
  if ((before?.gen ?? null) !== write.after) throw new VaultError('storage-failed', 'lost-race');
  const { header, slots = [], config, records = [], deletedRecords = [] } = write;
  await Promise.all([
    header && tx.objectStore('header').add(header, ONLY),
    ...slots.map((slot) => tx.objectStore('slots').add(slot)),
    config && tx.objectStore('config').put(config, ONLY),
    ...records.map((record) => tx.objectStore('records').put(record)),
    ...deletedRecords.map((id) => tx.objectStore('records').delete(id)),
    tx.objectStore('manifest').put(write.manifest, ONLY),
  ]);
}

async function commit(database: Database, write: Write): Promise<void> {
  const tx = beginWrite(database);
  const done = tx.done.then(
    () => null,
    (error: unknown) => storageError(error),
  );
  try {
    await put(tx, write);
  } catch (error) {
    // A request that failed has not always ended the transaction, and what was put before it must not stay.
    abort(tx);
    await done;
    throw error;
  }
  const failure = await done;
  if (failure !== null) throw failure;
}

function abort(tx: { abort(): void }): void {
  try {
    tx.abort();
  } catch {
    // It has ended by itself.
  }
}

export function openStore(name: string): Store {
  let connection: Promise<Database> | null = null;
  const lose = (): void => {
    connection = null;
  };
  const use = async <T>(work: (database: Database) => Promise<T>): Promise<T> => {
    try {
      connection ??= connect(name, lose);
      return await work(await connection);
    } catch (error) {
      // A connection that has failed is not asked twice.
      void connection?.then((database) => database.close(), lose);
      lose();
      throw storageError(error);
    }
  };
  return {
    header: () => use(readHeader),
    snapshot: (ids) => use((database) => readSnapshot(database, ids)),
    commit: (write) => use((database) => commit(database, write)),
  };
}

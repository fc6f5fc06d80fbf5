/**
 * What lies in the database: one snapshot to read, one transaction to write. It knows nothing of keys, and hands
 * out what it finds as `unknown`.
 */
import { ONLY, openDatabase, STORES, VERSION, type Transaction } from './database.ts';
import { damaged, VaultError } from './errors.ts';
import { isNewer, readHeader as readStoredHeader, readOwnHeader } from './stored.ts';
import type { StoredConfig, StoredHeader, StoredManifest, StoredRecord, StoredSlot } from './format.ts';

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

/** A snapshot of which somebody has seen that it is a vault. */
interface Sealed {
  readonly header: StoredHeader;
  readonly slots: readonly StoredSlot[];
  readonly manifest: StoredManifest;
  readonly config: StoredConfig;
  readonly records: readonly StoredRecord[];
}

/** What one transaction writes: sealed already, for a transaction does not wait for cryptography. */
export interface Write {
  /** The id of the vault. */
  readonly vault: string;
  /** The manifest's `gen` that it follows; null when there is none yet. */
  readonly after: number | null;
  readonly manifest: StoredManifest;
  /** Only into an empty database. */
  readonly header?: StoredHeader;
  readonly slots?: readonly StoredSlot[];
  readonly deletedSlots?: readonly string[];
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
  /** Puts this, and nothing else, in the place of all that there is. */
  replace(snapshot: Snapshot): Promise<void>;
  /** Whether what lies there is a later Countersign's, of which nothing is written. */
  isReadOnly(): Promise<boolean>;
}

/** Makes of a request that throws one that rejects, so that it is waited for together with the others. */
async function ask<T>(request: () => Promise<T>): Promise<T> {
  return request();
}

async function readHeader(tx: Transaction<'readonly'>): Promise<unknown> {
  const header = await tx.objectStore('header').get(ONLY);
  if (header !== undefined) return header;
  refuseEmptyNewer(tx);
  const counts = await Promise.all(STORES.map((store) => ask(() => tx.objectStore(store).count())));
  return absentHeader(counts.some((count) => count > 0));
}

/** A later version has its vault elsewhere: it must not pass for none, or the next one would be made beside it. */
function refuseEmptyNewer(tx: Transaction<'readonly'>): void {
  if (tx.db.version > VERSION) throw new VaultError('newer-version', 'header');
}

/** Without its header a vault must not pass for none, or the next one would be made on top of it. */
function absentHeader(hasRemains: boolean): undefined {
  if (hasRemains) throw damaged('header');
}

async function readSnapshot(tx: Transaction<'readonly'>, ids: readonly string[] | 'all'): Promise<Snapshot> {
  const store = tx.objectStore('records');
  const [header, slots, manifest, config, recordIds, found] = await Promise.all([
    ask(() => tx.objectStore('header').get(ONLY)),
    ask(() => tx.objectStore('slots').getAll()),
    ask(() => tx.objectStore('manifest').get(ONLY)),
    ask(() => tx.objectStore('config').get(ONLY)),
    ask(() => store.getAllKeys()),
    ids === 'all' ? ask(() => store.getAll()) : Promise.all(ids.map((id) => ask(() => store.get(id)))),
  ]);
  if (header === undefined) refuseEmptyNewer(tx);
  const hasRemains = [slots, recordIds].some((list) => list.length > 0) || (manifest ?? config) !== undefined;
  const records = found.filter((record) => record !== undefined);
  return { header: header ?? absentHeader(hasRemains), slots, manifest, config, recordIds, records };
}

/** What is broken may be written over; what a later version has written may not. */
function refuseNewer(header: unknown): void {
  try {
    readOwnHeader(header);
  } catch (error) {
    if (error instanceof VaultError && error.reason === 'damaged') return;
    throw error;
  }
}

async function put(tx: Transaction<'readwrite'>, write: Write): Promise<void> {
  const { header, slots = [], deletedSlots = [], config, records = [], deletedRecords = [] } = write;
  const [found, before] = await Promise.all([
    ask(() => tx.objectStore('header').get(ONLY)),
    ask(() => tx.objectStore('manifest').get(ONLY)),
  ]);
  if (found !== undefined) readOwnHeader(found);
  // There is one writer at a time. Were there two after all, the second would undo the first.
  if ((before?.gen ?? null) !== write.after || (found ?? header)?.id !== write.vault) {
    throw new VaultError('storage-failed', 'lost-race');
  }
  const requests: (() => Promise<unknown>)[] = [
    ...slots.map((slot) => () => tx.objectStore('slots').add(slot)),
    ...deletedSlots.map((id) => () => tx.objectStore('slots').delete(id)),
    ...records.map((record) => () => tx.objectStore('records').put(record)),
    ...deletedRecords.map((id) => () => tx.objectStore('records').delete(id)),
    () => tx.objectStore('manifest').put(write.manifest, ONLY),
  ];
  if (header !== undefined) requests.push(() => tx.objectStore('header').add(header, ONLY));
  if (config !== undefined) requests.push(() => tx.objectStore('config').put(config, ONLY));
  await Promise.all(requests.map(ask));
}

async function replace(tx: Transaction<'readwrite'>, snapshot: Snapshot): Promise<void> {
  // Of a newer format it is not for us to say that it is worth nothing.
  const there = await tx.objectStore('header').get(ONLY);
  if (there !== undefined) refuseNewer(there);
  // Of a later format we may not know all that belongs to it: a part of it would pass for the whole.
  readOwnHeader(snapshot.header);
  const { header, slots, manifest, config, records } = snapshot as Sealed;
  await Promise.all(STORES.map((store) => ask(() => tx.objectStore(store).clear())));
  await Promise.all([
    ask(() => tx.objectStore('header').put(header, ONLY)),
    ask(() => tx.objectStore('manifest').put(manifest, ONLY)),
    ask(() => tx.objectStore('config').put(config, ONLY)),
    ...slots.map((slot) => ask(() => tx.objectStore('slots').put(slot))),
    ...records.map((record) => ask(() => tx.objectStore('records').put(record))),
  ]);
}

/** `relaxed` answers before the disk does. */
export function openStore(databaseName: string, durability: 'strict' | 'relaxed'): Store {
  const transact = openDatabase(databaseName, durability);
  return {
    header: () => transact('readonly', readHeader),
    snapshot: (ids) => transact('readonly', (tx) => readSnapshot(tx, ids)),
    commit: (write) => transact('readwrite', (tx) => put(tx, write)),
    replace: (snapshot) => transact('readwrite', (tx) => replace(tx, snapshot)),
    isReadOnly: () =>
      transact('readonly', async (tx) => {
        const header = await readHeader(tx);
        return tx.db.version > VERSION || (header !== undefined && isNewer(readStoredHeader(header)));
      }),
  };
}

import { damaged, VaultError } from './errors.ts';
import type { Manifest, StoredConfig, StoredHeader, StoredRecord } from './format.ts';
import type { VaultKeys } from './keys.ts';
import { openManifest, revisionOf } from './manifest.ts';
import type { Snapshot } from './store.ts';
import { isNewer, readConfig, readHeader, readManifest, readRecord, readSlotHead } from './stored.ts';

/** A snapshot of which the manifest has vouched for everything. What boxes hold is for these to prove. */
export interface Verified {
  readonly header: StoredHeader;
  readonly manifest: Manifest;
  readonly config: StoredConfig;
  /** Those that the snapshot was taken of, as far as they are what the manifest names. */
  readonly records: readonly StoredRecord[];
  /**
   * The others, and those that are gone, or that the manifest does not know: all there are of these two, whatever
   * the snapshot was taken of.
   */
  readonly broken: readonly VaultError[];
}

/**
 * Throws `damaged` where the database is not what its manifest says. A record that is not is named instead, for
 * the rest is as good as it was. Of a later format nobody can say that it is damaged: it is `newer-version`.
 */
export async function verify(keys: VaultKeys, snapshot: Snapshot): Promise<Verified> {
  const header = readHeader(snapshot.header);
  try {
    return await verifyUnder(header, keys, snapshot);
  } catch (error) {
    if (!isNewer(header) || !(error instanceof VaultError)) throw error;
    throw new VaultError('newer-version', error.detail, error.id);
  }
}

async function verifyUnder(header: StoredHeader, keys: VaultKeys, snapshot: Snapshot): Promise<Verified> {
  const manifest = await openManifest(keys.manifest, header.id, readManifest(snapshot.manifest));
  const config = readConfig(snapshot.config);
  verifySlots(
    manifest,
    snapshot.slots.map((slot) => readSlotHead(slot).id),
  );
  if (config.rev !== manifest.cfg) throw damaged('config');
  return { header, manifest, config, ...sortRecords(manifest, snapshot) };
}

function verifySlots(manifest: Manifest, ids: readonly string[]): void {
  const known = new Set(manifest.slots);
  if (ids.length !== known.size || ids.some((id) => !known.has(id))) throw damaged('slots');
}

function sortRecords(
  manifest: Manifest,
  { recordIds, records: values }: Pick<Snapshot, 'recordIds' | 'records'>,
): Pick<Verified, 'records' | 'broken'> {
  const present = new Set(recordIds);
  const missing = Object.keys(manifest.recs).filter((id) => !present.has(id));
  const stray = recordIds.filter((id) => revisionOf(manifest, id) === null);
  const records: StoredRecord[] = [];
  const broken = [
    ...missing.map((id) => damaged('record-missing', id)),
    ...stray.map((id) => damaged('record-stray', id)),
  ];
  for (const value of values) {
    const record = readNamed(manifest, value);
    if (record instanceof VaultError) broken.push(record);
    else if (record !== null) records.push(record);
  }
  return { records, broken };
}

/** null for one that the manifest does not know. */
function readNamed(manifest: Manifest, value: unknown): StoredRecord | VaultError | null {
  try {
    const record = readRecord(value);
    const rev = revisionOf(manifest, record.id);
    if (rev === null) return null;
    return record.rev === rev ? record : damaged('record-revision', record.id);
  } catch (error) {
    if (error instanceof VaultError) return error;
    throw error;
  }
}

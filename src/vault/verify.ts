import { damaged } from './errors.ts';
import type { Manifest, StoredConfig, StoredHeader, StoredRecord } from './format.ts';
import type { VaultKeys } from './keys.ts';
import { openManifest, revisionOf } from './manifest.ts';
import type { Snapshot } from './store.ts';
import { readConfig, readHeader, readManifest, readRecord, readSlotHead } from './stored.ts';

/** A snapshot of which the manifest has vouched for everything. What boxes hold is for these to prove. */
export interface Verified {
  readonly header: StoredHeader;
  readonly manifest: Manifest;
  readonly config: StoredConfig;
  /** Those that the snapshot was taken of. */
  readonly records: readonly StoredRecord[];
}

/** Throws `damaged` where the database is not what its manifest says, naming the record. */
export async function verify(keys: VaultKeys, snapshot: Snapshot): Promise<Verified> {
  const header = readHeader(snapshot.header);
  const manifest = await openManifest(keys.manifest, header.id, readManifest(snapshot.manifest));
  const config = readConfig(snapshot.config);
  const records = snapshot.records.map(readRecord);
  verifySlots(
    manifest,
    snapshot.slots.map((slot) => readSlotHead(slot).id),
  );
  if (config.rev !== manifest.cfg) throw damaged('config');
  verifyRecords(manifest, snapshot.recordIds, records);
  return { header, manifest, config, records };
}

function verifySlots(manifest: Manifest, ids: readonly string[]): void {
  const known = new Set(manifest.slots);
  if (ids.length !== known.size || ids.some((id) => !known.has(id))) throw damaged('slots');
}

/** `ids` are all that there are. */
function verifyRecords(manifest: Manifest, ids: readonly string[], records: readonly StoredRecord[]): void {
  const present = new Set(ids);
  const missing = Object.keys(manifest.recs).find((id) => !present.has(id));
  if (missing !== undefined) throw damaged('record-missing', missing);
  const stray = ids.find((id) => revisionOf(manifest, id) === null);
  if (stray !== undefined) throw damaged('record-stray', stray);
  const other = records.find(({ id, rev }) => rev !== revisionOf(manifest, id));
  if (other !== undefined) throw damaged('record-revision', other.id);
}

import type { RandomBytes } from './box.ts';
import type { Manifest } from './format.ts';
import { sealManifest } from './manifest.ts';
import type { Store, Write } from './store.ts';
import type { Verified } from './verify.ts';

export type Change = Pick<Write, 'records' | 'deletedRecords' | 'config' | 'slots' | 'deletedSlots'>;

function follow(before: Manifest, change: Change): Manifest {
  const recs = new Map(Object.entries(before.recs));
  for (const { id, rev } of change.records ?? []) recs.set(id, rev);
  for (const id of change.deletedRecords ?? []) recs.delete(id);
  const slots = new Set(before.slots);
  for (const id of change.deletedSlots ?? []) slots.delete(id);
  for (const { id } of change.slots ?? []) slots.add(id);
  return {
    gen: before.gen + 1,
    recs: Object.fromEntries(recs),
    slots: [...slots],
    cfg: change.config?.rev ?? before.cfg,
  };
}

/** Writes a change and, in the same transaction, the manifest that follows from it. `key` is the manifest's. */
export async function commit(
  store: Store,
  key: CryptoKey,
  { header, manifest: before }: Verified,
  change: Change,
  randomBytes: RandomBytes,
): Promise<void> {
  await store.commit({
    ...change,
    vault: header.id,
    after: before.gen,
    manifest: await sealManifest(key, header.id, follow(before, change), randomBytes),
  });
}

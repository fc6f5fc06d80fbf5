import type { RandomBytes } from './box.ts';
import type { Manifest } from './format.ts';
import { sealManifest } from './manifest.ts';
import type { Store, Write } from './store.ts';
import type { Verified } from './verify.ts';

export interface Change extends Pick<
  Write,
  'records' | 'deletedRecords' | 'config' | 'slots' | 'deletedSlots'
> {
  /** Slots that get another name, '' for none. */
  readonly names?: ReadonlyMap<string, string>;
}

/** Of those slots alone that there are. */
function namesOf(before: Manifest, change: Change, slots: ReadonlySet<string>): Pick<Manifest, 'names'> {
  const names = [...Object.entries(before.names ?? {}), ...(change.names ?? [])];
  const kept = new Map(names.filter(([id]) => slots.has(id)));
  for (const [id, name] of kept) if (name === '') kept.delete(id);
  return kept.size === 0 ? {} : { names: Object.fromEntries(kept) };
}

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
    ...namesOf(before, change, slots),
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
  const { names: _, ...stored } = change;
  await store.commit({
    ...stored,
    vault: header.id,
    after: before.gen,
    manifest: await sealManifest(key, header.id, follow(before, change), randomBytes),
  });
}

/**
 * Another vault key. A slot that was removed, or a password that was changed, still opens an older copy of the
 * vault to its key, and that key opens today's records as well, until it is no longer the key.
 */
import type { RandomBytes } from './box.ts';
import { commit } from './commit.ts';
import { openConfig, sealConfig } from './config.ts';
import type { StoredRecord, StoredSlot } from './format.ts';
import type { VaultKeys } from './keys.ts';
import { openAccount, sealRecord } from './record.ts';
import type { Store } from './store.ts';
import { readSlotHead } from './stored.ts';
import { verify, type Verified } from './verify.ts';

async function resealed(
  { header, records }: Verified,
  from: VaultKeys,
  to: VaultKeys,
  randomBytes: RandomBytes,
): Promise<readonly StoredRecord[]> {
  const sealed: StoredRecord[] = [];
  // One after the other, so that there is never more than one secret in clear.
  for (const record of records) {
    const account = await openAccount(from.records, header.id, record);
    sealed.push(await sealRecord(to.records, header.id, record.id, record.rev + 1, account, randomBytes));
    account.secret.secret.fill(0);
  }
  return sealed;
}

/**
 * Seals everything under the subkeys `to`, in one transaction, and leaves no other slot than `slots`, which lead
 * to the key of `to`, each with the id of the one whose name it takes over. Throws where a record cannot be read:
 * it would be lost.
 */
export async function rotate(
  store: Store,
  from: VaultKeys,
  to: VaultKeys,
  slots: ReadonlyMap<string, StoredSlot>,
  randomBytes: RandomBytes,
): Promise<void> {
  const snapshot = await store.snapshot('all');
  const before = await verify(from, snapshot);
  const { header, manifest, broken } = before;
  if (broken[0] !== undefined) throw broken[0];
  const config = await openConfig(from.config, header.id, before.config);
  const names = new Map(Object.entries(manifest.names ?? {}));
  const change = {
    records: await resealed(before, from, to, randomBytes),
    config: await sealConfig(to.config, header.id, manifest.cfg + 1, config, randomBytes),
    slots: [...slots.values()],
    names: new Map([...slots].map(([old, { id }]) => [id, names.get(old) ?? ''])),
    deletedSlots: snapshot.slots.map((slot) => readSlotHead(slot).id),
  };
  await commit(store, to.manifest, before, change, randomBytes);
}

/**
 * A second copy of the vault, sealed as it is, in a database of its own: what a fault of ours, or of the disk,
 * makes of the one, it does not make of the other.
 *
 * The copy follows every writing, in a transaction after it. One that has missed a writing follows no further, and
 * is made anew when the vault is next unlocked, if then everything in it can be read. Nothing that happens to the
 * copy is ever a reason to fail.
 */
import { damageIn } from './damage.ts';
import { VaultError } from './errors.ts';
import type { VaultKeys } from './keys.ts';
import { openAccount } from './record.ts';
import type { StoredRecord } from './format.ts';
import type { Store } from './store.ts';
import { readHeader, readManifest } from './stored.ts';
import type { Opened } from './unlock.ts';
import { verify, type Verified } from './verify.ts';

type Generation = Pick<Opened, 'header' | 'gen'>;

/** What the vault says when this does not work is for nobody to hear. */
async function orNot(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof VaultError)) throw error;
  }
}

/** The same store, which another follows. */
export function followedBy(main: Store, copy: Store): Store {
  return {
    ...main,
    async commit(write) {
      await main.commit(write);
      await orNot(() => copy.commit(write));
    },
  };
}

/** Whether the copy is to be made anew of this. A copy of another vault, or of a later time, is somebody's hope. */
async function isBehind(copy: Store, keys: VaultKeys, { header, gen }: Generation): Promise<boolean> {
  try {
    const snapshot = await copy.snapshot([]);
    if (snapshot.header === undefined) return true;
    if (readHeader(snapshot.header).id !== header.id) return false;
    const copied = readManifest(snapshot.manifest).gen;
    if (copied !== gen) return copied < gen;
    return (await verify(keys, snapshot)).broken.length > 0;
  } catch (error) {
    if (error instanceof VaultError) return error.reason === 'damaged';
    throw error;
  }
}

/** Brings the copy up to the vault that has just been opened with these keys. */
export function catchUp(main: Store, copy: Store, keys: VaultKeys, opened: Generation): Promise<void> {
  return orNot(async () => {
    if (await isBehind(copy, keys, opened)) await renew(main, copy, keys);
  });
}

/** Makes the copy anew, whatever it was. Throws where something cannot be read: the copy may still have it. */
export async function renew(main: Store, copy: Store, keys: VaultKeys): Promise<void> {
  const snapshot = await main.snapshot('all');
  const [damage] = await damageIn(keys, snapshot);
  if (damage !== undefined) throw damage;
  await copy.replace(snapshot);
}

/** Those of these records that the copy has, readable and as the vault's manifest names them. */
export async function recordsFrom(
  copy: Store,
  keys: VaultKeys,
  { header, manifest }: Verified,
  ids: readonly string[],
): Promise<readonly StoredRecord[]> {
  const { records } = await verify(keys, await copy.snapshot(ids));
  const good: StoredRecord[] = [];
  for (const record of records) {
    if (record.rev !== manifest.recs[record.id]) continue;
    try {
      (await openAccount(keys.records, header.id, record)).secret.secret.fill(0);
      good.push(record);
    } catch (error) {
      if (!(error instanceof VaultError)) throw error;
    }
  }
  return good;
}

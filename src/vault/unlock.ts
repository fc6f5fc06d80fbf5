import { openConfig } from './config.ts';
import { damaged, VaultError } from './errors.ts';
import type { Factor } from './factor.ts';
import type { Bytes, Config, StoredHeader, StoredSlot } from './format.ts';
import type { Argon2id } from './kdf.ts';
import { deriveKeys } from './keys.ts';
import { openSlot } from './slot.ts';
import type { Snapshot, Store } from './store.ts';
import { readHeader, readSlot } from './stored.ts';
import { verify } from './verify.ts';

/** What opening a vault yields; the caller wipes the key. */
export interface OpenedVault {
  readonly header: StoredHeader;
  readonly gen: number;
  readonly vaultKey: Bytes;
  readonly config: Config;
}

export interface Opened extends OpenedVault {
  /** The one that opened it. */
  readonly slot: StoredSlot;
}

async function findVaultKey(
  header: StoredHeader,
  slots: readonly unknown[],
  factor: Factor,
  argon2id: Argon2id,
): Promise<Pick<Opened, 'vaultKey' | 'slot'> | null> {
  let broken: VaultError | null = null;
  for (const value of slots) {
    try {
      const slot = readSlot(value, factor.type);
      const vaultKey = slot && (await openSlot(header, slot, factor, argon2id));
      if (slot !== null && vaultKey !== null) return { vaultKey, slot };
    } catch (error) {
      if (!(error instanceof VaultError) || error.reason !== 'damaged') throw error;
      broken = error;
    }
  }
  // Another may have opened. It is not said to be wrong when the one that it is for may be the broken one.
  if (broken !== null) throw broken;
  return null;
}

/** null when no slot opens with this factor; `damaged` when none does and one of its type is broken. */
export async function openWith(store: Store, factor: Factor, argon2id: Argon2id): Promise<Opened | null> {
  const snapshot = await store.snapshot([]);
  const header = readHeader(snapshot.header);
  if (snapshot.slots.length === 0) throw damaged('slots');
  const found = await findVaultKey(header, snapshot.slots, factor, argon2id);
  if (found === null) return null;
  return { ...(await openSnapshot(snapshot, found.vaultKey)), slot: found.slot };
}

/** With the vault key itself. */
export async function openWithKey(store: Store, vaultKey: Bytes): Promise<OpenedVault> {
  return openSnapshot(await store.snapshot([]), vaultKey);
}

/** Wipes the key if it throws. */
async function openSnapshot(snapshot: Snapshot, vaultKey: Bytes): Promise<OpenedVault> {
  try {
    // A slot that opens proves nothing yet: one that a stranger put there opens with the stranger's password, to
    // a key of theirs. With that the manifest does not open.
    const keys = await deriveKeys(vaultKey.slice());
    const { header, config, manifest } = await verify(keys, snapshot);
    return { header, gen: manifest.gen, vaultKey, config: await openConfig(keys.config, header.id, config) };
  } catch (error) {
    vaultKey.fill(0);
    throw error;
  }
}

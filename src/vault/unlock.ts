import { openConfig } from './config.ts';
import { damaged } from './errors.ts';
import type { Factor } from './factor.ts';
import type { Bytes, Config, StoredHeader, StoredSlot } from './format.ts';
import type { Argon2id } from './kdf.ts';
import { deriveKeys } from './keys.ts';
import { openSlot } from './slot.ts';
import type { Store } from './store.ts';
import { readHeader, readSlot } from './stored.ts';
import { verify } from './verify.ts';

/** What opening a vault yields; the caller wipes the key. */
export interface Opened {
  readonly header: StoredHeader;
  readonly vaultKey: Bytes;
  readonly config: Config;
  /** The one that opened it. */
  readonly slot: StoredSlot;
}

async function findVaultKey(
  header: StoredHeader,
  slots: readonly StoredSlot[],
  factor: Factor,
  argon2id: Argon2id,
): Promise<Pick<Opened, 'vaultKey' | 'slot'> | null> {
  for (const slot of slots) {
    const vaultKey = await openSlot(header, slot, factor, argon2id);
    if (vaultKey !== null) return { vaultKey, slot };
  }
  return null;
}

/** null when no slot opens with this factor. */
export async function openWith(store: Store, factor: Factor, argon2id: Argon2id): Promise<Opened | null> {
  const snapshot = await store.snapshot([]);
  const header = readHeader(snapshot.header);
  const slots = snapshot.slots.map((slot) => readSlot(slot, factor.type)).filter((slot) => slot !== null);
  if (snapshot.slots.length === 0) throw damaged('slots');
  const found = await findVaultKey(header, slots, factor, argon2id);
  if (found === null) return null;
  try {
    // A slot that opens proves nothing yet: one that a stranger put there opens with the stranger's password, to
    // a key of theirs. With that the manifest does not open.
    const keys = await deriveKeys(found.vaultKey.slice());
    const { config } = await verify(keys, snapshot);
    return { header, ...found, config: await openConfig(keys.config, header.id, config) };
  } catch (error) {
    found.vaultKey.fill(0);
    throw error;
  }
}

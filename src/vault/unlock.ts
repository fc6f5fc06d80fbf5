import { openConfig } from './config.ts';
import { damaged } from './errors.ts';
import type { Bytes, Config, StoredHeader, StoredSlot } from './format.ts';
import type { Argon2id } from './kdf.ts';
import { deriveKeys } from './keys.ts';
import { openSlot } from './slot.ts';
import type { Store } from './store.ts';
import { readHeader, readPasswordSlot } from './stored.ts';
import { verify } from './verify.ts';

/** What opening a vault yields; the caller wipes the key. */
export interface Opened {
  readonly vaultKey: Bytes;
  readonly config: Config;
}

async function findVaultKey(
  header: StoredHeader,
  slots: readonly StoredSlot[],
  password: string,
  argon2id: Argon2id,
): Promise<Bytes | null> {
  for (const slot of slots) {
    const vaultKey = await openSlot(header, slot, password, argon2id);
    if (vaultKey !== null) return vaultKey;
  }
  return null;
}

/** null when no slot opens with this password. */
export async function openWithPassword(
  store: Store,
  password: string,
  argon2id: Argon2id,
): Promise<Opened | null> {
  const snapshot = await store.snapshot([]);
  const header = readHeader(snapshot.header);
  const slots = snapshot.slots.map(readPasswordSlot).filter((slot) => slot !== null);
  if (slots.length === 0) throw damaged('slots');
  if (password === '') return null;
  const vaultKey = await findVaultKey(header, slots, password, argon2id);
  if (vaultKey === null) return null;
  try {
    // A slot that opens proves nothing yet: one that a stranger put there opens with the stranger's password, to
    // a key of theirs. With that the manifest does not open.
    const keys = await deriveKeys(vaultKey.slice());
    const { config } = await verify(keys, snapshot);
    return { vaultKey, config: await openConfig(keys.config, header.id, config) };
  } catch (error) {
    vaultKey.fill(0);
    throw error;
  }
}

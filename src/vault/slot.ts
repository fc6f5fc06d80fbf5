/** A slot: one way to the vault key. Here the only one so far, the password. */
import { lengthPrefixed } from '../core/bytes.ts';
import { open, seal, type RandomBytes } from './box.ts';
import { damaged } from './errors.ts';
import { LABELS, type Bytes, type StoredHeader, type StoredSlot } from './format.ts';
import { slotKey, type Argon2id, type Kdf } from './kdf.ts';
import { VAULT_KEY_BYTES } from './keys.ts';
import { uuid } from './uuid.ts';

const SALT_BYTES = 16;

/** All of the slot but its box: whoever edits the parameters, or moves it to another vault, closes it. */
function associatedData(header: StoredHeader, { id, type, kdf, salt }: Omit<StoredSlot, 'box'>): Bytes {
  return lengthPrefixed(
    LABELS.slot,
    String(header.format),
    header.cipher,
    header.id,
    id,
    type,
    kdf.alg,
    String(kdf.v),
    String(kdf.m),
    String(kdf.t),
    String(kdf.p),
    salt,
  );
}

/** Makes a slot that opens with this password, which is not empty. Leaves `vaultKey` as it is. */
export async function sealSlot(
  header: StoredHeader,
  password: string,
  vaultKey: Bytes,
  kdf: Kdf,
  randomBytes: RandomBytes,
): Promise<StoredSlot> {
  const unsealed: Omit<StoredSlot, 'box'> = {
    id: uuid(randomBytes),
    type: 'password',
    kdf: kdf.parameters,
    salt: randomBytes(SALT_BYTES),
  };
  const key = await slotKey(password, unsealed.salt, unsealed.kdf, kdf.argon2id);
  const box = await seal(key, vaultKey.slice(), associatedData(header, unsealed), randomBytes);
  return { ...unsealed, box };
}

/** The vault key, which the caller wipes; null for another password, or a slot that was tampered with. */
export async function openSlot(
  header: StoredHeader,
  slot: StoredSlot,
  password: string,
  argon2id: Argon2id,
): Promise<Bytes | null> {
  const key = await slotKey(password, slot.salt, slot.kdf, argon2id);
  const vaultKey = await open(key, slot.box, associatedData(header, slot));
  if (vaultKey !== null && vaultKey.length !== VAULT_KEY_BYTES) throw damaged('slot', slot.id);
  return vaultKey;
}

/** A slot: one way to the vault key, sealed under the key that follows from a factor. */
import { lengthPrefixed } from '../core/bytes.ts';
import { open, seal, type RandomBytes } from './box.ts';
import { damaged } from './errors.ts';
import type { Factor } from './factor.ts';
import { LABELS, type Bytes, type KdfParameters, type StoredHeader, type StoredSlot } from './format.ts';
import { slotKey, type Argon2id } from './kdf.ts';
import { VAULT_KEY_BYTES } from './keys.ts';
import { uuid } from './uuid.ts';

const SALT_BYTES = 16;

/** A slot before it is sealed. */
type Head = Omit<StoredSlot, 'box'>;

/** All of the slot but its box: whoever edits the parameters, or moves it to another vault, closes it. */
function associatedData(header: StoredHeader, { id, type, kdf, salt }: Head): Bytes {
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

export function passwordHead(kdf: KdfParameters, randomBytes: RandomBytes): Head {
  return { id: uuid(randomBytes), type: 'password', kdf, salt: randomBytes(SALT_BYTES) };
}

/** The head of a slot that opens with the same factor, in the place of this one. */
export function renewedHead(_slot: Head, kdf: KdfParameters, randomBytes: RandomBytes): Head {
  return passwordHead(kdf, randomBytes);
}

/** null when it is no factor of this slot, whatever it says. */
async function keyOf(slot: Head, factor: Factor, argon2id: Argon2id): Promise<CryptoKey | null> {
  return factor.password === '' ? null : slotKey(factor.password, slot.salt, slot.kdf, argon2id);
}

/** Makes a slot that opens with this factor, or throws a `RangeError`. Leaves `vaultKey` as it is. */
export async function sealSlot(
  header: StoredHeader,
  head: Head,
  factor: Factor,
  vaultKey: Bytes,
  argon2id: Argon2id,
  randomBytes: RandomBytes,
): Promise<StoredSlot> {
  const key = await keyOf(head, factor, argon2id);
  if (key === null) throw new RangeError(`no ${head.type}`);
  return { ...head, box: await seal(key, vaultKey.slice(), associatedData(header, head), randomBytes) };
}

/** The vault key, which the caller wipes; null for another factor, or a slot that was tampered with. */
export async function openSlot(
  header: StoredHeader,
  slot: StoredSlot,
  factor: Factor,
  argon2id: Argon2id,
): Promise<Bytes | null> {
  const key = await keyOf(slot, factor, argon2id);
  if (key === null) return null;
  const vaultKey = await open(key, slot.box, associatedData(header, slot));
  if (vaultKey !== null && vaultKey.length !== VAULT_KEY_BYTES) throw damaged('slot', slot.id);
  return vaultKey;
}

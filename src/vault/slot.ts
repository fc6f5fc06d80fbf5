/** A slot: one way to the vault key, sealed under the key that follows from a factor. */
import { lengthPrefixed, utf8 } from '../core/bytes.ts';
import { open, seal, type RandomBytes } from './box.ts';
import { damaged } from './errors.ts';
import { isPrfOutput, type Factor, type NewPasskey } from './factor.ts';
import { LABELS, type Bytes, type KdfParameters, type StoredHeader, type StoredSlot } from './format.ts';
import { slotKey, type Argon2id } from './kdf.ts';
import { VAULT_KEY_BYTES } from './keys.ts';
import { readRecoveryCode } from './recovery-code.ts';
import { uuid } from './uuid.ts';

export const SALT_BYTES = { password: 16, recovery: 16, passkey: 32 } as const;
export const DEVICE_KEY_BYTES = 32;

/** A slot before it is sealed. */
type Head<S = StoredSlot> = S extends StoredSlot ? Omit<S, 'box'> : never;

/** What only a slot of this type says of itself. */
function particulars(head: Head): readonly (string | Bytes)[] {
  switch (head.type) {
    case 'password': {
      const { alg, v, m, t, p } = head.kdf;
      return [alg, String(v), String(m), String(t), String(p), head.salt];
    }
    case 'recovery':
      return [head.salt];
    case 'passkey':
      return [head.salt, head.credentialId, head.rpId];
    case 'device':
      return [head.key];
  }
}

/** All of the slot but its box: whoever edits the parameters, or moves it to another vault, closes it. */
function associatedData(header: StoredHeader, head: Head): Bytes {
  return lengthPrefixed(
    LABELS.slot,
    String(header.format),
    header.cipher,
    header.id,
    head.id,
    head.type,
    ...particulars(head),
  );
}

export function passwordHead(kdf: KdfParameters, randomBytes: RandomBytes): Head {
  return { id: uuid(randomBytes), type: 'password', kdf, salt: randomBytes(SALT_BYTES.password) };
}

export function recoveryHead(randomBytes: RandomBytes): Head {
  return { id: uuid(randomBytes), type: 'recovery', salt: randomBytes(SALT_BYTES.recovery) };
}

export function passkeyHead(
  { credentialId, rpId, salt }: Omit<NewPasskey, 'output'>,
  randomBytes: RandomBytes,
): Head {
  if (salt.length !== SALT_BYTES.passkey) throw new RangeError('salt of another length');
  return { id: uuid(randomBytes), type: 'passkey', salt, credentialId, rpId };
}

export function deviceHead(randomBytes: RandomBytes): Head {
  return { id: uuid(randomBytes), type: 'device', key: randomBytes(DEVICE_KEY_BYTES) };
}

/** The head of a slot that opens with the same factor, to come in the place of this one. */
export function renewedHead(slot: Head, kdf: KdfParameters, randomBytes: RandomBytes): Head {
  switch (slot.type) {
    case 'password':
      return passwordHead(kdf, randomBytes);
    case 'recovery':
      return recoveryHead(randomBytes);
    case 'passkey':
      // With its salt, for which alone the passkey's output is at hand.
      return passkeyHead(slot, randomBytes);
    case 'device':
      return deviceHead(randomBytes);
  }
}

/** HKDF-SHA256 of a secret that nobody can guess. Wipes the secret. */
async function keyFrom(secret: Bytes, salt: Bytes, label: string): Promise<CryptoKey> {
  try {
    const base = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveKey']);
    const algorithm = { name: 'HKDF', hash: 'SHA-256', salt, info: utf8(label) };
    const made = { name: 'AES-GCM', length: 256 };
    return await crypto.subtle.deriveKey(algorithm, base, made, false, ['encrypt', 'decrypt']);
  } finally {
    secret.fill(0);
  }
}

/** null when it is no factor of this slot, whatever it says. */
async function keyOf(slot: Head, factor: Factor, argon2id: Argon2id): Promise<CryptoKey | null> {
  if (slot.type === 'password' && factor.type === 'password') {
    return factor.password === '' ? null : slotKey(factor.password, slot.salt, slot.kdf, argon2id);
  }
  if (slot.type === 'recovery' && factor.type === 'recovery') {
    const code = readRecoveryCode(factor.code);
    return code && keyFrom(code, slot.salt, LABELS.recoveryKey);
  }
  if (slot.type === 'passkey' && factor.type === 'passkey' && isPrfOutput(factor.output)) {
    return keyFrom(factor.output.slice(), slot.salt, LABELS.passkeyKey);
  }
  if (slot.type === 'device' && factor.type === 'device') {
    return keyFrom(slot.key.slice(), new Uint8Array(), LABELS.deviceKey);
  }
  return null;
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

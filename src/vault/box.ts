/** AES-256-GCM with padding, as format.ts describes boxes. */
import type { Box, Bytes } from './format.ts';

/** NIST SP 800-38D section 8.2.2: random IVs of 96 bits, good for 2^32 boxes under one key. */
const IV_BYTES = 12;
const PADDED_TO = 64;
const PADDING_START = 0x80;

export type RandomBytes = (count: number) => Bytes;

function pad(plaintext: Bytes): Bytes {
  const padded = new Uint8Array(Math.ceil((plaintext.length + 1) / PADDED_TO) * PADDED_TO);
  padded.set(plaintext);
  padded[plaintext.length] = PADDING_START;
  return padded;
}

/** null for what `pad` does not make. */
function unpad(padded: Bytes): Bytes | null {
  const end = padded.findLastIndex((byte) => byte !== 0);
  return padded[end] === PADDING_START ? padded.slice(0, end) : null;
}

/** Seals, and wipes the plaintext that it was given. */
export async function seal(
  key: CryptoKey,
  plaintext: Bytes,
  associatedData: Bytes,
  randomBytes: RandomBytes,
): Promise<Box> {
  const padded = pad(plaintext);
  try {
    // Anew for each box, also for the same content again: two boxes under one IV give both of them away.
    const iv = randomBytes(IV_BYTES);
    const ct = await crypto.subtle.encrypt(
      { name: 'AES-GCM', iv, additionalData: associatedData },
      key,
      padded,
    );
    return { iv, ct: new Uint8Array(ct) };
  } finally {
    padded.fill(0);
    plaintext.fill(0);
  }
}

/** The plaintext, which the caller wipes; null when the box was not sealed with this key for this place. */
export async function open(key: CryptoKey, { iv, ct }: Box, associatedData: Bytes): Promise<Bytes | null> {
  // AES-GCM takes IVs of any length; we never write another one.
  if (iv.length !== IV_BYTES) return null;
  try {
    const padded = new Uint8Array(
      await crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData: associatedData }, key, ct),
    );
    const plaintext = unpad(padded);
    padded.fill(0);
    return plaintext;
  } catch (error) {
    if (error instanceof DOMException && error.name === 'OperationError') return null;
    throw error;
  }
}

import { createCipheriv, createDecipheriv, createHash, hkdfSync, timingSafeEqual } from 'node:crypto';
import type { Random } from './engine.ts';

/** The bytes were not sealed by this key for this purpose and row. */
export class UnsealError extends Error {
  override name = 'UnsealError';
}

const KEY_ID_BYTES = 4;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * AES-256-GCM of what must not lie readable in the data file.
 * Format: key id (4) · nonce (12) · ciphertext · tag (16); `purpose` is the associated data.
 */
export class Sealer {
  readonly keyId: Uint8Array;
  readonly #key: Uint8Array;
  readonly #master: Uint8Array;
  readonly #random: Random;

  constructor(master: Uint8Array, random: Random) {
    this.#master = master;
    this.#key = this.derive('seal');
    this.#random = random;
    this.keyId = createHash('sha256').update(this.#key).digest().subarray(0, KEY_ID_BYTES);
  }

  /** Another 32-byte key from the same master (RFC 5869), for another purpose. */
  derive(purpose: string): Uint8Array {
    return new Uint8Array(hkdfSync('sha256', this.#master, '', `demo-site ${purpose} v1`, 32));
  }

  seal(plain: Uint8Array, purpose: string): Uint8Array {
    const nonce = this.#random(NONCE_BYTES);
    const cipher = createCipheriv('aes-256-gcm', this.#key, nonce);
    // Bound to its row: someone who can write to the file could otherwise give a victim a secret of their own.
    cipher.setAAD(Buffer.from(purpose));
    const sealed = Buffer.concat([cipher.update(plain), cipher.final()]);
    return new Uint8Array(Buffer.concat([this.keyId, nonce, sealed, cipher.getAuthTag()]));
  }

  open(sealed: Uint8Array, purpose: string): Uint8Array {
    const body = sealed.subarray(KEY_ID_BYTES + NONCE_BYTES, -TAG_BYTES);
    if (sealed.length < KEY_ID_BYTES + NONCE_BYTES + TAG_BYTES) throw new UnsealError('too short');
    if (!timingSafeEqual(sealed.subarray(0, KEY_ID_BYTES), this.keyId)) throw new UnsealError('another key');
    const nonce = sealed.subarray(KEY_ID_BYTES, KEY_ID_BYTES + NONCE_BYTES);
    const decipher = createDecipheriv('aes-256-gcm', this.#key, nonce, { authTagLength: TAG_BYTES });
    decipher.setAAD(Buffer.from(purpose));
    decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
    try {
      return new Uint8Array(Buffer.concat([decipher.update(body), decipher.final()]));
    } catch {
      throw new UnsealError('altered, or of another row');
    }
  }
}

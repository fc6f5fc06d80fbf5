/**
 * The PIN: a short way back into a vault that was opened since the browser began. A short secret is guessed in no
 * time by whoever has what it seals, so that lies in the memory of the browser session alone, never on the disk, and
 * is gone with the browser or after five wrong tries.
 *
 * The envelope holds the vault key under Argon2id of the PIN. What Argon2id gave is kept in the sealed settings, so
 * that every unlocking by another factor makes the envelope anew without asking for the PIN.
 */
import { fromBase64, lengthPrefixed, toBase64 } from '../core/bytes.ts';
import { open, seal, type RandomBytes } from './box.ts';
import { VaultError } from './errors.ts';
import { LABELS, type Box, type Bytes, type PinKey } from './format.ts';
import { passwordKey, readKdfParameters, type Kdf } from './kdf.ts';
import type { SessionStore } from './session-key.ts';

const PIN_TRIES = 5;

const KEY = 'pin';
const SALT_BYTES = 16;

/** What lies in the session: the settings' `PinKey` without its key, and what that seals. */
interface Envelope extends Omit<PinKey, 'key'> {
  /** The vault's id. */
  readonly vault: string;
  /** In base64, both. */
  readonly iv: string;
  readonly ct: string;
  /** Tries that are left. */
  readonly left: number;
}

export interface Pin {
  /** Tries that are left; 0 when there is no PIN that could be tried. */
  tries(): Promise<number>;
  /** Makes the envelope, with all tries; without a key takes it away. Leaves `vaultKey` as it is. */
  renew(vault: string, vaultKey: Bytes, key: PinKey | undefined): Promise<void>;
  /** The vault key, which the caller wipes. Every try counts, from before it is made. */
  open(pin: string): Promise<Bytes | 'wrong' | 'none'>;
}

/** A new PIN, which is not empty, for the settings. Throws `no-memory`. */
export async function pinKey(pin: string, kdf: Kdf, randomBytes: RandomBytes): Promise<PinKey> {
  const salt = randomBytes(SALT_BYTES);
  const key = await passwordKey(pin, salt, kdf.parameters, kdf.argon2id);
  try {
    return { kdf: kdf.parameters, salt: toBase64(salt), key: toBase64(key) };
  } finally {
    key.fill(0);
  }
}

function associatedData({ vault, kdf, salt }: Pick<Envelope, 'vault' | 'kdf' | 'salt'>): Bytes {
  const { alg, v, m, t, p } = kdf;
  return lengthPrefixed(LABELS.pin, vault, alg, ...[v, m, t, p].map(String), salt);
}

/** Wipes the key. */
async function importKey(key: Bytes): Promise<CryptoKey> {
  try {
    return await crypto.subtle.importKey('raw', key, 'AES-GCM', false, ['encrypt', 'decrypt']);
  } finally {
    key.fill(0);
  }
}

interface Read {
  readonly envelope: Envelope;
  readonly salt: Bytes;
  readonly box: Box;
}

/** null for what was not written by `renew`. */
function readEnvelope(value: unknown): Read | null {
  if (typeof value !== 'object' || value === null) return null;
  const envelope = value as Envelope;
  const { vault, salt, iv, ct, left } = envelope;
  if (![vault, salt, iv, ct].every((one) => typeof one === 'string') || !Number.isInteger(left)) return null;
  try {
    readKdfParameters(envelope.kdf, null);
    const bytes = fromBase64(salt);
    if (bytes.length !== SALT_BYTES) return null;
    return { envelope, salt: bytes, box: { iv: fromBase64(iv), ct: fromBase64(ct) } };
  } catch {
    return null;
  }
}

async function openEnvelope({ envelope, salt, box }: Read, pin: string, kdf: Kdf): Promise<Bytes | null> {
  const key = await passwordKey(pin, salt, envelope.kdf, kdf.argon2id);
  return open(await importKey(key), box, associatedData(envelope));
}

export function pinIn(session: SessionStore, kdf: Kdf, randomBytes: RandomBytes): Pin {
  const load = async () => {
    const read = readEnvelope(await session.get(KEY));
    return read === null || read.envelope.left <= 0 ? null : read;
  };
  return {
    tries: async () => (await load())?.envelope.left ?? 0,
    async renew(vault, vaultKey, key) {
      if (key === undefined) return session.remove(KEY);
      const start = { vault, kdf: key.kdf, salt: key.salt };
      const sealing = await importKey(fromBase64(key.key));
      const { iv, ct } = await seal(sealing, vaultKey.slice(), associatedData(start), randomBytes);
      const envelope: Envelope = { ...start, iv: toBase64(iv), ct: toBase64(ct), left: PIN_TRIES };
      return session.set(KEY, envelope);
    },
    async open(pin) {
      const read = await load();
      if (read === null) return 'none';
      const left = read.envelope.left - 1;
      // First, or whoever kills the worker in time has tries without end.
      if (left === 0) await session.remove(KEY);
      else await session.set(KEY, { ...read.envelope, left });
      if (pin === '') return 'wrong';
      try {
        return (await openEnvelope(read, pin, kdf)) ?? 'wrong';
      } catch (error) {
        // It was no try: the PIN was not looked at.
        if (error instanceof VaultError) await session.set(KEY, read.envelope);
        throw error;
      }
    },
  };
}

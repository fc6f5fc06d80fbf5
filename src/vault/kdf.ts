/**
 * From a password to a key: Argon2id, RFC 9106.
 *
 * Parameters come from the disk, so they are held between a floor (a profile that was edited must not make
 * guessing cheap for the next copy of it) and a ceiling (nor have us allocate 4 GiB), both before anything is
 * allocated. What is missing or unknown is an error; there are no defaults to fall back to.
 */
import { argon2id as hashWasm } from 'hash-wasm';
import { utf8 } from '../core/bytes.ts';
import { damaged, VaultError } from './errors.ts';
import type { Bytes, KdfParameters } from './format.ts';

/** What a new slot is made with: RFC 9106 section 4, second recommendation, with one lane (we have one thread). */
export const KDF_DEFAULT: KdfParameters = { alg: 'argon2id', v: 19, m: 65_536, t: 3, p: 1 };
/** OWASP Password Storage Cheat Sheet: the least that it accepts of Argon2id. */
export const KDF_FLOOR: KdfParameters = { alg: 'argon2id', v: 19, m: 19_456, t: 2, p: 1 };
/** 1 GiB. Inclusive, like the floor. */
export const KDF_CEILING: KdfParameters = { alg: 'argon2id', v: 19, m: 1_048_576, t: 10, p: 16 };

const KEY_BYTES = 32;

/** Argon2id itself. Parameters are in range; out of memory is a `RangeError`. */
export type Argon2id = (password: Bytes, salt: Bytes, parameters: KdfParameters) => Promise<Bytes>;

export interface Kdf {
  /** For new slots. */
  readonly parameters: KdfParameters;
  readonly argon2id: Argon2id;
}

async function argon2id(password: Bytes, salt: Bytes, { m, t, p }: KdfParameters): Promise<Bytes> {
  const hash = await hashWasm({
    password,
    salt,
    memorySize: m,
    iterations: t,
    parallelism: p,
    hashLength: KEY_BYTES,
    outputType: 'binary',
  });
  const key = new Uint8Array(hash);
  hash.fill(0);
  return key;
}

export const KDF: Kdf = { parameters: KDF_DEFAULT, argon2id };

function isWithin(value: unknown, floor: number, ceiling: number): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= floor && value <= ceiling;
}

/** Takes parameters that we would have written, or throws `damaged` naming the slot, if they are one's. */
export function readKdfParameters(value: unknown, slot: string | null): KdfParameters {
  if (typeof value !== 'object' || value === null) throw damaged('kdf-unknown', slot);
  const { alg, v, m, t, p } = value as Readonly<Record<string, unknown>>;
  if (alg !== 'argon2id' || v !== 19) throw damaged('kdf-unknown', slot);
  if (
    !isWithin(m, KDF_FLOOR.m, KDF_CEILING.m) ||
    !isWithin(t, KDF_FLOOR.t, KDF_CEILING.t) ||
    !isWithin(p, KDF_FLOOR.p, KDF_CEILING.p)
  ) {
    throw damaged('kdf-range', slot);
  }
  return { alg, v, m, t, p };
}

/** The bytes that are hashed: the same password however a keyboard composes its characters. */
export function passwordBytes(password: string): Bytes {
  return utf8(password.normalize('NFKC'));
}

/** Browsers can be told to run none (a policy, a lockdown mode): it is gone then, or refuses to compile. */
function isWithoutWebAssembly(error: unknown): boolean {
  return typeof WebAssembly === 'undefined' || error instanceof WebAssembly.CompileError;
}

/** 32 bytes, which the caller wipes. Throws `no-memory` or `no-webassembly`. The password is not empty. */
export async function passwordKey(
  password: string,
  salt: Bytes,
  parameters: KdfParameters,
  argon2id: Argon2id,
): Promise<Bytes> {
  const bytes = passwordBytes(password);
  try {
    return await argon2id(bytes, salt, parameters);
  } catch (error) {
    // WebAssembly says so when it does not get its memory. Never less memory instead: that is for nobody to choose.
    if (error instanceof RangeError) throw new VaultError('no-memory');
    if (isWithoutWebAssembly(error)) throw new VaultError('no-webassembly');
    throw error;
  } finally {
    bytes.fill(0);
  }
}

/** The key of a slot, not extractable. Throws `no-memory`. The password is not empty. */
export async function slotKey(
  password: string,
  salt: Bytes,
  parameters: KdfParameters,
  argon2id: Argon2id,
): Promise<CryptoKey> {
  const key = await passwordKey(password, salt, parameters, argon2id);
  try {
    return await crypto.subtle.importKey('raw', key, 'AES-GCM', false, ['encrypt', 'decrypt']);
  } finally {
    key.fill(0);
  }
}

/**
 * Reads what comes out of the database, where whoever can write the profile can put anything. Takes exactly the
 * structures of format.ts (further members are passed over) and throws `damaged` on all else, except on the header
 * of a format above our own, which is `newer-version`. Whether it is authentic is for the boxes to say.
 */
import { damaged, VaultError, type VaultDetail } from './errors.ts';
import {
  CIPHER,
  FORMAT,
  type Box,
  type Bytes,
  type StoredConfig,
  type StoredHeader,
  type StoredManifest,
  type StoredRecord,
  type StoredSlot,
} from './format.ts';
import { readKdfParameters } from './kdf.ts';
import { DEVICE_KEY_BYTES, SALT_BYTES } from './slot.ts';

type Members = Readonly<Record<string, unknown>>;

function members(value: unknown, detail: VaultDetail, id: string | null = null): Members {
  if (typeof value !== 'object' || value === null) throw damaged(detail, id);
  return value as Members;
}

function isBytes(value: unknown): value is Bytes {
  return value instanceof Uint8Array;
}

/** A revision or generation: 1, 2, 3 … */
function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 1;
}

function readBox(value: unknown, detail: VaultDetail, id: string | null = null): Box {
  const { iv, ct } = members(value, detail, id);
  if (!isBytes(iv) || !isBytes(ct)) throw damaged(detail, id);
  return { iv, ct };
}

/** Also one of a later format, where it has all that we know of. */
export function readHeader(value: unknown): StoredHeader {
  if (value === undefined) throw new VaultError('absent');
  const { format, id, cipher } = members(value, 'header');
  if (!isCount(format)) throw damaged('header');
  if (typeof id === 'string' && cipher === CIPHER) return { format, id, cipher };
  throw format > FORMAT ? new VaultError('newer-version', 'header') : damaged('header');
}

/** Whether it is of a later format, and so not for us to write. */
export function isNewer({ format }: Pick<StoredHeader, 'format'>): boolean {
  return format > FORMAT;
}

/** The same, of what is to be written to. */
export function readOwnHeader(value: unknown): StoredHeader {
  const header = readHeader(value);
  if (isNewer(header)) throw new VaultError('newer-version', 'header');
  return header;
}

/** What every slot says of itself, also one of a type that we do not know. */
export function readSlotHead(value: unknown): { readonly id: string; readonly type: unknown } {
  const { id, type } = members(value, 'slot');
  if (typeof id !== 'string') throw damaged('slot');
  return { id, type };
}

/** null for a slot of another type. */
export function readSlot(value: unknown, wanted: StoredSlot['type']): StoredSlot | null {
  const { id, type } = readSlotHead(value);
  if (type !== wanted) return null;
  const { kdf, salt, credentialId, rpId, key, box } = members(value, 'slot', id);
  if (wanted === 'device') {
    if (!isBytes(key) || key.length !== DEVICE_KEY_BYTES) throw damaged('slot', id);
    return { type: wanted, id, key, box: readBox(box, 'slot', id) };
  }
  if (!isBytes(salt) || salt.length !== SALT_BYTES[wanted]) throw damaged('slot', id);
  const sealed = { id, salt, box: readBox(box, 'slot', id) };
  if (wanted === 'password') return { type: wanted, kdf: readKdfParameters(kdf, id), ...sealed };
  if (wanted === 'recovery') return { type: wanted, ...sealed };
  if (!isBytes(credentialId) || typeof rpId !== 'string') throw damaged('slot', id);
  return { type: wanted, credentialId, rpId, ...sealed };
}

export function readManifest(value: unknown): StoredManifest {
  const { gen, box } = members(value, 'manifest');
  if (!isCount(gen)) throw damaged('manifest');
  return { gen, box: readBox(box, 'manifest') };
}

export function readConfig(value: unknown): StoredConfig {
  const { rev, box } = members(value, 'config');
  if (!isCount(rev)) throw damaged('config');
  return { rev, box: readBox(box, 'config') };
}

export function readRecord(value: unknown): StoredRecord {
  const { id, rev, sv, overview, secret } = members(value, 'record');
  if (typeof id !== 'string') throw damaged('record');
  if (!isCount(rev) || !isCount(sv)) throw damaged('record', id);
  return {
    id,
    rev,
    sv,
    overview: readBox(overview, 'record', id),
    secret: readBox(secret, 'record', id),
  };
}

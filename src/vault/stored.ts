/**
 * Reads what comes out of the database, where whoever can write the profile can put anything. Takes exactly the
 * structures of format.ts (further members are passed over) and throws `damaged` on all else, except on a
 * format above our own, which is `newer-version`. Whether it is authentic is for the boxes to say.
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

type Members = Readonly<Record<string, unknown>>;

const SALT_BYTES = 16;

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

export function readHeader(value: unknown): StoredHeader {
  if (value === undefined) throw new VaultError('absent');
  const { format, id, cipher } = members(value, 'header');
  if (!isCount(format)) throw damaged('header');
  if (format > FORMAT) throw new VaultError('newer-version', 'header');
  if (typeof id !== 'string' || cipher !== CIPHER) throw damaged('header');
  return { format: FORMAT, id, cipher };
}

export function readSlotId(value: unknown): string {
  const { id } = members(value, 'slot');
  if (typeof id !== 'string') throw damaged('slot');
  return id;
}

/** null for a slot that no password opens. */
export function readPasswordSlot(value: unknown): StoredSlot | null {
  const id = readSlotId(value);
  const { type, kdf, salt, box } = members(value, 'slot', id);
  if (type !== 'password') return null;
  if (!isBytes(salt) || salt.length !== SALT_BYTES) throw damaged('slot', id);
  return { id, type, kdf: readKdfParameters(kdf, id), salt, box: readBox(box, 'slot', id) };
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

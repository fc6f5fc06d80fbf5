/** Writes and reads the file that backup-format.ts describes. */
import type { Account } from '../core/account.ts';
import { fromUtf8, lengthPrefixed, toBase64, utf8 } from '../core/bytes.ts';
import {
  accountOrRefusal,
  accountToJson,
  bytes,
  list,
  members,
  time,
  unreadable,
  type Members,
  type RefusedAccount,
} from './account-json.ts';
import {
  BACKUP_FORMAT,
  BACKUP_LABELS,
  BACKUP_VERSION,
  type BackupHead as Head,
  type BackupSites,
} from './backup-format.ts';
import { sitesFromBackup } from './backup-sites.ts';
import { open, seal, type RandomBytes } from './box.ts';
import { VaultError } from './errors.ts';
import { CIPHER, type Box, type Bytes } from './format.ts';
import { passwordKey, readKdfParameters, type Argon2id, type Kdf } from './kdf.ts';
import { decodeJson, encodeJson } from './json.ts';

const SALT_BYTES = 16;
/** 100 000 accounts have room in it. A file that is larger was made to hurt. */
const FILE_BYTES_MAX = 128 * 1024 * 1024;

export interface Backup {
  /** ms since the epoch. */
  readonly created: number;
  readonly accounts: readonly Account[];
  /** Not there where nothing is known of sites. */
  readonly sites?: BackupSites;
}

/** One as it was read. */
export interface ReadBackup extends Backup {
  /** What stands among the accounts, and cannot be taken for one. */
  readonly refused: readonly RefusedAccount[];
}

function associatedData({ kdf: { alg, v, m, t, p }, salt, commitment }: Head): Bytes {
  const parameters = [v, m, t, p].map(String);
  const version = String(BACKUP_VERSION);
  return lengthPrefixed(BACKUP_LABELS.file, version, CIPHER, alg, ...parameters, salt, commitment);
}

function hkdf(label: string): HkdfParams {
  return { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: utf8(label) };
}

async function keysOf(
  password: string,
  { salt, kdf }: Pick<Head, 'salt' | 'kdf'>,
  argon2id: Argon2id,
): Promise<{ readonly key: CryptoKey; readonly commitment: Bytes }> {
  const root = await passwordKey(password, salt, kdf, argon2id);
  try {
    const base = await crypto.subtle.importKey('raw', root, 'HKDF', false, ['deriveKey', 'deriveBits']);
    const made = { name: 'AES-GCM', length: 256 };
    return {
      key: await crypto.subtle.deriveKey(hkdf(BACKUP_LABELS.key), base, made, false, ['encrypt', 'decrypt']),
      commitment: new Uint8Array(await crypto.subtle.deriveBits(hkdf(BACKUP_LABELS.commitment), base, 256)),
    };
  } finally {
    root.fill(0);
  }
}

/** The file. The password is not empty. */
export async function writeBackup(
  { created, accounts, sites }: Backup,
  password: string,
  kdf: Kdf,
  randomBytes: RandomBytes,
): Promise<Bytes> {
  const start = { kdf: kdf.parameters, salt: randomBytes(SALT_BYTES) };
  const { key, commitment } = await keysOf(password, start, kdf.argon2id);
  const head: Head = { ...start, commitment };
  const plaintext = encodeJson({ created, accounts: accounts.map(accountToJson), sites });
  const { iv, ct } = await seal(key, plaintext, associatedData(head), randomBytes);
  const { alg, v, m, t, p } = head.kdf;
  const file = {
    format: BACKUP_FORMAT,
    version: BACKUP_VERSION,
    cipher: CIPHER,
    kdf: { alg, v, m, t, p },
    salt: toBase64(head.salt),
    commitment: toBase64(commitment),
    iv: toBase64(iv),
    data: toBase64(ct),
  };
  return utf8(`${JSON.stringify(file, null, 2)}\n`);
}

/**
 * What a file holds; null for another password. Throws `unreadable` for what is no backup, or a broken one, and
 * `newer-version` for one of a later Countersign.
 */
export async function readBackup(
  file: Bytes,
  password: string,
  argon2id: Argon2id,
): Promise<ReadBackup | null> {
  const { head, box } = readFile(file);
  if (password === '') return null;
  const { key, commitment } = await keysOf(password, head, argon2id);
  if (toBase64(commitment) !== toBase64(head.commitment)) return null;
  const plaintext = await open(key, box, associatedData(head));
  if (plaintext === null) throw unreadable();
  return readPlaintext(members(parsed(() => decodeJson(plaintext))));
}

function readPlaintext({ created, accounts, sites }: Members): ReadBackup {
  const all = list(accounts).map(accountOrRefusal);
  const taken = new Map<number, Account>();
  for (const [place, one] of all.entries()) if ('overview' in one) taken.set(place, one);
  const placeOf = new Map([...taken.keys()].map((place, at) => [place, at]));
  return {
    created: time(created),
    accounts: [...taken.values()],
    refused: all.filter((one) => 'because' in one),
    ...(sites === undefined ? {} : { sites: sitesFromBackup(sites, (place) => placeOf.get(place)) }),
  };
}

/** JSON of whatever a stranger wrote, however deep it is nested. */
function parsed(parse: () => unknown): unknown {
  try {
    return parse();
  } catch {
    throw unreadable();
  }
}

function readFile(file: Bytes): { readonly head: Head; readonly box: Box } {
  if (file.length > FILE_BYTES_MAX) throw unreadable();
  const from = members(parsed(() => JSON.parse(fromUtf8(file))));
  const { format, version } = from;
  if (format !== BACKUP_FORMAT || typeof version !== 'number') throw unreadable();
  if (Number.isSafeInteger(version) && version > BACKUP_VERSION) {
    throw new VaultError('newer-version', 'backup');
  }
  const [salt, commitment] = [bytes(from['salt']), bytes(from['commitment'])];
  if (version !== BACKUP_VERSION || from['cipher'] !== CIPHER || salt.length !== SALT_BYTES) {
    throw unreadable();
  }
  return {
    head: { kdf: readKdf(from['kdf']), salt, commitment },
    box: { iv: bytes(from['iv']), ct: bytes(from['data']) },
  };
}

function readKdf(value: unknown): Head['kdf'] {
  try {
    return readKdfParameters(value, null);
  } catch (error) {
    // It is the file that is damaged, and no part of the vault.
    if (error instanceof VaultError) throw new VaultError('unreadable', error.detail);
    throw error;
  }
}

/**
 * A second reader of the stored vault, written from the specification in `src/vault/format.ts` with Node's crypto
 * and another Argon2id. It shares no line with the vault, so the two agree on what is written there or a test fails.
 */
import { createDecipheriv, hkdfSync } from 'node:crypto';
import { argon2id } from '@noble/hashes/argon2.js';
import type { Dump } from './world.ts';

interface Box {
  readonly iv: Uint8Array;
  readonly ct: Uint8Array;
}

/** As it lies in the five object stores. */
export interface StoredVault {
  readonly header: { readonly format: number; readonly id: string; readonly cipher: string };
  readonly slots: readonly {
    readonly id: string;
    readonly type: string;
    /** Of a password slot. */
    readonly kdf?: Readonly<Record<'alg' | 'v' | 'm' | 't' | 'p', string | number>>;
    /** Of a passkey slot. */
    readonly credentialId?: Uint8Array;
    readonly rpId?: string;
    readonly salt: Uint8Array;
    readonly box: Box;
  }[];
  readonly manifest: { readonly gen: number; readonly box: Box };
  readonly config: { readonly rev: number; readonly box: Box };
  readonly records: readonly {
    readonly id: string;
    readonly rev: number;
    readonly sv: number;
    readonly overview: Box;
    readonly secret: Box;
  }[];
}

/** What a dump of the stores holds. */
export function storedVault(dump: Dump): StoredVault {
  const values = (store: string): unknown[] => dump[store]?.map(([, value]) => value) ?? [];
  const [header] = values('header');
  const [manifest] = values('manifest');
  const [config] = values('config');
  return { header, manifest, config, slots: values('slots'), records: values('records') } as StoredVault;
}

function associatedData(parts: readonly (string | number | Uint8Array)[]): Buffer {
  return Buffer.concat(
    parts.flatMap((part) => {
      const bytes = part instanceof Uint8Array ? Buffer.from(part) : Buffer.from(String(part), 'utf8');
      const length = Buffer.alloc(4);
      length.writeUInt32BE(bytes.length);
      return [length, bytes];
    }),
  );
}

function open(key: Uint8Array, { iv, ct }: Box, parts: readonly (string | number | Uint8Array)[]): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, iv).setAAD(associatedData(parts));
  decipher.setAuthTag(ct.subarray(-16));
  const padded = Buffer.concat([decipher.update(ct.subarray(0, -16)), decipher.final()]);
  return padded.subarray(0, padded.lastIndexOf(0x80));
}

type Slot = StoredVault['slots'][number];
type Parts = readonly (string | number | Uint8Array)[];

function hkdf(secret: Uint8Array, salt: Uint8Array, info: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', secret, salt, info, 32));
}

function subkey(vaultKey: Uint8Array, info: string): Uint8Array {
  return hkdf(vaultKey, new Uint8Array(), info);
}

/** The key of a slot and what its box authenticates beyond what all do. */
function byPassword({ kdf, salt }: Slot, password: string): [Uint8Array, Parts] {
  if (kdf === undefined) throw new Error('no parameters');
  const { alg, v, m, t, p } = kdf;
  const options = { m: Number(m), t: Number(t), p: Number(p), dkLen: 32 };
  const key = argon2id(Buffer.from(password.normalize('NFKC'), 'utf8'), salt, options);
  return [key, [alg, v, m, t, p, salt]];
}

function byRecoveryCode({ salt }: Slot, code: string): [Uint8Array, Parts] {
  const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
  const bits = Array.from(code.replaceAll('-', ''), (letter) =>
    letters.indexOf(letter).toString(2).padStart(5, '0'),
  ).join('');
  const bytes = Uint8Array.from(bits.match(/.{8}/g) ?? [], (byte) => Number.parseInt(byte, 2));
  return [hkdf(bytes, salt, 'countersign/recovery/v1'), [salt]];
}

function byPasskey({ salt, credentialId, rpId }: Slot, output: Uint8Array): [Uint8Array, Parts] {
  return [hkdf(output, salt, 'countersign/passkey/v1'), [salt, credentialId ?? '', rpId ?? '']];
}

export const readWithPassword = (stored: StoredVault, password: string) =>
  readWith(stored, 'password', (slot) => byPassword(slot, password));
export const readWithRecoveryCode = (stored: StoredVault, code: string) =>
  readWith(stored, 'recovery', (slot) => byRecoveryCode(slot, code));
export const readWithPasskey = (stored: StoredVault, output: Uint8Array) =>
  readWith(stored, 'passkey', (slot) => byPasskey(slot, output));

/** Everything in the vault, or a throw. */
function readWith(
  { header, slots, manifest, config, records }: StoredVault,
  type: string,
  keyOf: (slot: Slot) => [Uint8Array, Parts],
) {
  const slot = slots.find((one) => one.type === type);
  if (slot === undefined) throw new Error('no slot');
  const [slotKey, particulars] = keyOf(slot);
  const vaultKey = open(slotKey, slot.box, [
    'countersign/slot/v1',
    header.format,
    header.cipher,
    header.id,
    slot.id,
    slot.type,
    ...particulars,
  ]);
  const json = (key: string, box: Box, parts: readonly (string | number)[]): unknown =>
    JSON.parse(open(subkey(vaultKey, key), box, parts).toString('utf8'));
  const keyOfRecords = 'countersign/rec/v1';
  return {
    vaultKey,
    manifest: json('countersign/man/v1', manifest.box, [
      'countersign/manifest/v1',
      header.id,
      manifest.gen,
    ]) as { slots: readonly string[] },
    config: json('countersign/cfg/v1', config.box, ['countersign/config/v1', header.id, config.rev]),
    records: records.map(({ id, rev, sv, overview, secret }) => ({
      id,
      overview: json(keyOfRecords, overview, ['countersign/record/overview/v1', header.id, id, rev, sv]),
      secret: json(keyOfRecords, secret, ['countersign/record/secret/v1', header.id, id, rev, sv]),
    })),
  };
}

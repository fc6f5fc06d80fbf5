/**
 * A second reader of the stored vault, written from the specification in `src/vault/format.ts` with Node's crypto
 * and another Argon2id. It shares no line with the vault, so the two agree on what is written there or a test fails.
 */
import { createDecipheriv, hkdfSync } from 'node:crypto';
import { argon2id } from '@noble/hashes/argon2.js';

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
    readonly kdf: Readonly<Record<'alg' | 'v' | 'm' | 't' | 'p', string | number>>;
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

function subkey(vaultKey: Uint8Array, info: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', vaultKey, new Uint8Array(), info, 32));
}

/** Everything in the vault, or a throw. */
export function readWithPassword(
  { header, slots, manifest, config, records }: StoredVault,
  password: string,
) {
  const [slot] = slots;
  if (slot === undefined) throw new Error('no slot');
  const { alg, v, m, t, p } = slot.kdf;
  const options = { m: Number(m), t: Number(t), p: Number(p), dkLen: 32 };
  const slotKey = argon2id(Buffer.from(password.normalize('NFKC'), 'utf8'), slot.salt, options);
  const vaultKey = open(slotKey, slot.box, [
    'countersign/slot/v1',
    header.format,
    header.cipher,
    header.id,
    slot.id,
    slot.type,
    alg,
    v,
    m,
    t,
    p,
    slot.salt,
  ]);
  const json = (key: string, box: Box, parts: readonly (string | number)[]): unknown =>
    JSON.parse(open(subkey(vaultKey, key), box, parts).toString('utf8'));
  const keyOfRecords = 'countersign/rec/v1';
  return {
    vaultKey,
    manifest: json('countersign/man/v1', manifest.box, ['countersign/manifest/v1', header.id, manifest.gen]),
    config: json('countersign/cfg/v1', config.box, ['countersign/config/v1', header.id, config.rev]),
    records: records.map(({ id, rev, sv, overview, secret }) => ({
      id,
      overview: json(keyOfRecords, overview, ['countersign/record/overview/v1', header.id, id, rev, sv]),
      secret: json(keyOfRecords, secret, ['countersign/record/secret/v1', header.id, id, rev, sv]),
    })),
  };
}

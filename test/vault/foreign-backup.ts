/**
 * A second writer of backup files, from the specification in `src/vault/backup-format.ts` with Node's crypto: it
 * writes anything into them, as a stranger may who gives the password along.
 */
import { createCipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';

export const FILE_PASSWORD = 'of the file';

function prefixed(parts: readonly (string | number | Buffer)[]): Buffer {
  return Buffer.concat(
    parts.flatMap((part) => {
      const bytes = Buffer.isBuffer(part) ? part : Buffer.from(String(part), 'utf8');
      const length = Buffer.alloc(4);
      length.writeUInt32BE(bytes.length);
      return [length, bytes];
    }),
  );
}

/** What the root of a file's keys is derived with. */
export interface RootParameters {
  readonly salt: Uint8Array;
  readonly m: number;
  readonly t: number;
  readonly p: number;
}

/** The hash that QUICK_KDF has in the place of Argon2id. */
const quickRoot = (): Uint8Array => createHash('sha256').update(FILE_PASSWORD).digest();

/** A file that holds this text; `rootOf` derives the root of its keys, from FILE_PASSWORD. */
export function foreignBackup(
  plaintext: string,
  rootOf: (parameters: RootParameters) => Uint8Array = quickRoot,
): Uint8Array<ArrayBuffer> {
  const kdf = { alg: 'argon2id', v: 19, m: 19_456, t: 2, p: 1 };
  const salt = randomBytes(16);
  const root = rootOf({ salt, ...kdf });
  const derive = (info: string) =>
    Buffer.from(hkdfSync('sha256', root, '', `countersign/backup/${info}/v1`, 32));
  const [iv, commitment] = [randomBytes(12), derive('commitment')];
  const cipher = createCipheriv('aes-256-gcm', derive('key'), iv).setAAD(
    prefixed(['countersign/backup/v1', 1, 'AES-256-GCM', ...Object.values(kdf), salt, commitment]),
  );
  const bytes = Buffer.from(plaintext, 'utf8');
  const padding = Buffer.alloc(64 - (bytes.length % 64));
  padding[0] = 0x80;
  const data = Buffer.concat([
    cipher.update(Buffer.concat([bytes, padding])),
    cipher.final(),
    cipher.getAuthTag(),
  ]);
  return new TextEncoder().encode(
    JSON.stringify({
      format: 'countersign-backup',
      version: 1,
      cipher: 'AES-256-GCM',
      kdf,
      salt: salt.toString('base64'),
      commitment: commitment.toString('base64'),
      iv: iv.toString('base64'),
      data: data.toString('base64'),
    }),
  );
}

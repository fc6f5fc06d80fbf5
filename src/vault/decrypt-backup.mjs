#!/usr/bin/env node
/**
 * Opens a backup of Countersign's without Countersign: the reference for backup-format.ts, for Node 24 or later.
 *
 *     node decrypt-backup.mjs countersign-backup.json < password.txt
 *
 * The password is the first line of the standard input. What the file holds goes to the standard output, in clear.
 */
import { argon2Sync, createDecipheriv, hkdfSync } from 'node:crypto';
import { readFileSync } from 'node:fs';

const file = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const password = readFileSync(0, 'utf8').split(/\r?\n/, 1)[0].normalize('NFKC');
const [salt, commitment, iv, data] = ['salt', 'commitment', 'iv', 'data'].map((name) =>
  Buffer.from(file[name], 'base64'),
);
const { alg, v, m, t, p } = file.kdf;
if (file.format !== 'countersign-backup' || file.version !== 1 || file.cipher !== 'AES-256-GCM') {
  throw new Error('not a backup of version 1');
}
const isWithin = m >= 19456 && m <= 1048576 && t >= 2 && t <= 10 && p >= 1 && p <= 16;
if (alg !== 'argon2id' || v !== 19 || !isWithin) throw new Error('unknown derivation');

const root = argon2Sync('argon2id', {
  message: password,
  nonce: salt,
  memory: m,
  passes: t,
  parallelism: p,
  tagLength: 32,
});
const derive = (info) => Buffer.from(hkdfSync('sha256', root, '', `countersign/backup/${info}/v1`, 32));
if (!derive('commitment').equals(commitment)) throw new Error('wrong password');

const parts = ['countersign/backup/v1', file.version, file.cipher, alg, v, m, t, p, salt, commitment];
const associatedData = parts.flatMap((part) => {
  const bytes = Buffer.from(Buffer.isBuffer(part) ? part : String(part));
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length);
  return [length, bytes];
});

const decipher = createDecipheriv('aes-256-gcm', derive('key'), iv, { authTagLength: 16 });
decipher.setAAD(Buffer.concat(associatedData));
decipher.setAuthTag(data.subarray(-16));
const padded = Buffer.concat([decipher.update(data.subarray(0, -16)), decipher.final()]);
process.stdout.write(padded.subarray(0, padded.lastIndexOf(0x80)));

import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { StoreError } from './store.ts';

const KEY_BYTES = 32;

/**
 * The master key of a data file, kept beside it as `FILE.key`: a copy of the data file alone then gives nobody a secret. For a
 * store in memory, one that is forgotten with it. `DEMO_SITE_KEY` (64 hex digits) is for those who keep it elsewhere.
 */
export function openKey(dataFile: string | undefined, given = process.env['DEMO_SITE_KEY']): Uint8Array {
  if (given !== undefined) return readKey(given);
  if (dataFile === undefined) return randomBytes(KEY_BYTES);
  const keyFile = `${dataFile}.key`;
  try {
    if (existsSync(keyFile)) return readKey(readFileSync(keyFile, 'utf8').trim());
    const key = randomBytes(KEY_BYTES);
    writeFileSync(keyFile, `${key.toString('hex')}\n`, { mode: 0o600, flag: 'wx' });
    return key;
  } catch (error) {
    throw error instanceof StoreError ? error : new StoreError('unusable', error);
  }
}

function readKey(hex: string): Uint8Array {
  if (!/^[0-9a-f]{64}$/iu.test(hex)) throw new StoreError('bad-key');
  return Buffer.from(hex, 'hex');
}

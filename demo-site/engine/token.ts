import { createHash } from 'node:crypto';
import type { Random } from './engine.ts';

const TOKEN_BYTES = 32;

/** What a cookie or a mailed link carries. Only its hash is stored: a stolen data file signs nobody in. */
export function makeToken(random: Random): string {
  return Buffer.from(random(TOKEN_BYTES)).toString('base64url');
}

export function hashToken(token: string): Uint8Array {
  return new Uint8Array(createHash('sha256').update(token).digest());
}

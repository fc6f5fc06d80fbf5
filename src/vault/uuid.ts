import { toHex } from '../core/bytes.ts';
import type { RandomBytes } from './box.ts';

/** A random UUID: RFC 9562 section 5.4, version 4. */
export function uuid(randomBytes: RandomBytes): string {
  const bytes = randomBytes(16);
  bytes.set([((bytes[6] ?? 0) & 0x0f) | 0x40], 6);
  bytes.set([((bytes[8] ?? 0) & 0x3f) | 0x80], 8);
  const hex = toHex(bytes);
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

import { fromUtf8, utf8 } from '../core/bytes.ts';
import type { Bytes } from './format.ts';

export function encodeJson(value: object): Bytes {
  return utf8(JSON.stringify(value));
}

/** Reads what a box held, and wipes it. A box authenticates, so it is of the type that `encodeJson` was given. */
export function decodeJson(plaintext: Bytes): unknown {
  try {
    return JSON.parse(fromUtf8(plaintext));
  } finally {
    plaintext.fill(0);
  }
}

/**
 * Bytes and their spellings: base64 and base32 (RFC 4648 sections 4 and 6), hexadecimal, UTF-8; and a joining of
 * parts that cannot be taken apart in two ways.
 *
 * Written by hand, for `btoa` is made for text and `Buffer` is Node's alone. None of this runs in constant time.
 */

/** An alphabet of 2^width letters, both ways: letter by value, and value by letter (255 for none of its letters). */
interface Alphabet {
  readonly width: number;
  readonly letters: Uint8Array;
  readonly values: Uint8Array;
}

const BASE64 = alphabetOf('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/');
const BASE32 = alphabetOf('ABCDEFGHIJKLMNOPQRSTUVWXYZ234567');

function alphabetOf(text: string): Alphabet {
  const letters = utf8(text);
  const values = new Uint8Array(256).fill(255);
  for (const [value, letter] of letters.entries()) values[letter] = value;
  return { width: Math.log2(letters.length), letters, values };
}

/** What was given is not what its spelling says. Never carries the text itself, which may be a secret. */
export class EncodingError extends Error {
  override readonly name = 'EncodingError';
  readonly spelling: 'base64' | 'utf-8';
  constructor(spelling: 'base64' | 'utf-8') {
    super(`not ${spelling}`);
    this.spelling = spelling;
  }
}

/** A letter for every `width` bits, the first bits first; the last letter is filled with zeros. */
function spell(bytes: Uint8Array, { width, letters }: Alphabet): string {
  const spelt = new Uint8Array(Math.ceil((bytes.length * 8) / width));
  const mask = (1 << width) - 1;
  let buffer = 0; // only its low `bits` bits are of meaning
  let bits = 0;
  let at = 0;
  for (const byte of bytes) {
    buffer = (buffer << 8) | byte;
    for (bits += 8; bits >= width;) {
      bits -= width;
      spelt[at++] = letters[(buffer >> bits) & mask] ?? 0;
    }
  }
  if (bits > 0) spelt[at] = letters[(buffer << (width - bits)) & mask] ?? 0;
  return fromUtf8(spelt);
}

/** The whole bytes that a text spells, and the bits left over; null for a letter outside the alphabet. */
function unspell(
  text: string,
  { width, values }: Alphabet,
): { bytes: Uint8Array<ArrayBuffer>; rest: number } | null {
  const spelt = utf8(text);
  const bytes = new Uint8Array(Math.floor((spelt.length * width) / 8));
  let buffer = 0;
  let bits = 0;
  let at = 0;
  for (const letter of spelt) {
    const value = values[letter] ?? 255;
    if (value === 255) return null;
    buffer = (buffer << width) | value;
    bits += width;
    if (bits >= 8) {
      bits -= 8;
      bytes[at++] = buffer >> bits;
    }
  }
  return { bytes, rest: buffer & ((1 << bits) - 1) };
}

/** Base64 with padding. */
export function toBase64(bytes: Uint8Array): string {
  const letters = spell(bytes, BASE64);
  return letters + '='.repeat((4 - (letters.length % 4)) % 4);
}

/** The one spelling that `toBase64` gives, and nothing else. Throws an `EncodingError`. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  const letters = text.replace(/={1,2}$/, '');
  const read = unspell(letters, BASE64);
  // Two spellings of the same bytes would let a stored text be changed without its content showing it.
  if (read === null || text.length % 4 !== 0 || letters.length % 4 === 1 || read.rest !== 0) {
    throw new EncodingError('base64');
  }
  return read.bytes;
}

/** Base32 without padding, as the Key URI format wants it. */
export function toBase32(bytes: Uint8Array): string {
  return spell(bytes, BASE32);
}

/**
 * Upper-case base32, padding or none; null for any other letter. Bits that fill no byte are dropped, whatever they
 * are: providers draw keys letter by letter, and every authenticator then computes with the whole bytes.
 */
export function fromBase32(text: string): Uint8Array<ArrayBuffer> | null {
  return unspell(text.replace(/=+$/, ''), BASE32)?.bytes ?? null;
}

/** Lower-case hexadecimal. */
export function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** UTF-8; half a surrogate pair, which has none, becomes U+FFFD. */
export function utf8(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}

/** The text that bytes are the UTF-8 of, a leading U+FEFF included. Throws an `EncodingError`. */
export function fromUtf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new EncodingError('utf-8');
  }
}

/** The text of bytes that a stranger wrote: UTF-8 where they are, else windows-1252, which reads any byte. */
export function textOf(bytes: Uint8Array): string {
  try {
    return fromUtf8(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** The parts one after the other. */
export function concat(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/**
 * Each part as its length (four bytes, big-endian) and its bytes; text as UTF-8.
 *
 * What is authenticated together must not be movable over the border of its parts: simply joined, ("ab", "c") and
 * ("a", "bc") would be the same bytes, and one could be passed off as the other.
 */
export function lengthPrefixed(...parts: readonly (string | Uint8Array)[]): Uint8Array<ArrayBuffer> {
  const prefixed = parts.flatMap((part) => {
    const bytes = typeof part === 'string' ? utf8(part) : part;
    const length = new Uint8Array(4);
    new DataView(length.buffer).setUint32(0, bytes.length);
    return [length, bytes];
  });
  return concat(...prefixed);
}

/**
 * The text in a symbol's data: segments of digits, of 45 characters, of bytes and of Kanji, each in as few bits as it needs
 * (ISO/IEC 18004 section 6.4). Of a text that is spread over several symbols ("structured append") each gives its part.
 */
import { textOfBytes } from './text.ts';

const ALPHANUMERIC = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';

/** Bits of a segment's length in versions up to 9, up to 26, and above. */
const LENGTHS = {
  numeric: [10, 12, 14],
  alphanumeric: [9, 11, 13],
  byte: [8, 16, 16],
  kanji: [8, 10, 12],
} as const;

/** What stands in the bits is not what a symbol may say. */
class NoSegments extends Error {}

class Bits {
  private at = 0;
  private readonly bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  get left(): number {
    return this.bytes.length * 8 - this.at;
  }

  take(count: number): number {
    if (count > this.left) throw new NoSegments('the data ends within a segment');
    let value = 0;
    for (const end = this.at + count; this.at < end; this.at++) {
      value = (value << 1) | (((this.bytes[this.at >> 3] ?? 0) >> (7 - (this.at & 7))) & 1);
    }
    return value;
  }
}

/** Puts a text together from plain parts and from bytes, of which those that follow each other belong together. */
export class TextParts {
  private text = '';
  private bytes: number[] = [];
  private assigned: number | undefined;

  addBytes(bytes: Iterable<number>): void {
    for (const byte of bytes) this.bytes.push(byte);
  }

  addText(text: string): void {
    this.flush();
    this.text += text;
  }

  /** By the number of an Extended Channel Interpretation: the character set of the bytes that follow. */
  assign(characterSet: number): void {
    this.flush();
    this.assigned = characterSet;
  }

  whole(): string {
    this.flush();
    return this.text;
  }

  private flush(): void {
    if (this.bytes.length > 0) this.text += textOfBytes(Uint8Array.from(this.bytes), this.assigned);
    this.bytes = [];
  }
}

/** Null where the data is no sequence of segments. */
export function textOfData(data: Uint8Array, version: number): string | null {
  try {
    return readSegments(new Bits(data), version < 10 ? 0 : version < 27 ? 1 : 2);
  } catch (error) {
    if (error instanceof NoSegments) return null;
    throw error;
  }
}

function readSegments(bits: Bits, sizes: 0 | 1 | 2): string {
  const parts = new TextParts();
  let isGs1 = false;
  while (bits.left >= 4) {
    const mode = bits.take(4);
    if (mode === 0) break;
    else if (mode === 1) parts.addText(digits(bits, bits.take(LENGTHS.numeric[sizes])));
    else if (mode === 2) parts.addText(alphanumerics(bits, bits.take(LENGTHS.alphanumeric[sizes]), isGs1));
    else if (mode === 3) bits.take(16);
    else if (mode === 4) parts.addBytes(bytes(bits, bits.take(LENGTHS.byte[sizes])));
    else if (mode === 5) isGs1 = true;
    else if (mode === 7) parts.assign(designator(bits));
    else if (mode === 8) parts.addText(kanji(bits, bits.take(LENGTHS.kanji[sizes])));
    else if (mode === 9) isGs1 = bits.take(8) >= 0;
    else throw new NoSegments(`no mode has the number ${mode}`);
  }
  return parts.whole();
}

/** Three digits in ten bits; two that are left over in seven, one in four. */
function digits(bits: Bits, count: number): string {
  let text = '';
  for (let left = count; left > 0; left -= 3) {
    const taken = Math.min(3, left);
    const value = bits.take([0, 4, 7, 10][taken] ?? 0);
    if (value >= 10 ** taken) throw new NoSegments('more than a digit can be');
    text += String(value).padStart(taken, '0');
  }
  return text;
}

/** Two characters in eleven bits, one in six. In GS1's symbols a percent sign stands for a separator, and two for one. */
function alphanumerics(bits: Bits, count: number, isGs1: boolean): string {
  let text = '';
  for (let left = count; left > 0; left -= 2) {
    const value = bits.take(left > 1 ? 11 : 6);
    if (value >= (left > 1 ? 45 * 45 : 45)) throw new NoSegments('no character has this number');
    if (left > 1) text += ALPHANUMERIC.charAt(Math.floor(value / 45));
    text += ALPHANUMERIC.charAt(value % 45);
  }
  return isGs1 ? text.replaceAll(/%%?/g, (signs) => (signs === '%%' ? '%' : '\u001D')) : text;
}

function bytes(bits: Bits, count: number): Uint8Array {
  if (count * 8 > bits.left) throw new NoSegments('more bytes than there are');
  return Uint8Array.from({ length: count }, () => bits.take(8));
}

/** Shift_JIS' two ranges of double bytes, closed up to thirteen bits. */
function kanji(bits: Bits, count: number): string {
  const double = Array.from({ length: count }, () => {
    const value = bits.take(13);
    const packed = Math.floor(value / 0xc0) * 0x100 + (value % 0xc0);
    return packed + (packed < 0x1f00 ? 0x8140 : 0xc140);
  });
  return textOfBytes(Uint8Array.from(double.flatMap((word) => [word >> 8, word & 0xff])), SHIFT_JIS);
}

const SHIFT_JIS = 20;

/** One to three bytes, told by the first one's highest bits as in UTF-8. */
function designator(bits: Bits): number {
  const first = bits.take(8);
  if (first < 0x80) return first;
  if (first < 0xc0) return ((first & 0x3f) << 8) | bits.take(8);
  if (first < 0xe0) return ((first & 0x1f) << 16) | bits.take(16);
  throw new NoSegments('no interpretation has this number');
}

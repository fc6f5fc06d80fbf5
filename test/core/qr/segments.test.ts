import { describe, expect, it } from 'vitest';
import { textOfData } from '../../../src/core/qr/segments.ts';

/** Bits as they are written down, filled up to whole bytes. */
function data(bits: string): Uint8Array {
  const whole = bits.replaceAll(' ', '');
  return Uint8Array.from(whole.padEnd(Math.ceil(whole.length / 8) * 8, '0').match(/.{8}/g) ?? [], (byte) =>
    Number.parseInt(byte, 2),
  );
}

describe('the data of a symbol', () => {
  it.each([
    // The first three are the examples of ISO/IEC 18004 sections 6.4.3 to 6.4.6.
    ['digits', '0001 0000001000 0000001100 0101011001 1000011', '01234567'],
    ['characters', '0010 000000101 00111001110 11100111001 000010', 'AC-42'],
    ['Kanji', '1000 00000010 0110110011111 1101010101010', '点茗'],
    ['bytes that two segments share', '0100 00000001 11000011 0100 00000001 10101001 0000', 'é'],
    ['bytes of a character set that is said', '0111 00001001 0100 00000001 11011001 0000', '\u03A9'],
    ['Shift_JIS that is said', '0111 00010100 0100 00000010 10010011 01011111 0000', '点'],
    ['Latin-1 that is not said', '0100 00000010 01100001 11101001 0000', 'aé'],
    ['a part of a text over several symbols', '0011 0000000100000000 0001 0000000001 0111 0000', '7'],
    ['a separator of GS1', '0101 0010 000000011 00111101000 001011 0000', 'A\u001DB'],
  ])('is read: %s', (_, bits, text) => {
    expect(textOfData(data(bits), 1)).toBe(text);
  });

  it.each([
    ['a mode that is none', '0110 00000000'],
    ['more bytes than there are', '0100 11111111 00000000'],
    ['a number too large for three digits', '0001 0000000011 1111101000'],
    ['a character beyond the last', '0010 000000010 11111101001'],
    ['an interpretation beyond the last', '0111 11100000 00000000'],
  ])('is refused: %s', (_, bits) => {
    expect(textOfData(data(bits), 1)).toBeNull();
  });
});

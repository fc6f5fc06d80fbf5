import { describe, expect, it } from 'vitest';
import { textOfBytes } from '../../../src/core/qr/text.ts';

const bytes = (hex: string): Uint8Array =>
  Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));

describe('the bytes of a symbol', () => {
  it.each([
    ['UTF-8', '436166c3a9', 'Café'],
    ['windows-1252, an accent among plain letters', '436166e9', 'Café'],
    [
      'windows-1252, an accent before a letter, which could be half of a Japanese one',
      '53e96375726974e9',
      'Sécurité',
    ],
    ['Shift_JIS', '83828 36f83438 38b'.replaceAll(' ', ''), 'モバイル'],
    ['Shift_JIS of half width', 'c3debbdeb2dd5152', 'ﾃﾞｻﾞｲﾝQR'],
  ])('are read as what they are: %s', (_, hex, text) => {
    expect(textOfBytes(bytes(hex))).toBe(text);
  });

  it('are read as what they say they are', () => {
    expect(textOfBytes(bytes('cfd0'), 22)).toBe('ПР');
    expect(textOfBytes(bytes('cfd0'), 9)).toBe('ΟΠ');
    expect(textOfBytes(bytes('43616682'), 2)).toBe('Café');
    expect(textOfBytes(bytes('63e1ff'), 0)).toBe('cß\u00A0');
    expect(textOfBytes(bytes('dd7374fe'), 11)).toBe('İstş');
  });

  it('are read all the same when what they say is not known, or not true', () => {
    expect(textOfBytes(bytes('436166e9'), 899)).toBe('Café');
    expect(textOfBytes(bytes('436166e9'), 26)).toBe('Café');
    expect(textOfBytes(bytes('436166c3a9'), 2)).toBe('Café');
  });
});

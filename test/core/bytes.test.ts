import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  concat,
  EncodingError,
  fromBase32,
  fromBase64,
  fromUtf8,
  lengthPrefixed,
  textOf,
  toBase32,
  toBase64,
  toHex,
  utf8,
} from '../../src/core/bytes.ts';

// RFC 4648 section 10.
const VECTORS = [
  ['', '', ''],
  ['f', 'Zg==', 'MY======'],
  ['fo', 'Zm8=', 'MZXQ===='],
  ['foo', 'Zm9v', 'MZXW6==='],
  ['foob', 'Zm9vYg==', 'MZXW6YQ='],
  ['fooba', 'Zm9vYmE=', 'MZXW6YTB'],
  ['foobar', 'Zm9vYmFy', 'MZXW6YTBOI======'],
] as const;

describe('RFC 4648 section 10', () => {
  it.each(VECTORS)('spells %j as %s and as %s', (text, base64, base32) => {
    expect(toBase64(utf8(text))).toBe(base64);
    expect(fromBase64(base64)).toEqual(utf8(text));
    expect(toBase32(utf8(text))).toBe(base32.replace(/=+$/, ''));
    expect(fromBase32(base32)).toEqual(utf8(text));
    expect(fromBase32(toBase32(utf8(text)))).toEqual(utf8(text));
  });
});

const bytes = fc.uint8Array({ maxLength: 300 });

describe('every spelling has an inverse', () => {
  it('base64, and it is the one that Node writes', () => {
    fc.assert(
      fc.property(bytes, (data) => {
        expect(toBase64(data)).toBe(Buffer.from(data).toString('base64'));
        expect(fromBase64(toBase64(data))).toEqual(Uint8Array.from(data));
      }),
    );
  });

  it('base32', () => {
    fc.assert(
      fc.property(bytes, (data) => {
        expect(fromBase32(toBase32(data))).toEqual(Uint8Array.from(data));
      }),
    );
  });

  it('hexadecimal, as Node reads it', () => {
    fc.assert(
      fc.property(bytes, (data) => {
        expect(Buffer.from(toHex(data), 'hex')).toEqual(Buffer.from(data));
      }),
    );
  });

  it('UTF-8, a leading byte order mark included', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(fromUtf8(utf8(text))).toBe(text.toWellFormed());
      }),
    );
    expect(fromUtf8(utf8('\uFEFFx'))).toBe('\uFEFFx');
  });
});

describe('base64', () => {
  it.each(['Zg', 'Zg=', 'Zg===', 'Zh==', 'Zm9=', 'Zm9v=', 'Z===', '====', 'Zm9v\n', 'Zm-v', 'Zm9é', ' '])(
    'refuses %j, which is not the one spelling of any bytes',
    (text) => {
      expect(() => fromBase64(text)).toThrow(EncodingError);
    },
  );

  it('never says in its error what it was given', () => {
    expect(() => fromBase64('my secret')).toThrow(/^not base64$/);
  });
});

describe('base32', () => {
  it.each(['MZXW0', 'MZXW1', 'MZXW8', 'mzxw6', 'MZ XW', 'MZ=XW', 'MZÉ'])('refuses %j', (text) => {
    expect(fromBase32(text)).toBeNull();
  });

  it('drops bits that fill no byte, as other authenticators do', () => {
    expect(fromBase32('MZ')).toEqual(fromBase32('MY'));
    expect(fromBase32('MZXW6YTBA')).toEqual(utf8('fooba'));
  });
});

describe('text', () => {
  it('is refused where the bytes are not UTF-8', () => {
    for (const data of [[0xe9], [0xc3], [0xed, 0xa0, 0x80], [0xc0, 0x80]]) {
      expect(() => fromUtf8(Uint8Array.from(data))).toThrow(EncodingError);
    }
  });

  it('of a stranger is windows-1252 where it is not UTF-8, and never refused', () => {
    expect(textOf(Uint8Array.of(0x43, 0x61, 0x66, 0xe9, 0x80))).toBe('Café€');
    expect(textOf(utf8('Café€'))).toBe('Café€');
    fc.assert(fc.property(bytes, (data) => typeof textOf(data) === 'string'));
  });
});

describe('joining', () => {
  it('puts parts one after the other', () => {
    expect(concat()).toEqual(new Uint8Array());
    expect(concat(Uint8Array.of(1), new Uint8Array(), Uint8Array.of(2, 3))).toEqual(Uint8Array.of(1, 2, 3));
  });

  it('with lengths keeps the border of the parts', () => {
    expect(lengthPrefixed('ab', 'c')).not.toEqual(lengthPrefixed('a', 'bc'));
    expect(lengthPrefixed('é', Uint8Array.of(7))).toEqual(
      Uint8Array.of(0, 0, 0, 2, 0xc3, 0xa9, 0, 0, 0, 1, 7),
    );
  });

  it('with lengths gives the same bytes for the same parts only', () => {
    // Few different bytes, zeros among them, so that a length could be mistaken for content.
    const part = fc.uint8Array({ maxLength: 6, max: 2 });
    const parts = fc.array(part, { maxLength: 5 });
    fc.assert(
      fc.property(parts, parts, (left, right) => {
        const same = JSON.stringify(left) === JSON.stringify(right);
        expect(toHex(lengthPrefixed(...left)) === toHex(lengthPrefixed(...right))).toBe(same);
      }),
      { numRuns: 1000 },
    );
  });
});

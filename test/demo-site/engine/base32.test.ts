import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { base32, base32Bytes } from '../../../demo-site/engine/base32.ts';

/** RFC 4648 section 10, without the padding. */
const vectors = {
  '': '',
  f: 'MY',
  fo: 'MZXQ',
  foo: 'MZXW6',
  foob: 'MZXW6YQ',
  fooba: 'MZXW6YTB',
  foobar: 'MZXW6YTBOI',
};

test.each(Object.entries(vectors))('RFC 4648: %j is written as %j', (text, written) => {
  expect(base32(Buffer.from(text))).toBe(written);
});

test('What is written is read back', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => {
      expect(base32Bytes(base32(bytes))).toEqual(bytes);
    }),
  );
});

test('Anything but base32 is refused', () => {
  expect(() => base32Bytes('MZXW6YT1')).toThrow('not base32');
});

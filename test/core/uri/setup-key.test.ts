import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toBase32, utf8 } from '../../../src/core/bytes.ts';
import { OtpauthError } from '../../../src/core/uri/problem.ts';
import { readSetupKey } from '../../../src/core/uri/setup-key.ts';

const SECRET = utf8('12345678901234567890');

describe('a setup key', () => {
  it.each([
    'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ',
    'gezd gnbv gy3t qojq gezd gnbv gy3t qojq',
    'GEZD-GNBV-GY3T-QOJQ-GEZD-GNBV-GY3T-QOJQ',
    ' GEZD\u2013GNBV\u00a0GY3T\u200bQOJQ\nGEZD\tGNBVGY3TQOJQ==== ',
    'ＧＥＺＤgnbvGY3TQOJQGEZDGNBVGY3TQOJQ',
  ])('is read out of %j', (text) => {
    expect(readSetupKey(text)).toEqual(SECRET);
  });

  it("may be as short as 80 bits, as CloudMC's are", () => {
    expect(readSetupKey('gezd gnbv gy3t qojq')).toEqual(utf8('1234567890'));
  });

  it('of any length is read in groups of four as it is in one', () => {
    const secrets = fc.uint8Array({ minLength: 1, maxLength: 64 });
    fc.assert(
      fc.property(secrets, (secret) => {
        const grouped = toBase32(secret).toLowerCase().replace(/.{4}/g, '$& ');
        expect(readSetupKey(grouped)).toEqual(Uint8Array.from(secret));
      }),
    );
  });

  it.each([
    ['', 'no-secret'],
    [' - ', 'no-secret'],
    ['====', 'no-secret'],
    ['GEZDGNBVGY3TQOJ0', 'bad-secret'],
    ['GEZD1GNBV', 'bad-secret'],
    ['GEZD=GNBV', 'bad-secret'],
    ['GEZDGNBı', 'bad-secret'],
    ['otpauth://totp/x', 'bad-secret'],
    ['A', 'bad-secret'],
    ['A'.repeat(1025), 'too-long'],
  ])('%j is none: %s', (text, problem) => {
    expect(() => readSetupKey(text)).toThrow(new OtpauthError(problem as OtpauthError['problem']));
  });

  it('is bytes or an OtpauthError, whatever was pasted', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        try {
          expect(readSetupKey(text).length).toBeGreaterThan(0);
        } catch (error) {
          expect(error).toBeInstanceOf(OtpauthError);
        }
      }),
    );
  });
});

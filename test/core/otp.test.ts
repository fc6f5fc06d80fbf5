import { createHmac } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Algorithm, OtpKind, OtpParameters } from '../../src/core/account.ts';
import { fromBase32, utf8 } from '../../src/core/bytes.ts';
import { codeAt, counterCode, periodAt } from '../../src/core/otp.ts';

const SEED = '12345678901234567890';

function parameters(kind: OtpKind, algorithm: Algorithm = 'SHA1', digits = 6, period = 30): OtpParameters {
  return { kind, algorithm, digits, period };
}

describe('RFC 4226 appendix D', () => {
  const codes = [755224, 287082, 359152, 969429, 338314, 254676, 287922, 162583, 399871, 520489];

  it.each(codes.map((code, counter) => [counter, code] as const))('counter %i gives %i', (counter, code) => {
    expect(counterCode(parameters('hotp'), utf8(SEED), counter)).toBe(String(code));
  });

  it('shows all of the truncated number with ten digits, zeros in front', () => {
    // The "decimal" column for the counters 0 and 3.
    expect(counterCode(parameters('hotp', 'SHA1', 10), utf8(SEED), 0)).toBe('1284755224');
    expect(counterCode(parameters('hotp', 'SHA1', 10), utf8(SEED), 3)).toBe('1726969429');
    expect(counterCode(parameters('hotp', 'SHA1', 10), utf8(SEED), 7)).toBe('0082162583');
  });
});

describe('RFC 6238 appendix B', () => {
  const seeds: Record<Algorithm, string> = {
    SHA1: SEED,
    SHA256: SEED.repeat(2).slice(0, 32),
    SHA512: SEED.repeat(4).slice(0, 64),
  };
  const vectors = [
    [59, '94287082', '46119246', '90693936'],
    [1111111109, '07081804', '68084774', '25091201'],
    [1111111111, '14050471', '67062674', '99943326'],
    [1234567890, '89005924', '91819424', '93441116'],
    [2000000000, '69279037', '90698825', '38618901'],
    [20000000000, '65353130', '77737706', '47863826'],
  ] as const;

  it.each(vectors)('at %i s gives %s, %s and %s', (seconds, ...codes) => {
    for (const [index, algorithm] of (['SHA1', 'SHA256', 'SHA512'] as const).entries()) {
      const secret = utf8(seeds[algorithm]);
      expect(codeAt(parameters('totp', algorithm, 8), secret, seconds * 1000)).toBe(codes[index]);
    }
  });
});

describe('Steam', () => {
  // Read off the Steam mobile app by the KeePassXC project, with the secret of an account thrown away since.
  const secret = fromBase32('63BEDWCQZKTQWPESARIERL5DTTQFCJTK') ?? new Uint8Array();

  it.each([
    [1511200518, 'FR8RV'],
    [1511200714, '9P3VP'],
  ])('at %i s gives %s', (seconds, code) => {
    expect(codeAt(parameters('steam', 'SHA1', 5), secret, seconds * 1000)).toBe(code);
  });
});

const anyParameters = fc.record({
  kind: fc.constantFrom<OtpKind>('totp', 'hotp'),
  algorithm: fc.constantFrom<Algorithm>('SHA1', 'SHA256', 'SHA512'),
  digits: fc.integer({ min: 5, max: 10 }),
  period: fc.integer({ min: 1, max: 2 ** 31 }),
});
const anySecret = fc.uint8Array({ minLength: 1, maxLength: 80 }).map((bytes) => Uint8Array.from(bytes));

/** RFC 4226 section 5.3 once more, on Node's HMAC and 64-bit integers. */
function reference({ algorithm, digits }: OtpParameters, secret: Uint8Array, counter: number): string {
  const message = Buffer.alloc(8);
  message.writeBigUInt64BE(BigInt(counter));
  const digest = createHmac(algorithm, secret).update(message).digest();
  const offset = digest.readUInt8(digest.length - 1) & 15;
  const truncated = digest.readUInt32BE(offset) & 0x7fffffff;
  return String(truncated % 10 ** digits).padStart(digits, '0');
}

describe('a code', () => {
  it("is the reference's for any algorithm, 5 to 10 digits, any secret and any counter", () => {
    const counter = fc.oneof(fc.nat(), fc.maxSafeNat());
    fc.assert(
      fc.property(anyParameters, anySecret, counter, (parameters, secret, counter) => {
        expect(counterCode(parameters, secret, counter)).toBe(reference(parameters, secret, counter));
      }),
    );
  });

  it('is made of the secret alone, though it be a part of a larger buffer', () => {
    const buffer = utf8(`before${SEED}after`);
    const view = buffer.subarray(6, 6 + SEED.length);
    expect(counterCode(parameters('hotp'), view, 0)).toBe('755224');
  });

  it('is refused for counters that are none', () => {
    for (const counter of [-1, 0.5, Number.NaN, Infinity, 2 ** 53]) {
      expect(() => counterCode(parameters('hotp'), utf8(SEED), counter)).toThrow(RangeError);
    }
    expect(() => codeAt(parameters('totp'), utf8(SEED), -1)).toThrow(RangeError);
  });
});

describe('a period', () => {
  it('holds its time, lasts as long as it should, and has one code from its first to its last moment', () => {
    const time = fc.integer({ min: 0, max: Date.UTC(3000) });
    fc.assert(
      fc.property(anyParameters, anySecret, time, (anything, secret, timeMs) => {
        const totp: OtpParameters = { ...anything, kind: 'totp' };
        const { step, from, until } = periodAt(totp, timeMs);
        expect(from <= timeMs && timeMs < until).toBe(true);
        expect(until - from).toBe(totp.period * 1000);
        expect(codeAt(totp, secret, from)).toBe(counterCode(totp, secret, step));
        expect(codeAt(totp, secret, until - 1)).toBe(counterCode(totp, secret, step));
        expect(periodAt(totp, until).step).toBe(step + 1);
      }),
    );
  });

  it('is nothing that HOTP has', () => {
    expect(() => periodAt(parameters('hotp'), 0)).toThrow(RangeError);
    expect(() => codeAt(parameters('hotp'), utf8(SEED), 0)).toThrow(RangeError);
  });
});

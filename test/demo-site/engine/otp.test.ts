import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  hotp,
  matchStep,
  readCode,
  stepAt,
  usualShape,
  type OtpAlgorithm,
} from '../../../demo-site/engine/otp.ts';

const seed = '12345678901234567890';
const sha1Secret = Buffer.from(seed);

/** RFC 4226 appendix D. */
const hotpVectors = [
  '755224',
  '287082',
  '359152',
  '969429',
  '338314',
  '254676',
  '287922',
  '162583',
  '399871',
  '520489',
];

/** RFC 6238 appendix B: time in seconds, then the codes for SHA-1, SHA-256 and SHA-512. */
const totpVectors: [time: number, sha1: string, sha256: string, sha512: string][] = [
  [59, '94287082', '46119246', '90693936'],
  [1111111109, '07081804', '68084774', '25091201'],
  [1111111111, '14050471', '67062674', '99943326'],
  [1234567890, '89005924', '91819424', '93441116'],
  [2000000000, '69279037', '90698825', '38618901'],
  [20000000000, '65353130', '77737706', '47863826'],
];

/** The appendix repeats the seed up to the size of the hash. */
const keyBytes: Record<OtpAlgorithm, number> = { sha1: 20, sha256: 32, sha512: 64 };

test.each(hotpVectors.map((code, counter) => ({ code, counter })))(
  'RFC 4226: counter $counter gives $code',
  ({ code, counter }) => expect(hotp(sha1Secret, counter, usualShape)).toBe(code),
);

describe.each(totpVectors)('RFC 6238 at %i', (time, ...codes) => {
  test.each((['sha1', 'sha256', 'sha512'] as const).map((algorithm, at) => ({ algorithm, code: codes[at] })))(
    '$algorithm gives $code',
    ({ algorithm, code }) => {
      const shape = { algorithm, digits: 8, period: 30 };
      const secret = Buffer.from(seed.repeat(4).slice(0, keyBytes[algorithm]));
      expect(hotp(secret, stepAt(time * 1000, shape), shape)).toBe(code);
    },
  );
});

test('The step that is returned is the one whose code it is, and not the current one', () => {
  const now = 1_767_268_800_000;
  const current = stepAt(now, usualShape);
  for (const step of [current - 1, current, current + 1]) {
    expect(matchStep(sha1Secret, hotp(sha1Secret, step, usualShape), now)).toBe(step);
  }
  for (const step of [current - 2, current + 2]) {
    expect(matchStep(sha1Secret, hotp(sha1Secret, step, usualShape), now)).toBeNull();
  }
});

test('F14: no code but those of the three steps is accepted', () => {
  const now = 1_767_268_800_000;
  const current = stepAt(now, usualShape);
  const good = [-1, 0, 1].map((near) => hotp(sha1Secret, current + near, usualShape));
  fc.assert(
    fc.property(fc.stringMatching(/^[0-9]{6}$/u), (code) => {
      expect(matchStep(sha1Secret, code, now) !== null).toBe(good.includes(code));
    }),
    { numRuns: 10_000 },
  );
});

test('F15: what can’t be a code is none, and a leading zero is part of one', () => {
  const others: unknown[] = [
    null,
    undefined,
    true,
    0,
    81804,
    [],
    ['123456'],
    { $ne: '' },
    '',
    ' ',
    '12345',
    '1234567',
  ];
  for (const other of [...others, '123456\0', '12345a', '-12345', '1e5', '١٢٣٤٥٦', '1'.repeat(1e6)]) {
    expect(readCode(other, 6)).toBeNull();
  }
  expect(readCode('081804', 6)).toBe('081804');
  expect(readCode(' 081 804 ', 6)).toBe('081804');
  expect(readCode('081-804', 6)).toBe('081804');
  // NFKC: what an East Asian keyboard types.
  expect(readCode('０８１８０４', 6)).toBe('081804');
});

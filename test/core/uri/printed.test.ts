import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromBase32, toBase32, utf8 } from '../../../src/core/bytes.ts';
import { readPrinted } from '../../../src/core/uri/printed.ts';

const KEY = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const SECRET = utf8('12345678901234567890');
const ASKED = 'Enter this setup key into your authenticator app:';

function keysIn(text: string, ...near: readonly string[]): readonly string[] {
  return readPrinted([{ text, near }]).map(({ secret }) => toBase32(secret));
}

describe('a setup key is read', () => {
  it.each([
    KEY,
    KEY.toLowerCase(),
    'GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ',
    'gezd gnbv gy3t qojq gezd gnbv gy3t qojq',
    'GEZD-GNBV-GY3T-QOJQ-GEZD-GNBV-GY3T-QOJQ',
    `${KEY}======`,
    `Key: ${KEY}.`,
    'Secret key: gezd gnbv gy3t qojq gezd gnbv gy3t qojq',
    'Your key (gezd gnbv gy3t qojq gezd gnbv gy3t qojq).',
    'Enter GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ into your app',
  ])('out of %j', (text) => {
    expect(keysIn(text, ASKED)).toEqual([KEY]);
  });

  it.each([
    ['de', 'Scannen Sie den QR-Code, oder geben Sie diesen Schlüssel ein'],
    ['fr', 'Clé secrète'],
    ['ja', 'セットアップキー'],
    ['zh', '扫描二维码或输入密钥'],
    ['ru', 'Отсканируйте штрихкод или введите ключ'],
  ])('beside words of a set-up: %s', (_, near) => {
    expect(keysIn(KEY, near)).toEqual([KEY]);
  });

  it('without a digit, where the page calls it a setup key and it is as long as keys are', () => {
    expect(keysIn('GEZDGNBVGYATQOJQ', 'Setup key')).toEqual(['GEZDGNBVGYATQOJQ']);
    expect(keysIn('GEZDGNBVGYATQOJQ', 'Scan the QR code')).toEqual([]);
  });

  it('once, however often it stands there, and with its names where an address has them', () => {
    const uri = `otpauth://totp/Cloud:ada?secret=${KEY}&issuer=Cloud`;
    const printed = [KEY, KEY.toLowerCase(), uri].map((text) => ({ text, near: [ASKED] }));
    expect(readPrinted(printed)).toMatchObject([{ issuer: 'Cloud', name: 'ada', secret: SECRET }]);
  });

  it('with what the page says of its codes', () => {
    const near = ['Setup key', 'Type: Counter-based Algorithm: SHA-256 Digits: 8 Counter: 5'];
    expect(readPrinted([{ text: KEY, near }])).toMatchObject([
      { parameters: { kind: 'hotp', algorithm: 'SHA256', digits: 8, period: 30 }, counter: 5 },
    ]);
    const slow = ['Setup key', 'Interval: 60. Enter the 7-digit code.'];
    expect(readPrinted([{ text: KEY, near: slow }])[0]?.parameters).toMatchObject({ digits: 7, period: 60 });
  });

  it('of any length that keys have, in one piece and in groups', () => {
    const secrets = fc.uint8Array({ minLength: 20, maxLength: 64 }).filter((secret) => {
      const key = toBase32(secret);
      return /\d/.test(key) && new Set(key).size >= 6;
    });
    fc.assert(
      fc.property(secrets, fc.constantFrom(' ', '-'), (secret, between) => {
        const key = toBase32(secret);
        const read = toBase32(fromBase32(key) ?? new Uint8Array());
        const grouped = key.replace(/.{4}(?=.)/g, `$&${between}`);
        expect([keysIn(key, ASKED), keysIn(grouped, ASKED)]).toEqual([[read], [read]]);
      }),
      { numRuns: 50 },
    );
  });
});

describe('an otpauth address is read wherever it stands', () => {
  const uri = `otpauth://totp/Cloud:ada?secret=${KEY}&issuer=Cloud`;

  it.each([uri, `Copy this: ${uri}`, `"${uri}"`, uri.toUpperCase().replace('SECRET', 'secret')])(
    '%s',
    (text) => {
      expect(readPrinted([{ text, near: [] }]).map(({ secret }) => toBase32(secret))).toEqual([KEY]);
    },
  );

  it('and passed over where it is broken', () => {
    expect(readPrinted([{ text: 'otpauth://totp/Cloud?secret=0', near: [] }])).toEqual([]);
  });
});

describe('no setup key is', () => {
  it.each<readonly [string, string, ...(readonly string[])]>([
    ['a key that nothing is said of', KEY, ''],
    ['a licence key', 'KRUGS4ZANFZSA3TPOQQGCIDLMV4Q', 'Thank you. Your licence key:'],
    ['an API key', KEY, 'API key', 'Protect your account with two-factor authentication'],
    ['an access key of Amazon', 'AKIAIOSFODNN7EXAMPLE', 'Scan the QR code'],
    ['the address of an onion service', `${'abcdefg234567'.repeat(4)}abcd.onion`, 'Scan the QR code'],
    ['a part of a longer word', `${KEY}189`, ASKED],
    ['a hash', '3f786850e387550fdab836ed7e6dc881de23001b', ASKED],
    ['a recovery code', 'QJ7WPX2MZK4TRBN6', 'Your recovery codes', 'Set up your authenticator app'],
    ['a sentence', 'this code must only ever work with your very first scan 2 times', ASKED],
    ['a word', 'AUTHENTICATIONAPP', ASKED],
    ['one letter', 'A'.repeat(31) + '2', ASKED],
    ['a key of one of ten letters', 'GEZDGNBVG3', ASKED],
  ])('%s', (_, text, ...near) => {
    expect(keysIn(text, ...near)).toEqual([]);
  });

  it('one of a list of codes', () => {
    const codes = ['QJ7WPX2MZK4TRBN6', 'TN4KXR7PZB2WMQ6J', 'H3VDLS7YCF5GEA2U'];
    expect(readPrinted(codes.map((text) => ({ text, near: [ASKED] })))).toEqual([]);
  });

  it('anything, whatever stands on the page: bytes of a key or nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        for (const { secret } of readPrinted([{ text, near: [ASKED] }]))
          expect(secret.length).toBeGreaterThanOrEqual(10);
      }),
    );
  });

  it('a text of a hundred kilobytes, which is judged as fast as a short one', () => {
    expect(keysIn('abcd '.repeat(20_000), ASKED)).toEqual([]);
    expect(keysIn('A2'.repeat(50_000), ASKED)).toEqual([]);
  });
});

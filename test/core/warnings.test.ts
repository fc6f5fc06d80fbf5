import { describe, expect, it } from 'vitest';
import type { Enrolment, OtpParameters } from '../../src/core/account.ts';
import { utf8 } from '../../src/core/bytes.ts';
import { oddities, type Warning } from '../../src/core/warnings.ts';

const USUAL: OtpParameters = { kind: 'totp', algorithm: 'SHA1', digits: 6, period: 30 };
const ENROLMENT: Enrolment = {
  issuer: 'Example',
  name: 'ada@example.org',
  parameters: USUAL,
  secret: utf8('12345678901234567890'),
  counter: 0,
};

function warnings(change: Partial<Enrolment>, host: string | null = 'login.example.org'): readonly Warning[] {
  return oddities({ ...ENROLMENT, ...change }, { host });
}

describe('an enrolment as it should be', () => {
  it('has nothing odd, on its page or on none', () => {
    expect(warnings({})).toEqual([]);
    expect(warnings({}, null)).toEqual([]);
    expect(warnings({ issuer: '', name: '' })).toEqual([]);
  });
});

describe('a warning', () => {
  it("is given of secrets under 128 bits, such as CloudMC's of 80", () => {
    expect(warnings({ secret: new Uint8Array(10) })).toEqual(['short-secret']);
    expect(warnings({ secret: new Uint8Array(15) })).toEqual(['short-secret']);
    expect(warnings({ secret: new Uint8Array(16) })).toEqual([]);
  });

  it.each([
    ['https://bank.com/', 'evil.com'],
    ['bank.com', 'evil.com'],
    ['bank.com', 'bank.com.evil.com'],
    ['ada.github.io', 'eve.github.io'],
    ['https://cloudmc.localhost:4600/', 'infura.localhost:4600'],
    ['https://192.168.0.1/', '192.168.0.2'],
  ])('is given of an issuer %s on a page of %s', (issuer, host) => {
    expect(warnings({ issuer }, host)).toEqual(['other-site']);
  });

  it.each([
    ['https://console.bank.com/', 'login.bank.com'],
    ['BANK.com', 'bank.com:8443'],
    ['https://cloudmc.localhost:4600/', 'cloudmc.localhost:4600'],
    ['https://192.168.0.1:8443/', '192.168.0.1'],
    ['Bank', 'evil.com'],
    ['Node.js', 'nodejs.org'],
  ])('is not given of an issuer %s on a page of %s', (issuer, host) => {
    expect(warnings({ issuer }, host)).toEqual([]);
  });

  it('of another site is not given where there is no page', () => {
    expect(warnings({ issuer: 'https://bank.com/' }, null)).toEqual([]);
  });

  it.each([
    '<img src=x>',
    'a\u202Eb',
    'a\u2066b',
    'a\0b',
    'a\nb',
    'soft\u00adhyphen',
    'javascript:alert(1)',
    ' data:x',
  ])('is given of the name %j, as an issuer and as an account', (odd) => {
    expect(warnings({ issuer: odd })).toEqual(['odd-text']);
    expect(warnings({ name: odd })).toEqual(['odd-text']);
  });

  it.each(['Größe & Söhne', '密码', 'نام\u200cکاربری', '👩\u200d💻', "O'Reilly", 'a+b@c.de', '100 %'])(
    'is not given of the name %s',
    (name) => {
      expect(warnings({ issuer: name, name })).toEqual([]);
    },
  );

  it('is given of parameters that other apps are known to ignore', () => {
    for (const change of [{ algorithm: 'SHA256' }, { digits: 8 }, { period: 60 }] as const) {
      expect(warnings({ parameters: { ...USUAL, ...change } })).toEqual(['unusual-parameters']);
    }
    expect(warnings({ parameters: { ...USUAL, kind: 'steam', digits: 5 } })).toEqual([]);
  });

  it('is given of HOTP', () => {
    expect(warnings({ parameters: { ...USUAL, kind: 'hotp' } })).toEqual(['counter-based']);
  });

  it('is given of everything at once, the gravest first', () => {
    const everything: Partial<Enrolment> = {
      issuer: 'https://bank.com/',
      name: '<b>',
      parameters: { ...USUAL, kind: 'hotp', digits: 8 },
      secret: new Uint8Array(10),
    };
    expect(warnings(everything)).toEqual([
      'other-site',
      'odd-text',
      'short-secret',
      'unusual-parameters',
      'counter-based',
    ]);
  });
});

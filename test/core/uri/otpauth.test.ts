import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Algorithm, Enrolment, OtpKind, OtpParameters } from '../../../src/core/account.ts';
import { toBase32, utf8 } from '../../../src/core/bytes.ts';
import { readOtpauth, writeOtpauth } from '../../../src/core/uri/otpauth.ts';
import { OtpauthError, type ReadProblem } from '../../../src/core/uri/problem.ts';
import { corpus } from '../../corpora.ts';

const SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

function read(uri: string): Enrolment {
  const enrolment = readOtpauth(uri);
  if (enrolment === null) throw new Error(`not an otpauth URI: ${uri}`);
  return enrolment;
}

/** Issuer and account of a label and further parameters. */
function names(label: string, query = ''): readonly [issuer: string, name: string] {
  const { issuer, name } = read(`otpauth://totp/${label}?secret=${SECRET}${query}`);
  return [issuer, name];
}

function parameters(query: string, type = 'totp'): OtpParameters {
  return read(`otpauth://${type}/x?secret=${SECRET}${query}`).parameters;
}

function problem(uri: string): ReadProblem | 'none' {
  try {
    readOtpauth(uri);
    return 'none';
  } catch (error) {
    if (error instanceof OtpauthError) return error.problem;
    throw error;
  }
}

describe("the Key URI format's own example", () => {
  it('is read whole', () => {
    const uri =
      'otpauth://totp/ACME%20Co:john.doe@email.com?secret=HXDMVJECJJWSRB3HWIZR4IFUGFTMXBOZ&issuer=ACME%20Co&algorithm=SHA1&digits=6&period=30';
    const { secret, ...rest } = read(uri);
    expect(rest).toEqual({
      issuer: 'ACME Co',
      name: 'john.doe@email.com',
      parameters: { kind: 'totp', algorithm: 'SHA1', digits: 6, period: 30 },
      counter: 0,
    });
    expect(toBase32(secret)).toBe('HXDMVJECJJWSRB3HWIZR4IFUGFTMXBOZ');
  });
});

const kinds = fc.constantFrom<OtpKind>('totp', 'hotp', 'steam');
const algorithms = fc.constantFrom<Algorithm>('SHA1', 'SHA256', 'SHA512');
const text = fc
  .oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.string({ unit: fc.constantFrom(':', '/', '%', '+', ' ', '#', '?', '&', '=', 'a', 'e', '\u0301') }),
  )
  .map((raw) => raw.toWellFormed().normalize('NFC').trim());

const enrolments: fc.Arbitrary<Enrolment> = fc
  .record({
    issuer: text,
    name: text,
    kind: kinds,
    algorithm: algorithms,
    digits: fc.integer({ min: 5, max: 10 }),
    period: fc.integer({ min: 1, max: 2 ** 31 }),
    counter: fc.maxSafeNat(),
    secret: fc.uint8Array({ minLength: 1, maxLength: 128 }),
  })
  .map(({ issuer, name, kind, algorithm, digits, period, counter, secret }) => ({
    issuer,
    name,
    parameters: {
      kind,
      algorithm,
      digits: kind === 'steam' ? 5 : digits,
      period: kind === 'hotp' ? 30 : period,
    },
    secret: Uint8Array.from(secret),
    counter: kind === 'hotp' ? counter : 0,
  }));

describe('reading', () => {
  it('gives back what was written, whatever the names hold', () => {
    fc.assert(
      fc.property(enrolments, (enrolment) => {
        expect(readOtpauth(writeOtpauth(enrolment))).toEqual(enrolment);
      }),
      { numRuns: 2000 },
    );
  });

  it('gives a result, null or an OtpauthError for any text, never another error', () => {
    const marks = ['otpauth', '://', ':', '/', '?', '&', '=', '%', '%3A', '%ff', '+', ' ', '#', '\ud800'];
    const words = [
      'totp',
      'steam',
      'secret',
      'issuer',
      'digits',
      'period',
      'algorithm',
      'encoder',
      '7',
      SECRET,
    ];
    const piece = fc.constantFrom(...marks, ...words);
    const likely = fc.array(fc.oneof(piece, fc.string({ unit: 'binary', maxLength: 4 })), { maxLength: 40 });
    const anything = fc.oneof(
      fc.string({ unit: 'binary' }),
      likely.map((pieces) => pieces.join('')),
      likely.map((pieces) => `otpauth://totp/${pieces.join('')}`),
      likely.map((pieces) => `otpauth://totp/a?secret=${SECRET}&${pieces.join('')}`),
    );
    fc.assert(
      fc.property(anything, (uri) => problem(uri) !== undefined),
      { numRuns: 3000 },
    );
  });

  it('leaves to others what is not an otpauth URI', () => {
    for (const uri of [
      '',
      'https://example.com/',
      'otpauth',
      'otpauth-migration://offline?data=',
      'steam://ABC',
    ]) {
      expect(readOtpauth(uri)).toBeNull();
    }
  });

  it('takes a scheme and a type in any case, with white space around', () => {
    expect(parameters('', 'TOTP').kind).toBe('totp');
    expect(read(`\n OTPAUTH://Totp/x?secret=${SECRET} `).name).toBe('x');
  });
});

describe('issuer and account', () => {
  it('of CloudMC, whose issuer is a URL that nothing encodes', () => {
    const issuer = 'https://console.cloud.example/';
    expect(names(`${issuer}:ada@example.org`, `&issuer=${issuer}`)).toEqual([issuer, 'ada@example.org']);
    expect(names('console.cloud.example:ada', '&issuer=console.cloud.example')).toEqual([
      'console.cloud.example',
      'ada',
    ]);
  });

  it.each([
    ['https://h.example/:ada', 'https://h.example/', 'ada'],
    ['https://h.example:ada', 'https://h.example', 'ada'],
    ['https://h.example:8443/:ada', 'https://h.example:8443/', 'ada'],
    ['https://h.example/x%3Ay:ada', 'https://h.example/x:y', 'ada'],
    ['https://h.example/path:ada:b', 'https://h.example/path', 'ada:b'],
    ['https%3A%2F%2Fh.example%2F:ada', 'https://h.example/', 'ada'],
    ['https%3A%2F%2Fh.example%2F%3Aada', 'https://h.example/', 'ada'],
    ['https://h.example/%3Aada', 'https://h.example/', 'ada'],
    ['https://h.example/', '', 'https://h.example/'],
  ])('of the label %s alone are %j and %j', (label, issuer, name) => {
    expect(names(label)).toEqual([issuer, name]);
  });

  it.each([
    ['Example:ada', 'Example', 'ada'],
    ['Example%3Aada', 'Example', 'ada'],
    ['Example%3A%20ada', 'Example', 'ada'],
    ['A%3AB:ada', 'A:B', 'ada'],
    ['Example:ada:b', 'Example', 'ada:b'],
    [':ada:b', '', 'ada:b'],
    ['Example:', 'Example', ''],
    ['Defguard', '', 'Defguard'],
    ['a/b:c', 'a/b', 'c'],
    ['100%:ada%zz', '100%', 'ada%zz'],
    ['Caf%E9:ada', 'Café', 'ada'],
    ['Caf%C3%A9:ada', 'Café', 'ada'],
    ['Cafe%CC%81:ada', 'Café', 'ada'],
    ['ada+tag@example.org', '', 'ada+tag@example.org'],
    ['C%23#:ada', 'C##', 'ada'],
    ['', '', ''],
  ])('of the label %s are %j and %j', (label, issuer, name) => {
    expect(names(label)).toEqual([issuer, name]);
  });

  it.each([
    ['Old:ada', 'New', 'New', 'ada'],
    ['ada', 'Example', 'Example', 'ada'],
    ['Example:ada:b', 'Example', 'Example', 'ada:b'],
    ['Example:%20ada', 'Example', 'Example', 'ada'],
    ['A%3AB%3Aada', 'A%3AB', 'A:B', 'ada'],
    ['Air%20Canada:ada', 'Air+Canada', 'Air Canada', 'ada'],
    ['ada', 'Air+Canada', 'Air Canada', 'ada'],
    ['Notepad++:ada', 'Notepad++', 'Notepad++', 'ada'],
    ['Notepad%2B%2B:ada', 'Notepad%2B%2B', 'Notepad++', 'ada'],
    ['ada', '50%25', '50%', 'ada'],
    ['ada', '50%', '50%', 'ada'],
    ['Example:ada', '', 'Example', 'ada'],
    ['ada', 'a=b', 'a=b', 'ada'],
  ])('of the label %s with the issuer parameter %s are %j and %j', (label, parameter, issuer, name) => {
    expect(names(label, `&issuer=${parameter}`)).toEqual([issuer, name]);
  });

  it('keep what a warning is needed for', () => {
    expect(names('%E2%80%AEelpmaxE:%3Cb%3E%00')).toEqual(['\u202EelpmaxE', '<b>\0']);
  });
});

describe('parameters', () => {
  it("are the format's defaults where none are given, or empty ones", () => {
    const defaults = { kind: 'totp', algorithm: 'SHA1', digits: 6, period: 30 };
    expect(parameters('')).toEqual(defaults);
    expect(parameters('&digits=&period=&algorithm=&foo=bar&&=')).toEqual(defaults);
  });

  it.each([
    ['SHA1', 'SHA1'],
    ['sha1', 'SHA1'],
    ['SHA-1', 'SHA1'],
    ['HmacSHA1', 'SHA1'],
    ['SHA_256', 'SHA256'],
    ['hmac-sha-256', 'SHA256'],
    ['HMAC+SHA512', 'SHA512'],
    ['sha512', 'SHA512'],
  ])('spell the algorithm %s and mean %s', (spelling, algorithm) => {
    expect(parameters(`&algorithm=${spelling}`).algorithm).toBe(algorithm);
  });

  it('may ask for 5 to 10 digits and any whole period up to 2^31', () => {
    for (const digits of [5, 6, 7, 8, 9, 10]) expect(parameters(`&digits=${digits}`).digits).toBe(digits);
    for (const period of [1, 15, 45, 61, 86400, 2 ** 31]) {
      expect(parameters(`&period=${period}`).period).toBe(period);
    }
  });

  it('are found under names in any case, the first of a name', () => {
    expect(parameters('&DIGITS=8&digits=7').digits).toBe(8);
  });

  it('of Steam are five letters by either of its two spellings', () => {
    const steam = { kind: 'steam', algorithm: 'SHA1', digits: 5, period: 30 };
    expect(parameters('', 'steam')).toEqual(steam);
    expect(parameters('&encoder=steam&digits=6')).toEqual(steam);
    expect(parameters('&encoder=Steam')).toEqual(steam);
  });

  it('of HOTP are a counter, 0 where there is none, and no period', () => {
    const uri = `otpauth://hotp/x?secret=${SECRET}&period=60`;
    expect(read(uri)).toMatchObject({ counter: 0, parameters: { period: 30 } });
    expect(read(`${uri}&counter=${Number.MAX_SAFE_INTEGER}`).counter).toBe(Number.MAX_SAFE_INTEGER);
    expect(read(`otpauth://totp/x?secret=${SECRET}&counter=nonsense`).counter).toBe(0);
  });
});

describe('a broken one', () => {
  const start = `otpauth://totp/x?secret=${SECRET}`;

  it.each<[string, ReadProblem]>([
    ['otpauth:', 'bad-uri'],
    ['otpauth:totp/x?secret=A', 'bad-uri'],
    ['otpauth://', 'bad-kind'],
    [`otpauth://motp/x?secret=${SECRET}`, 'bad-kind'],
    [`otpauth://constructor/x?secret=${SECRET}`, 'bad-kind'],
    ['otpauth://totp/x', 'no-secret'],
    ['otpauth://totp/x?secret=&issuer=y', 'no-secret'],
    ['otpauth://totp/x?secret=%20=', 'no-secret'],
    ['otpauth://totp/x?secret=ABC1', 'bad-secret'],
    ['otpauth://totp/x?secret=A', 'bad-secret'],
    ['otpauth://totp/x?secret=%', 'bad-secret'],
    [`${start}&digits=4`, 'bad-digits'],
    [`${start}&digits=11`, 'bad-digits'],
    [`${start}&digits=six`, 'bad-digits'],
    [`${start}&digits=6.5`, 'bad-digits'],
    [`${start}&digits=0x6`, 'bad-digits'],
    [`${start}&period=0`, 'bad-period'],
    [`${start}&period=-30`, 'bad-period'],
    [`${start}&period=2147483649`, 'bad-period'],
    [`${start}&period=1e3`, 'bad-period'],
    [`${start}&algorithm=MD5`, 'bad-algorithm'],
    [`${start}&algorithm=SHA224`, 'bad-algorithm'],
    [`${start}&algorithm=%3C%3E`, 'bad-algorithm'],
    [`otpauth://hotp/x?secret=${SECRET}&counter=-1`, 'bad-counter'],
    [`otpauth://hotp/x?secret=${SECRET}&counter=9007199254740993`, 'bad-counter'],
    [`${start}&image=${'x'.repeat(9000)}`, 'too-long'],
    [`otpauth://totp/x?secret=${'A'.repeat(2000)}`, 'too-long'],
  ])('%# is %s: %s', (uri, because) => {
    expect(problem(uri)).toBe(because);
  });

  it('does not say in its error what it was', () => {
    expect(() => readOtpauth('otpauth://totp/x?secret=ABC1')).toThrow(/^bad-secret$/);
  });
});

describe('writing', () => {
  const enrolment: Enrolment = {
    issuer: 'Air + Space: 100%',
    name: 'ada lovelace@example.org',
    parameters: { kind: 'totp', algorithm: 'SHA1', digits: 6, period: 30 },
    secret: utf8('12345678901234567890'),
    counter: 0,
  };

  it('encodes names as RFC 3986 does, and a space never as a plus', () => {
    expect(writeOtpauth(enrolment)).toBe(
      `otpauth://totp/Air%20%2B%20Space%3A%20100%25:ada%20lovelace%40example.org?secret=${SECRET}` +
        '&issuer=Air%20%2B%20Space%3A%20100%25&algorithm=SHA1&digits=6&period=30',
    );
  });

  it('gives HOTP its counter and leaves out an issuer that is not there', () => {
    const hotp: Enrolment = {
      ...enrolment,
      issuer: '',
      parameters: { ...enrolment.parameters, kind: 'hotp' },
      counter: 7,
    };
    expect(writeOtpauth(hotp)).toBe(
      `otpauth://hotp/ada%20lovelace%40example.org?secret=${SECRET}&algorithm=SHA1&digits=6&counter=7`,
    );
  });

  it('makes a URI of names with half a surrogate pair too', () => {
    expect(read(writeOtpauth({ ...enrolment, issuer: 'x\ud800' })).issuer).toBe('x\ufffd');
  });
});

describe("other apps' own exports", () => {
  /** The accounts that the corpus says its files hold. */
  const accounts: readonly (readonly [string, string, OtpKind, Algorithm, number, number, string])[] = [
    ['Deno', 'Mason', 'totp', 'SHA1', 6, 30, '4SJHB4GSD43FZBAI7C2HLRJGPQ'],
    ['SPDX', 'James', 'totp', 'SHA256', 7, 20, '5OM4WOOGPLQEF6UGN3CPEOOLWU'],
    ['Airbnb', 'Elijah', 'totp', 'SHA512', 8, 50, '7ELGJSGXNCCTV3O6LKJWYFV2RA'],
    ['Issuu', 'James', 'hotp', 'SHA1', 6, 1, 'YOOMIXWS5GN6RTBPUFFWKTW5M4'],
    ['Air Canada', 'Benjamin', 'hotp', 'SHA256', 7, 50, 'KUVJJOM753IHTNDSZVCNKL7GII'],
    ['WWE', 'Mason', 'hotp', 'SHA512', 8, 10300, '5VAML3X35THCEBVRLV24CGBKOY'],
    ['Boeing', 'Sophia', 'steam', 'SHA1', 5, 30, 'JRZCL47CMXVOQMNPZR2F7J4RGI'],
  ];
  const expected = accounts
    .map(([issuer, name, kind, algorithm, digits, moving, secret]) => {
      const [period, counter] = kind === 'hotp' ? [30, moving] : [moving, 0];
      return { issuer, name, parameters: { kind, algorithm, digits, period }, secret, counter };
    })
    .toSorted((left, right) => left.issuer.localeCompare(right.issuer));

  it.each(['plain.txt', 'ente_auth.txt'])('are read from %s as the accounts that they hold', (file) => {
    const folder = corpus('imports');
    if (folder === null) return;
    const lines = readFileSync(join(folder, file), 'utf8').trim().split('\n');
    const found = lines
      .map((line) => ({ ...read(line), secret: toBase32(read(line).secret) }))
      .toSorted((left, right) => left.issuer.localeCompare(right.issuer));
    expect(found).toEqual(expected);
  });
});

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RecoveryCode } from '../../../src/core/account.ts';
import * as recovery from '../../../src/core/recovery/codes.ts';

const { countCodes, markUsed, unusedCode } = recovery;

/** On a page that calls nothing by its name, after the site has accepted a code. */
function findRecoveryCodes(lists: readonly (readonly string[])[]): readonly string[] | null {
  return recovery.findRecoveryCodes(
    lists.map((words) => ({ words, near: '' })),
    true,
  );
}

function named(near: string, ...words: readonly string[]): readonly string[] | null {
  return recovery.findRecoveryCodes([{ words, near }], false);
}

/** The shapes that providers hand out, each by three codes of one list. */
const SHAPES: readonly (readonly [string, readonly string[]])[] = [
  ['CloudMC, eight digits', ['28471930', '90518264', '67302915']],
  ['Defguard, sixteen letters and digits', ['a8Kd02mPqZ71xWb4', 'Tt93LmQ02bVx7RcA', 'p0OwE81nNs5GyZk2']],
  ['Google, four and four digits', ['5823 1947', '6019 3388', '7741 0265']],
  ['GitHub, five and five', ['3f8a1-9c02e', 'b71d0-44aef', '0c9e2-81b5d']],
  ['Crockford base32 in fours', ['7ZQ4-M1XK-9RTA-2VBC', 'H3N8-WW0D-51PE-GKJ6', '0Q9S-AB7M-X2ZT-R4CV']],
  ['better-auth, mixed case', ['aB3kD-9xQzW', 'Lm0pR-sT7uV', 'Yc2Xe-Fg5Hi']],
  ['Discourse, thirty-two hexadecimal digits', ['0'.repeat(31) + 'a', '4f'.repeat(16), '9c'.repeat(16)]],
  [
    'UUIDs',
    [
      'f47ac10b-58cc-4372-a567-0e02b2c3d479',
      '1b9d6bcd-bbfd-4b2d-9b5d-ab8dfbbd4bed',
      '6ec0bd7f-11c0-43da-975e-2a8ad9ebae0b',
    ],
  ],
];

describe('a list of recovery codes', () => {
  it.each(SHAPES)('is found: %s', (_, codes) => {
    expect(findRecoveryCodes([codes])).toEqual(codes);
  });

  it('is found by the codes without their numbers and bullets', () => {
    const codes = ['3f8a1-9c02e', 'b71d0-44aef', '0c9e2-81b5d'];
    const numberings = [
      (at: number) => `${at}. `,
      (at: number) => `${at})`,
      (at: number) => `#${at}: `,
      (at: number) => `0${at} `,
      () => '• ',
      () => '- ',
    ];
    for (const numbering of numberings) {
      expect(findRecoveryCodes([codes.map((code, at) => `  ${numbering(at + 1)}${code}\n`)])).toEqual(codes);
    }
  });

  it('is the longest of several, among lists of other things', () => {
    const [few, more] = [
      ['28471930', '90518264', '67302915'],
      ['3f8a1-9c02e', 'b71d0-44aef', '0c9e2-81b5d', '77ab1-c0d9e'],
    ];
    expect(findRecoveryCodes([['Home', 'Security', 'Profile'], few, more, []])).toEqual(more);
  });

  it('may be of six digits when there are five of them, too many for codes of an authenticator', () => {
    const codes = ['284719', '905182', '673029', '118405', '520367'];
    expect(findRecoveryCodes([codes])).toEqual(codes);
    expect(findRecoveryCodes([codes.slice(1)])).toBeNull();
  });

  it.each<readonly [string, readonly string[]]>([
    ['too few', ['28471930', '90518264']],
    ['the same twice', ['28471930', '90518264', '28471930']],
    ['different shapes', ['28471930', '9051-8264', '67302915']],
    ['one that is none', ['28471930', '90518264', '67302915', 'Download']],
    ['a menu', ['Settings', 'Security', 'Sessions']],
    ['compound words', ['sign-outs', 'back-ends', 'high-tech', 'free-form']],
    ['brands', ['GitHub', 'GitLab', 'iCloud', 'PayPal']],
    ['dates', ['2024-01-05', '2023-11-30', '2022-06-17']],
    ['dates without dashes', ['20240105', '20231130', '20220617']],
    ['dates in words', ['12 June 2024', '3 July 2023', '28 June 2022']],
    ['prices', ['$12.99', '$249.00', '$8.50']],
    ['prices without a sign', ['12 990', '24 900', '10 500']],
    ['telephone numbers', ['06 12 34 56 78', '07 98 76 54 32', '01 44 55 66 77']],
    ['American telephone numbers', ['555-123-4567', '415-867-5309', '212-736-5000']],
    ['numbers that are counted up', ['10004711', '10004712', '10004713']],
    ['times', ['10:30:15', '11:45:00', '12:00:59']],
    ['addresses', ['ada@example.org', 'bob@example.org', 'eve@example.org']],
    ['versions', ['1.24.3', '1.25.0', '1.26.11']],
    ['codes that are too short', ['a1b2c', 'd3e4f', 'g5h6i']],
    ['codes that are too long', ['a1'.repeat(21), 'b2'.repeat(21), 'c3'.repeat(21)]],
    ['nothing', ['', ' ', '']],
  ])('is not: %s', (_, list) => {
    expect(findRecoveryCodes([list])).toBeNull();
  });

  it('is at least three different codes or null, whatever stands on the page', () => {
    const item = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 50 }),
      fc.stringMatching(/^[a-f\d]{3}-[a-f\d]{3}$/),
    );
    fc.assert(
      fc.property(fc.array(fc.array(item), { maxLength: 4 }), (lists) => {
        const found = findRecoveryCodes(lists) ?? ['a', 'b', 'c'];
        expect(new Set(found).size).toBe(found.length);
        expect(found.length).toBeGreaterThanOrEqual(3);
      }),
    );
  });

  it('of eight times eight random digits is found, unless all of them begin alike', () => {
    const digits = fc.integer({ min: 0, max: 99_999_999 }).map((number) => String(number).padStart(8, '0'));
    fc.assert(
      fc.property(fc.uniqueArray(digits, { minLength: 8, maxLength: 8 }), (codes) => {
        const alike = new Set(codes.map((code) => code.slice(0, 3))).size === 1;
        expect(findRecoveryCodes([codes])).toEqual(alike ? null : codes);
      }),
    );
  });
});

/** Crockford's base32, that of RFC 4648 (section 6), and lower case with digits. */
const ALPHABETS = [
  '0123456789ABCDEFGHJKMNPQRSTVWXYZ',
  'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567',
  'abcdefghijklmnopqrstuvwxyz0123456789',
];

/** Sixteen characters in fours. */
function codeOf(alphabet: string): fc.Arbitrary<string> {
  const group = fc.string({ unit: fc.constantFrom(...alphabet.split('')), minLength: 4, maxLength: 4 });
  return fc.array(group, { minLength: 4, maxLength: 4 }).map((groups) => groups.join('-'));
}

describe('what the page calls its lists', () => {
  it.each(['Your recovery codes', 'Backup code', 'Wiederherstellungscodes', '恢复代码'])(
    'counts: %s',
    (near) => {
      expect(named(near, '28471930', '90518264', '67302915')).toHaveLength(3);
      expect(named(near, 'QJ7WPX2MZK4TRBN6')).toEqual(['QJ7WPX2MZK4TRBN6']);
    },
  );

  it.each(ALPHABETS)('counts for any one code of sixteen from %s', (alphabet) => {
    fc.assert(
      fc.property(codeOf(alphabet), (code) => {
        expect(named('Save your backup code', code)).toEqual([code]);
      }),
      { numRuns: 2_000 },
    );
  });

  it.each(['ZSQY-GW2W-7N56-1936', '2031-KX7M-QQ4T-90AB', 'SEPY-ZPQR-THKT-YVDG', 'QZXKWMRTNBPLDFGH'])(
    'counts for %s, which is neither a date nor words',
    (code) => {
      expect(named('Save your backup code', code)).toEqual([code]);
    },
  );

  it('is asked for where no code was accepted', () => {
    expect(named('Spare parts', '28471930', '90518264', '67302915')).toBeNull();
  });

  it.each([
    ['a word', 'Continue'],
    ['a code of an authenticator', '284719'],
    ['a short one', 'a1b2c3'],
    ['a month', 'June 2024'],
    ['a span of years', '2024-2025'],
    ['words', 'keep this safe'],
    ['compound words', 'self-help'],
    ['three of them', 'one-for-all'],
    ['a loud word', 'AUTHENTICATION'],
  ])('makes no recovery code of %s that stands alone', (_, word) => {
    expect(named('Recovery code', word)).toBeNull();
  });
});

describe('kept codes', () => {
  const codes: readonly RecoveryCode[] = [
    { code: 'a1', usedAt: 5 },
    { code: 'b2', usedAt: null },
    { code: 'c3', usedAt: null },
  ];

  it('are offered in their order, the used ones left out', () => {
    expect(unusedCode(codes)).toBe('b2');
    expect(unusedCode(codes.slice(0, 1))).toBeNull();
    expect(unusedCode([])).toBeNull();
  });

  it('are marked once, and the time of their use stays', () => {
    const used = markUsed(codes, 'b2', 9);
    expect(used[1]).toEqual({ code: 'b2', usedAt: 9 });
    expect(unusedCode(used)).toBe('c3');
    expect(markUsed(used, 'b2', 11)).toEqual(used);
    expect(markUsed(codes, 'zz', 9)).toEqual(codes);
    expect(codes[1]?.usedAt).toBeNull();
  });

  it('are counted; none left is not the same as none kept', () => {
    expect(countCodes(codes)).toEqual({ left: 2, total: 3 });
    expect(countCodes(codes.slice(0, 1))).toEqual({ left: 0, total: 1 });
    expect(countCodes([])).toBeNull();
  });
});

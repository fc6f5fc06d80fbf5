import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PageFacts } from '../../src/core/field/facts.ts';
import { fieldOf } from '../core/field/facts-of.ts';
import {
  parseFacts,
  parseFillResult,
  parsePictures,
  parseRedemption,
  parseTicket,
} from '../../src/messages/guards.ts';

const field = fieldOf({ name: 'code', autocomplete: 'one-time-code', label: 'Code' });

const facts: PageFacts = {
  fields: [field],
  asksPassword: false,
  title: 'Sign in',
  pictures: 0,
  lists: [{ words: ['1234-5678'], near: 'Backup codes' }],
  printed: [{ text: 'otpauth://totp/x?secret=AAAA', near: ['Set-up'] }],
  messages: '',
  names: ['bob@example.com'],
};

describe('parseFacts', () => {
  test('takes what the content script sends', () => {
    expect(parseFacts(structuredClone(facts))).toEqual(facts);
  });

  test('drops what it does not know', () => {
    expect(parseFacts({ ...facts, host: 'bank.example' })).toEqual(facts);
  });

  const broken: readonly [string, unknown][] = [
    ['nothing', null],
    ['a string', 'facts'],
    ['a missing field', { ...facts, fields: undefined }],
    ['fields that are no list', { ...facts, fields: { length: 1, 0: field } }],
    ['too many fields', { ...facts, fields: Array.from({ length: 41 }, () => field) }],
    ['five lists', { ...facts, lists: Array.from({ length: 5 }, () => ({ words: [], near: '' })) }],
    ['a setup key of nine kilobytes', { ...facts, printed: [{ text: 'A'.repeat(9_000), near: [] }] }],
    ['seven user names', { ...facts, names: Array.from({ length: 7 }, () => 'bob') }],
    ['a user name of a kilobyte', { ...facts, names: ['x'.repeat(1_000)] }],
    ['a title of five megabytes', { ...facts, title: 'x'.repeat(5_000_000) }],
    ['a key that is no whole number', { ...facts, fields: [{ ...field, key: 0.5 }] }],
    ['a negative count', { ...facts, pictures: -1 }],
    ['a word that is none of ours', { ...facts, fields: [{ ...field, holds: 'everything' }] }],
    ['fields that stand on the prototype', Object.create(facts)],
  ];
  test.each(broken)('refuses %s', (_, value) => {
    expect(parseFacts(value)).toBeNull();
  });

  test('whatever comes in, facts or null come out', () => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true }), (value) => {
        const parsed = parseFacts(value);
        expect(parsed === null || Array.isArray(parsed.fields)).toBe(true);
      }),
    );
  });

  test('a value that throws when it is read is not swallowed as a refusal', () => {
    const trap = Object.defineProperty({ ...facts }, 'title', {
      enumerable: true,
      get: () => {
        throw new RangeError('read');
      },
    });
    expect(() => parseFacts(trap)).toThrow(RangeError);
  });
});

test('a ticket is a short string', () => {
  expect(parseTicket({ ticket: 'abc' })).toEqual({ ticket: 'abc' });
  expect(parseTicket({ ticket: 'x'.repeat(65) })).toBeNull();
  expect(parseTicket({ ticket: 3 })).toBeNull();
});

test('whoever redeems a ticket may say that the field is occupied', () => {
  expect(parseRedemption({ ticket: 'abc' })).toEqual({ ticket: 'abc', occupied: false });
  expect(parseRedemption({ ticket: 'abc', occupied: true })).toEqual({ ticket: 'abc', occupied: true });
  expect(parseRedemption({ ticket: 'abc', occupied: 'true' })).toBeNull();
});

test('pictures are few and not larger than a page can show of a code', () => {
  const picture = { width: 2, height: 1, luma: 'AAA=' };
  expect(parsePictures([picture])).toEqual([picture]);
  expect(parsePictures(Array.from({ length: 7 }, () => picture))).toBeNull();
  expect(parsePictures([{ ...picture, luma: 'A'.repeat(5_000_000) }])).toBeNull();
});

test('only the words of the contract are results of a fill', () => {
  expect(parseFillResult('filled')).toBe('filled');
  expect(parseFillResult('constructor')).toBeNull();
});

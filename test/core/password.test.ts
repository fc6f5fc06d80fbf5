import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isAcceptable, passwordStrength, type StrengthWord } from '../../src/core/password.ts';

const ORDER: readonly StrengthWord[] = ['very-weak', 'weak', 'fair', 'strong', 'very-strong'];

describe('V44: the strength of a password', () => {
  it.each([
    '',
    'a',
    'password',
    'PASSWORD',
    'P@ssw0rd!',
    'drowssap123',
    '12345678',
    '87654321',
    'qwertyuiop',
    'asdfghjkl;',
    'aaaaaaaaaaaa',
    'a'.repeat(500),
    'abcabcabcabc',
    'Summer2024!',
    '07041989',
    '1989-04-07',
    'letmein99',
    'monkey dragon',
    'hunter2hunter2',
    'йцукен123',
    'banana',
  ])('is very weak: %j', (password) => {
    expect(passwordStrength(password).word).toBe('very-weak');
  });

  it.each<readonly [string, StrengthWord]>([
    ['Tr0ub4dor&3', 'weak'],
    ['grape otter violin', 'fair'],
    ['correct horse battery staple', 'strong'],
    ['k7#mQ9!z', 'strong'],
    ['x8Kq2mPz4LwR', 'very-strong'],
    ['zvbkwolanemixqp', 'very-strong'],
    ['kQeWzAbTuXo9', 'very-strong'],
    ['grape otter violin lantern copper bishop', 'very-strong'],
  ])('of %j is %s', (password, word) => {
    expect(passwordStrength(password).word).toBe(word);
  });

  it('goes with the bits', () => {
    const passwords = fc.string({ unit: 'grapheme', maxLength: 40 });
    fc.assert(
      fc.property(passwords, passwords, (left, right) => {
        const [less, more] = [passwordStrength(left), passwordStrength(right)].toSorted(
          (a, b) => a.bits - b.bits,
        );
        expect(ORDER.indexOf(less?.word ?? 'very-strong')).toBeLessThanOrEqual(
          ORDER.indexOf(more?.word ?? 'very-weak'),
        );
      }),
    );
  });

  it('is never more than trying every sign would cost', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii', maxLength: 64 }), (password) => {
        expect(passwordStrength(password).bits).toBeLessThanOrEqual(password.length * Math.log2(95));
      }),
    );
  });

  it('is a whole number of bits for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (password) => {
        const { bits } = passwordStrength(password);
        expect(Number.isSafeInteger(bits) && bits >= 0).toBe(true);
      }),
    );
  });

  it('is that of its NFKC, in which the key is derived', () => {
    expect(passwordStrength('ｐａｓｓｗｏｒｄ')).toEqual(passwordStrength('password'));
  });
});

describe('a password', () => {
  it('is accepted from eight characters on, when it is not very weak', () => {
    expect(isAcceptable('k7#mQ9!')).toBe(false);
    expect(isAcceptable('k7#mQ9!z')).toBe(true);
    expect(isAcceptable('correct horse battery staple')).toBe(true);
    expect(isAcceptable('password1234')).toBe(false);
  });

  it('is counted in characters, not in halves of them', () => {
    expect(isAcceptable('🐢🍋🎻🚀')).toBe(false);
    expect(isAcceptable('🐢🍋🎻🚀🧊🪁🌵🦀')).toBe(true);
  });
});

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRecoveryCode, RECOVERY_CODE_BYTES, spellRecoveryCode } from '../../src/vault/recovery-code.ts';

const codes = fc.uint8Array({ minLength: RECOVERY_CODE_BYTES, maxLength: RECOVERY_CODE_BYTES });

describe('a recovery code', () => {
  it('has eight groups of four of Crockford’s 32 letters, the first bits first', () => {
    const counting = Uint8Array.from({ length: 20 }, (_, index) => index);
    expect(spellRecoveryCode(counting)).toBe('000G-40R4-0M30-E209-185G-R38E-1W81-24GK');
    expect(spellRecoveryCode(new Uint8Array(20).fill(255))).toBe('ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ');
  });

  it('is read as it was shown, whatever its 160 bits', () => {
    fc.assert(
      fc.property(codes, (bytes) => {
        const code = spellRecoveryCode(bytes.slice());
        expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){7}$/);
        expect(readRecoveryCode(code)).toStrictEqual(bytes.slice());
      }),
    );
  });

  it('is read in the ways that people type what they see on paper', () => {
    const shown = '000G-40R4-0M30-E209-185G-R38E-1W81-24GK';
    const bytes = readRecoveryCode(shown);
    for (const typed of [
      '000g40r40m30e209185gr38e1w8124gk',
      ' 000G 40R4 0M30 E209 185G R38E 1W81 24GK\n',
      'OooG-4oR4-oM3O-E2o9-l85G-R38E-IW8i-24GK',
      '000G – 40R4 — 0M30‑E209 185G\t R38E−1W81-24GK',
    ]) {
      expect(readRecoveryCode(typed)).toStrictEqual(bytes);
    }
  });

  it.each([
    ['nothing', ''],
    ['a letter too few', '000G-40R4-0M30-E209-185G-R38E-1W81-24G'],
    ['a letter too many', '000G-40R4-0M30-E209-185G-R38E-1W81-24GK0'],
    ['a U, which stands for nothing', '000G-40R4-0M30-E209-185G-R38E-1W81-24GU'],
    ['a letter of another script', '000G-40R4-0M30-E209-185G-R38E-1W81-24GК'],
    ['a question mark', '000G-40R4-0M30-E209-185G-R38E-1W81-24G?'],
    ['padding', '000G-40R4-0M30-E209-185G-R38E-1W81-24G='],
  ])('is not read from %s', (_, typed) => {
    expect(readRecoveryCode(typed)).toBeNull();
  });

  it('is read or not from any text, and never thrown at', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[0-9A-Za-z -]{30,45}$/)), (typed) => {
        expect(readRecoveryCode(typed)?.length ?? 20).toBe(20);
      }),
    );
  });
});

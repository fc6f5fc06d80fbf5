import { assert, property, string } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyOf, plain } from '../../../src/core/field/text.ts';

describe('texts are brought to one form', () => {
  test.each([
    ['twoFactorCode', 'two factor code'],
    ['two_factor-code', 'two factor code'],
    ['Two-Factor: Code!', 'two factor code'],
    ['otp1', 'otp 1'],
    ['2FACode', '2fa code'],
    ['user[totp_code]', 'user totp code'],
    ['Código de verificação', 'codigo de verificacao'],
    ['код  подтверждения', 'код подтверждения'],
    ['验证码：', '验证码'],
  ])('%s', (text, expected) => {
    expect(plain(text)).toBe(expected);
  });

  test('and stay in it', () => {
    assert(property(string({ unit: 'grapheme' }), (text) => plain(plain(text)) === plain(text)));
  });
});

const says = (phrase: string, text: string): boolean => anyOf([phrase]).test(plain(text));

describe('a phrase', () => {
  test('is found with and without its spaces', () => {
    expect(['one-time', 'oneTime', 'onetime'].every((text) => says('one time', text))).toBe(true);
  });

  test('is found as a whole word only', () => {
    expect(says('otp', 'hotpot')).toBe(false);
    expect(says('pin', 'shipping')).toBe(false);
  });

  test('may end in a stem', () => {
    expect(says('backup code*', 'backup codes')).toBe(true);
    expect(says('backup code', 'backup codes')).toBe(false);
  });

  test('is found inside a text of a script without spaces', () => {
    expect(says('验证码', '请输入短信验证码')).toBe(true);
  });

  test('of no words is never found', () => {
    expect(anyOf([]).test('')).toBe(false);
  });
});

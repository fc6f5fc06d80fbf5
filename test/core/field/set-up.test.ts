import { describe, expect, test } from 'vitest';
import { classify } from '../../../src/core/field/classify.ts';
import type { FieldFacts, PageFacts } from '../../../src/core/field/facts.ts';
import { fieldOf, pageOf } from './facts-of.ts';

function kind(said: Partial<FieldFacts>, page: Partial<PageFacts> = {}, qr = false) {
  return classify({ ...pageOf([fieldOf({ name: 'otp', ...said })]), ...page }, qr)[0]?.kind;
}

const key = { text: 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ', near: ['Setup key of your authenticator app'] };

describe('a field ends a set-up where', () => {
  test('a set-up key is printed on its page', () => {
    expect(kind({}, { printed: [key] })).toBe('setup-confirm');
  });

  test('the QR code of one was read on its page', () => {
    expect(kind({}, {}, true)).toBe('setup-confirm');
  });

  test.each<[string, Partial<FieldFacts>, Partial<PageFacts>]>([
    ['a picture is to be scanned', { near: 'Scan the image with your app' }, { pictures: 1 }],
    ['one is to be scanned, in Thai', { near: 'เปิดแอปพลิเคชันและสแกนบาร์โค้ด' }, { pictures: 1 }],
    ['one of several apps is to be taken', { around: 'FreeOTP Google Authenticator' }, { pictures: 1 }],
    ['something is to be scanned, in a form for it', { near: 'Scan the code', form: 'totp-setup' }, {}],
    [
      'a title says what is set up, and something is scanned',
      { near: 'Scan it' },
      { title: 'Set up two-factor' },
    ],
  ])('%s', (_, said, page) => {
    expect(kind(said, page)).toBe('setup-confirm');
  });
});

describe('a field ends no set-up where', () => {
  test.each<[string, Partial<FieldFacts>, Partial<PageFacts>]>([
    [
      'a page has a picture, and asks for the code of an app',
      { near: 'Google Authenticator' },
      { pictures: 2 },
    ],
    ['nothing but its form says so', { form: 'mfa-activate' }, {}],
    ['something can be scanned, and no more is said', { near: 'Scan your card or enter the code' }, {}],
  ])('%s', (_, said, page) => {
    expect(kind(said, page)).toBe('single');
  });
});

test('a field for a recovery code beside a set-up is none of it', () => {
  expect(kind({ name: 'recovery_code', label: 'Recovery code' }, { printed: [key] })).toBe('recovery');
});

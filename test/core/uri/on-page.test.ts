import { describe, expect, it } from 'vitest';
import { onPage } from '../../../src/core/uri/on-page.ts';
import { readOtpauth } from '../../../src/core/uri/otpauth.ts';
import { readPrinted } from '../../../src/core/uri/printed.ts';

const KEYS = ['GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ', 'MZXW6YTBOI2DEMRSGI3TOOBZHA2TEMRQ'] as const;

const pictured = (name: string, key: string = KEYS[0]) => {
  const enrolment = readOtpauth(`otpauth://totp/Cloud:${name}?secret=${key}&issuer=Cloud`);
  return enrolment === null ? [] : [enrolment];
};
const printed = (...keys: readonly string[]) =>
  readPrinted(keys.map((text) => ({ text, near: ['Setup key'] })));

const named = (shown: ReturnType<typeof onPage>) =>
  shown.map(({ enrolment: { issuer, name }, differs }) => `${issuer}/${name}${differs ? ' differs' : ''}`);

describe('what a page offers', () => {
  it('is its QR code alone where its key says the same', () => {
    expect(named(onPage(pictured('ada'), printed(KEYS[0]), 'cloud.example'))).toEqual(['Cloud/ada']);
  });

  it('is the key, under the name of its host, where there is no QR code', () => {
    expect(named(onPage([], printed(KEYS[0]), 'cloud.example'))).toEqual(['cloud.example/']);
  });

  it('is both, each with a warning, where they differ', () => {
    expect(named(onPage(pictured('ada'), printed(KEYS[1]), 'cloud.example'))).toEqual([
      'Cloud/ada differs',
      'cloud.example/ differs',
    ]);
  });

  it('is two accounts to choose from, without a warning, where the key is of one of them', () => {
    const two = [...pictured('work'), ...pictured('home', KEYS[1])];
    expect(named(onPage(two, printed(KEYS[0]), 'cloud.example'))).toEqual(['Cloud/work', 'Cloud/home']);
  });

  it('names a second key that no QR code has', () => {
    expect(named(onPage(pictured('ada'), printed(...KEYS), 'cloud.example'))).toEqual([
      'Cloud/ada',
      'cloud.example/ differs',
    ]);
  });
});

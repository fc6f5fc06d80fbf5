import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { displayIssuer, displayName } from '../../src/core/labels.ts';

describe('a name that is shown', () => {
  it('has no character that could turn or hide what stands beside it', () => {
    expect(displayName('evil\u202Emoc.knab\u0000\u2028')).toBe('evil\ufffdmoc.knab\ufffd\ufffd');
    const turning = fc.constantFrom(
      '\u200e',
      '\u200f',
      '\u202a',
      '\u202e',
      '\u2066',
      '\u2069',
      '\n',
      '\u0085',
    );
    fc.assert(
      fc.property(fc.string(), turning, fc.string(), (before, sign, after) => {
        expect(displayName(before + sign + after)).not.toContain(sign);
      }),
    );
  });

  it('is otherwise the name as it was', () => {
    for (const name of ['Ada <ada@example.org>', 'نام\u200cکاربری', '👩\u200d💻', '密码']) {
      expect(displayName(name)).toBe(name);
    }
  });
});

describe('an account', () => {
  it.each([
    ['Example', 'ada', 'Example'],
    ['', 'ada', 'ada'],
    ['', '', ''],
    ['https://console.cloud.example/', 'ada', 'console.cloud.example'],
    ['http://cloudmc.localhost:4600/', 'ada', 'cloudmc.localhost:4600'],
    ['https://[broken', 'ada', 'https://[broken'],
    ['javascript:alert(1)', 'ada', 'javascript:alert(1)'],
    ['a\u202Eb', 'ada', 'a\ufffdb'],
    ['', 'a\u202Eb', 'a\ufffdb'],
  ])('of issuer %j and name %j goes by %j', (issuer, name, shown) => {
    expect(displayIssuer(issuer, name)).toBe(shown);
  });
});

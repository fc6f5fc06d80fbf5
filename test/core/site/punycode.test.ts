import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodePunycode } from '../../../src/core/site/punycode.ts';

describe('Punycode', () => {
  // RFC 3492 section 7.1, and two names of the URL standard's tests.
  test.each([
    ['ihqwcrb4cv8a8dqg056pqjye', '他们为什么不说中文'],
    ['b1abfaaepdrnnbgefbadotcwatmq2g4l', 'почемужеонинеговорятпорусски'],
    ['bcher-kva', 'bücher'],
    ['mnchen-3ya', 'münchen'],
  ])('%s', (text, name) => {
    expect(decodePunycode(text)).toBe(name);
  });

  test.each(['a b', 'ä', '99999999999'])('%s is none, and stays what it is', (text) => {
    expect(decodePunycode(text)).toBe(text);
  });
});

test('reads every name that the URL standard spells in it', () => {
  const label = fc.string({
    unit: fc.constantFrom(...Array.from('abcüßжλ漢字한é0')),
    minLength: 1,
    maxLength: 12,
  });
  fc.assert(
    fc.property(label, (name) => {
      const { hostname } = new URL(`https://${name}.example`);
      const [spelled = ''] = hostname.split('.');
      if (!spelled.startsWith('xn--')) return;
      expect(new URL(`https://${decodePunycode(spelled.slice(4))}.example`).hostname).toBe(hostname);
    }),
  );
});

test('any text is read without an error', () => {
  fc.assert(fc.property(fc.string(), (text) => typeof decodePunycode(text) === 'string'));
});

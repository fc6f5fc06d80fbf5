import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { isOneStepAway } from '../../../src/core/site/nearness.ts';

test.each([
  ['example', 'examples', true],
  ['example', 'xample', true],
  ['example', 'exbmple', true],
  ['example', 'exmaple', true],
  ['example', 'examplse', true],
  ['example', 'example', false],
  ['example', 'exmapel', false],
  ['example', 'ample', false],
  ['ab', 'ba', true],
  ['', 'a', true],
  ['', '', false],
])('%s and %s: %s', (a, b, expected) => {
  expect(isOneStepAway(a, b)).toBe(expected);
  expect(isOneStepAway(b, a)).toBe(expected);
});

test('every slip of a hand is one step', () => {
  const word = fc.string({ unit: fc.constantFrom(...Array.from('abc')), minLength: 2, maxLength: 8 });
  fc.assert(
    fc.property(word, fc.nat(7), fc.constantFrom(...Array.from('abc')), (word, place, letter) => {
      const at = place % (word.length - 1);
      const slips = [
        word.slice(0, at) + letter + word.slice(at),
        word.slice(0, at) + word.slice(at + 1),
        word.slice(0, at) + letter + word.slice(at + 1),
        word.slice(0, at) + (word[at + 1] ?? '') + (word[at] ?? '') + word.slice(at + 2),
      ];
      for (const slip of slips) expect(isOneStepAway(word, slip)).toBe(slip !== word);
    }),
  );
});

import { expect, test } from 'vitest';
import { FOREVER, limits, lockAfter, passwordDelay } from '../../../demo-site/engine/limits.ts';

const MINUTE = 60_000;

test('Every tenth failure in a row locks: 15 minutes, 30, then an hour each, and at a hundred for good', () => {
  const locks = Array.from({ length: 100 }, (_, at) => [at + 1, lockAfter(at + 1, 0)] as const).filter(
    ([, end]) => end > 0,
  );
  expect(locks.slice(0, 4)).toEqual([
    [10, 15 * MINUTE],
    [20, 30 * MINUTE],
    [30, 60 * MINUTE],
    [40, 60 * MINUTE],
  ]);
  expect(locks).toHaveLength(10);
  expect(locks.at(-1)).toEqual([100, FOREVER]);
  expect(lockAfter(101, 0)).toBe(FOREVER);
});

test('Guessing as fast as the locks allow stays below one chance in three thousand', () => {
  const window = 3;
  expect((limits.factorFailuresCap * window) / 10 ** 6).toBeLessThanOrEqual(1 / 3000);
});

test('Wrong passwords cost a growing wait, never a lock', () => {
  expect([1, 4, 5, 6, 7, 8, 20, 1000].map(passwordDelay)).toEqual([
    0,
    0,
    1000,
    2000,
    4000,
    8000,
    MINUTE,
    MINUTE,
  ]);
});

import { describe, expect, it } from 'vitest';
import type { FinderPattern } from '../../../src/core/qr/finder-pattern.ts';
import { alternation, LEAST_TIMING, possibleSizes, timingBetween } from '../../../src/core/qr/timing.ts';
import { createWork } from '../../../src/core/qr/work.ts';
import { alone, chance, page } from './drawing.ts';

/** As it would be measured, the middle of a pattern at a place. */
function pattern(x: number, y: number, module: number, isDark = true): FinderPattern {
  return { x, y, module, rowModule: module, columnModule: module, isDark, upright: 49 };
}

const SCALE = 4;
/** With a quiet zone of four modules; the timing patterns are row and column 6. */
const picture = alone('timing', { scale: SCALE }, { version: 3 });
const SIZE = 29;
const middle = (at: number): number => (at + 4) * SCALE;
const corner = pattern(middle(3.5), middle(3.5), SCALE);
const right = pattern(middle(SIZE - 3.5), middle(3.5), SCALE);
const below = pattern(middle(3.5), middle(SIZE - 3.5), SCALE);

describe('a timing pattern', () => {
  it('stands below the line to the right, and to the right of the line down', () => {
    const work = createWork(1e6);
    expect(timingBetween(picture, [corner, right], 1, work)).toBe(1);
    expect(timingBetween(picture, [corner, below], -1, work)).toBe(1);
  });

  it('is not on the other side, nor between what belongs to no symbol', () => {
    const work = createWork(1e6);
    expect(timingBetween(picture, [corner, right], -1, work)).toBe(0);
    const random = chance(1);
    const noise = page(300, 300, () => random() * 255);
    const between = timingBetween(noise, [pattern(40, 40, 5), pattern(200, 60, 5)], 1, work);
    expect(between).toBeLessThan(LEAST_TIMING);
  });

  it('beyond the picture is none', () => {
    expect(alternation(picture, { x: -50, y: -50 }, { x: 4, y: 0 }, 13, true)).toBe(0);
  });

  it('is not looked for where the work does not allow it', () => {
    expect(timingBetween(picture, [corner, right], 1, createWork(5))).toBe(0);
  });
});

describe('the sizes that two patterns may stand for', () => {
  it.each([21, 41, 77, 117, 153, 177])(
    'include the true one, with modules measured a tenth too large: %i',
    (size) => {
      const sizes = possibleSizes(pattern(0, 0, 5.5), pattern((size - 7) * 5, 0, 5.5));
      expect(sizes).toContain(size);
      expect(sizes.every((each) => (each - 17) % 4 === 0 && each >= 21 && each <= 177)).toBe(true);
    },
  );
});

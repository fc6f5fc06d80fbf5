import { describe, expect, it } from 'vitest';
import { findFinderPatterns } from '../../../src/core/qr/finder-pattern.ts';
import type { Pixels } from '../../../src/core/qr/pixels.ts';
import { MIDPOINT, threshold } from '../../../src/core/qr/threshold.ts';
import { rankedTriples } from '../../../src/core/qr/triple.ts';
import { createWork } from '../../../src/core/qr/work.ts';
import { alone, draw, modulesOf, page, PLAIN } from './drawing.ts';

function triplesIn(picture: Pixels, cap = 1e7) {
  const { patterns } = findFinderPatterns(threshold(picture, MIDPOINT), createWork(1e7));
  return rankedTriples(picture, patterns, createWork(cap));
}

const SIZE = 29;
const place = (x: number, y: number, scale = 4) => ({ x: (x + 4) * scale, y: (y + 4) * scale });
const near = 5;

describe('three finder patterns', () => {
  it.each([
    ['as it is', {}],
    ['inverted', { inverted: true }],
  ])('of one symbol come first, by its corner: %s', (_, look) => {
    const [first] = triplesIn(alone('triple', look, { version: 3 }));
    const [corner, right, below] = [place(3.5, 3.5), place(SIZE - 3.5, 3.5), place(3.5, SIZE - 3.5)];
    for (const [found, at] of [
      [first?.corner, corner],
      [first?.right, right],
      [first?.below, below],
    ] as const) {
      expect(Math.hypot((found?.x ?? 0) - at.x, (found?.y ?? 0) - at.y)).toBeLessThan(near);
    }
  });

  it('of a mirrored symbol change places: right is where its column goes down', () => {
    const [first] = triplesIn(alone('triple', { mirrored: true }, { version: 3 }));
    const at = place(SIZE - 3.5, 3.5);
    expect(Math.hypot((first?.corner.x ?? 0) - at.x, (first?.corner.y ?? 0) - at.y)).toBeLessThan(near);
  });

  it('of two symbols are told apart before any others', () => {
    const picture = page(500, 250);
    for (const x of [125, 375]) draw(picture, modulesOf('triple', { version: 3 }), { x, y: 125 }, PLAIN);
    const sides = triplesIn(picture)
      .slice(0, 2)
      .map(({ corner, right, below }) => [corner, right, below].map(({ x }) => x < 250));
    expect(sides.every((side) => new Set(side).size === 1)).toBe(true);
    expect(new Set(sides.flat()).size).toBe(2);
  });

  it('dark and light ones are never of one symbol', () => {
    const picture = page(500, 250, (x) => (x < 250 ? 255 : 0));
    draw(picture, modulesOf('triple'), { x: 125, y: 125 }, PLAIN);
    draw(picture, modulesOf('triple'), { x: 375, y: 125 }, { ...PLAIN, inverted: true });
    const mixed = triplesIn(picture).filter(
      ({ corner, right, below }) => new Set([corner, right, below].map(({ isDark }) => isDark)).size > 1,
    );
    expect(mixed).toEqual([]);
  });

  it('are not ranked where the work does not allow it', () => {
    expect(triplesIn(alone('triple'), 0)).toEqual([]);
  });
});

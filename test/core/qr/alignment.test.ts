import { describe, expect, it } from 'vitest';
import { alignedGrid } from '../../../src/core/qr/alignment.ts';
import type { FinderPattern } from '../../../src/core/qr/finder-pattern.ts';
import type { Modules } from '../../../src/core/qr/modules.ts';
import type { Point } from '../../../src/core/qr/pixels.ts';
import { project, type Projection, throughFour, throughThree } from '../../../src/core/qr/projection.ts';
import type { Bitmap } from '../../../src/core/qr/threshold.ts';
import { createWork } from '../../../src/core/qr/work.ts';
import { modulesOf } from './drawing.ts';

const SIDE = 400; // pixels of the picture

type Corners = readonly [Point, Point, Point, Point];

/** From the upper left, clockwise: looked at from the right, and a little from below. */
const SEEN: Corners = [
  { x: 40, y: 60 },
  { x: 352, y: 40 },
  { x: 360, y: 358 },
  { x: 48, y: 330 },
];
const UPRIGHT: Corners = [
  { x: 40, y: 40 },
  { x: 360, y: 40 },
  { x: 360, y: 360 },
  { x: 40, y: 360 },
];

/** The symbol with its own corners at these places of a picture. */
function seen(modules: Modules, corners: Corners, isInverted = false) {
  const { size, dark } = modules;
  const own: Corners = [
    { x: 0, y: 0 },
    { x: size, y: 0 },
    { x: size, y: size },
    { x: 0, y: size },
  ];
  const [truth, back] = [throughFour(own, corners), throughFour(corners, own)];
  if (truth === null || back === null) throw new Error('three corners stand in a line');
  const bitmap: Bitmap = { width: SIDE, height: SIDE, dark: new Uint8Array(SIDE * SIDE) };
  for (let at = 0; at < bitmap.dark.length; at++) {
    const { x, y } = project(back, (at % SIDE) + 0.5, Math.floor(at / SIDE) + 0.5);
    const within = Math.min(x, y) >= 0 && Math.max(x, y) < size;
    const isDark = within && dark[Math.floor(y) * size + Math.floor(x)] === 1;
    bitmap.dark[at] = isDark === isInverted ? 0 : 1;
  }
  const pattern = (x: number, y: number): FinderPattern => {
    const module = SIDE / size;
    const shape = { module, rowModule: module, columnModule: module, upright: 0 };
    return { ...project(truth, x, y), ...shape, isDark: !isInverted };
  };
  const corner = pattern(3.5, 3.5);
  const right = pattern(size - 3.5, 3.5);
  const below = pattern(3.5, size - 3.5);
  return {
    size,
    truth,
    bitmap,
    triple: { corner, right, below },
    parallel: throughThree(size, corner, right, below),
  };
}

/** How far the grid is off, at its worst, in modules: where all modules of the symbol are. */
function error(grid: Projection | null, { size, truth }: ReturnType<typeof seen>): number {
  if (grid === null) return Number.POSITIVE_INFINITY;
  const module = SIDE / size;
  let worst = 0;
  for (let y = 0.5; y < size; y++) {
    for (let x = 0.5; x < size; x++) {
      const [a, b] = [project(grid, x, y), project(truth, x, y)];
      worst = Math.max(worst, Math.hypot(a.x - b.x, a.y - b.y) / module);
    }
  }
  return worst;
}

const aligned = ({ bitmap, triple, parallel, size }: ReturnType<typeof seen>, cap = 1e7) =>
  alignedGrid(bitmap, triple, parallel, size, createWork(cap));

describe('the grid through the alignment pattern', () => {
  it.each([2, 3, 5, 7, 10, 14])('of version %i is that of a symbol seen from the side', (version) => {
    for (const isInverted of [false, true]) {
      const symbol = seen(modulesOf('alignment', { version }), SEEN, isInverted);
      // Three patterns do not tell how it is seen: whole modules would be read from their neighbours.
      expect(error(symbol.parallel, symbol)).toBeGreaterThan(1);
      expect(error(aligned(symbol), symbol)).toBeLessThan(0.6);
    }
  });

  it('is the parallel one where it is seen from the front', () => {
    const symbol = seen(modulesOf('alignment', { version: 4 }), UPRIGHT);
    expect(error(aligned(symbol), symbol)).toBeLessThan(0.3);
  });

  it('is none in version 1, which has no such pattern', () => {
    expect(aligned(seen(modulesOf('1', { version: 1 }), UPRIGHT))).toBeNull();
  });

  it('is none where a stain lies over the pattern and all around it', () => {
    const symbol = seen(modulesOf('alignment', { version: 4 }), SEEN);
    const { x, y } = project(symbol.truth, symbol.size - 6.5, symbol.size - 6.5);
    for (let at = 0; at < symbol.bitmap.dark.length; at++) {
      if (Math.hypot((at % SIDE) - x, Math.floor(at / SIDE) - y) < 90) symbol.bitmap.dark[at] = 1;
    }
    expect(aligned(symbol)).toBeNull();
  });

  it('is not looked for where the work does not allow it', () => {
    const symbol = seen(modulesOf('alignment', { version: 4 }), SEEN);
    expect(aligned(symbol)).not.toBeNull();
    expect(aligned(symbol, 100)).toBeNull();
  });
});

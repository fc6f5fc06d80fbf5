import { describe, expect, it } from 'vitest';
import type { Pixels, Point } from '../../../src/core/qr/pixels.ts';
import { project, type Projection, throughFour, throughThree } from '../../../src/core/qr/projection.ts';
import { refinedGrid } from '../../../src/core/qr/refine.ts';
import { createWork } from '../../../src/core/qr/work.ts';
import { modulesOf, page } from './drawing.ts';

const SIZE = 21;
const UPRIGHT = [
  { x: 0, y: 0 },
  { x: SIZE, y: 0 },
  { x: SIZE, y: SIZE },
  { x: 0, y: SIZE },
] as const;

/** A symbol without alignment pattern whose far corner is nearer or farther than it would be seen straight. */
function slanted(far: Point): { picture: Pixels; grid: Projection } {
  const corners = [{ x: 50, y: 50 }, { x: 218, y: 50 }, far, { x: 50, y: 218 }] as const;
  const [grid, back] = [throughFour(UPRIGHT, corners), throughFour(corners, UPRIGHT)];
  if (grid === null || back === null) throw new Error('no such view');
  const { dark } = modulesOf('refine', { version: 1 });
  const picture = page(280, 280, (x, y) => {
    const at = project(back, x + 0.5, y + 0.5);
    if (Math.min(at.x, at.y) < 0 || Math.max(at.x, at.y) >= SIZE) return 255;
    return dark[Math.floor(at.y) * SIZE + Math.floor(at.x)] === 1 ? 0 : 255;
  });
  return { picture: blurred(picture), grid };
}

/** As a camera sees it: in a sharp picture every grid would find its modules dark or light. */
function blurred(picture: Pixels): Pixels {
  const { width, height, luma } = picture;
  const reach = 3;
  return page(width, height, (x, y) => {
    let sum = 0;
    for (let dy = -reach; dy <= reach; dy++) {
      const row = Math.min(height - 1, Math.max(0, y + dy)) * width;
      for (let dx = -reach; dx <= reach; dx++)
        sum += luma[row + Math.min(width - 1, Math.max(0, x + dx))] ?? 0;
    }
    return sum / (2 * reach + 1) ** 2;
  });
}

/** As the finder measures them. */
function tripleOn(grid: Projection) {
  const pattern = (x: number, y: number) => {
    const at = project(grid, x, y);
    return { ...at, module: 8, rowModule: 8, columnModule: 8, isDark: true, upright: 49 };
  };
  return { corner: pattern(3.5, 3.5), right: pattern(17.5, 3.5), below: pattern(3.5, 17.5) };
}

describe('the fourth corner', () => {
  it.each([
    [218, 218],
    [228, 226],
    [208, 212],
    [224, 206],
  ])('is found where it is seen: %i, %i', (x, y) => {
    const { picture, grid } = slanted({ x, y });
    const triple = tripleOn(grid);
    const flat = throughThree(SIZE, triple.corner, triple.right, triple.below);
    const refined = refinedGrid(picture, triple, flat, SIZE, createWork(1e7));
    const [found, wanted] = [refined ?? flat, grid].map((each) => project(each, 17.5, 17.5));
    // Half of a module either way.
    expect(Math.abs((found?.x ?? 0) - (wanted?.x ?? 0))).toBeLessThan(5);
    expect(Math.abs((found?.y ?? 0) - (wanted?.y ?? 0))).toBeLessThan(5);
  });

  it('is not looked for where the work does not allow it', () => {
    const { picture, grid } = slanted({ x: 218, y: 218 });
    expect(refinedGrid(picture, tripleOn(grid), grid, SIZE, createWork(1000))).toBeNull();
  });
});

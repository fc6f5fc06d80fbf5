/**
 * A symbol seen from the side whose alignment pattern is not to be seen (version 1 has none, a logo covers it): its fourth
 * corner is where the modules of the grid through it are the most clearly dark or light, for where a grid lies askew they
 * are sampled at their edges.
 */
import type { Pixels, Point } from './pixels.ts';
import { project, type Projection, throughFour } from './projection.ts';
import type { Triple } from './triple.ts';
import type { Work } from './work.ts';

/** In modules: how far from its place on the parallel grid the corner is looked for, and in what steps. */
const REACH = 3;
const STEP = 0.5;

/** The clearest grid; null where the work does not allow to look for it. */
export function refinedGrid(
  pixels: Pixels,
  { corner, right, below }: Triple,
  grid: Projection,
  size: number,
  work: Work,
): Projection | null {
  const trials = (2 * (REACH / STEP) + 1) ** 2;
  if (!work.spend(trials * size * size)) return null;
  const far = size - 3.5;
  const centres = [
    { x: 3.5, y: 3.5 },
    { x: far, y: 3.5 },
    { x: 3.5, y: far },
    { x: far, y: far },
  ] as const;
  let best: { projection: Projection; contrast: number } | null = null;
  for (let dy = -REACH; dy <= REACH; dy += STEP) {
    for (let dx = -REACH; dx <= REACH; dx += STEP) {
      const fourth: Point = project(grid, far + dx, far + dy);
      const projection = throughFour(centres, [corner, right, below, fourth]);
      if (projection === null) continue;
      const contrast = contrastOn(pixels, projection, size);
      if (best === null || contrast > best.contrast) best = { projection, contrast };
    }
  }
  return best?.projection ?? null;
}

/** The variance of what stands in the middle of the modules. */
function contrastOn({ width, height, luma }: Pixels, grid: Projection, size: number): number {
  let sum = 0;
  let squares = 0;
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      const { x, y } = project(grid, column + 0.5, row + 0.5);
      if (x < 0 || y < 0 || x >= width || y >= height) return 0;
      const level = luma[Math.floor(y) * width + Math.floor(x)] ?? 0;
      sum += level;
      squares += level * level;
    }
  }
  const mean = sum / (size * size);
  return squares / (size * size) - mean * mean;
}

/**
 * A symbol seen from the side whose alignment pattern is not to be seen (version 1 has none, a logo covers it): its fourth
 * corner is where the modules of the grid through it are the most clearly dark or light, for where a grid lies askew they
 * are sampled at their edges.
 */
import type { Pixels } from './pixels.ts';
import { project, type Projection, throughSquare } from './projection.ts';
import type { Triple } from './triple.ts';
import type { Work } from './work.ts';

/** In modules: how far from its place on the parallel grid the corner is looked for, and in what steps. */
const REACH = 3;
const [COARSE, FINE] = [1, 0.5];
/** Making a grid costs as much as to look at so many modules on it. */
const MAKING = 60;

/** The clearest grid, first in whole steps, then between these; null where the work does not allow to look for it. */
export function refinedGrid(
  pixels: Pixels,
  { corner, right, below }: Triple,
  grid: Projection,
  size: number,
  work: Work,
): Projection | null {
  const trials = trialsAround(REACH, COARSE) + trialsAround(FINE, FINE);
  if (!work.spend(trials * (size * size + MAKING))) return null;
  const far = size - 3.5;
  let best: Trial | null = null;
  const look = (dx: number, dy: number): void => {
    const projection = throughSquare(3.5, far, [corner, right, project(grid, far + dx, far + dy), below]);
    if (projection === null) return;
    const contrast = contrastOn(pixels, projection, size);
    if (best === null || contrast > best.contrast) best = { projection, contrast, dx, dy };
  };
  around(0, 0, REACH, COARSE, look);
  const { dx, dy } = (best as Trial | null) ?? { dx: 0, dy: 0 };
  around(dx, dy, FINE, FINE, look);
  return (best as Trial | null)?.projection ?? null;
}

const trialsAround = (reach: number, step: number): number => (2 * (reach / step) + 1) ** 2;

interface Trial {
  readonly projection: Projection;
  readonly contrast: number;
  readonly dx: number;
  readonly dy: number;
}

function around(
  x: number,
  y: number,
  reach: number,
  step: number,
  visit: (x: number, y: number) => void,
): void {
  for (let dy = -reach; dy <= reach; dy += step) {
    for (let dx = -reach; dx <= reach; dx += step) visit(x + dx, y + dy);
  }
}

/** The variance of what stands in the middle of the modules. */
function contrastOn({ width, height, luma }: Pixels, grid: Projection, size: number): number {
  const { a, b, c, d, e, f, g, h } = grid;
  let sum = 0;
  let squares = 0;
  for (let row = 0; row < size; row++) {
    const v = row + 0.5;
    for (let column = 0; column < size; column++) {
      const u = column + 0.5;
      // Written out, for it is called for each module of each grid that is tried.
      const scale = 1 / (g * u + h * v + 1);
      const x = (a * u + b * v + c) * scale;
      const y = (d * u + e * v + f) * scale;
      // Written so that what is no number is beyond the picture too.
      if (!(x >= 0 && y >= 0 && x < width && y < height)) return 0;
      const level = luma[Math.floor(y) * width + Math.floor(x)] ?? 0;
      sum += level;
      squares += level * level;
    }
  }
  const mean = sum / (size * size);
  return squares / (size * size) - mean * mean;
}

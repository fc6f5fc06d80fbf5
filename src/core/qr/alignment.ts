/**
 * The lower right alignment pattern: the one place far from the three finder patterns where a symbol seen from the
 * side, or drawn a little uneven, tells where its grid is (ISO/IEC 18004 section 6.3.6).
 */
import type { Point } from './pixels.ts';
import { project, type Projection, throughFour } from './projection.ts';
import type { Bitmap } from './threshold.ts';
import type { Triple } from './triple.ts';
import type { Work } from './work.ts';

/** Of 25 modules, how many must be as they should. */
const ENOUGH = 21;
/** In modules: how far from its place it is looked for, and in what steps. */
const SHARE_OF_SIZE = 0.12;
const STEP = 0.5;

/** How many of the 25 modules around a point are an alignment pattern's, its directions being the grid's. */
function matchAt({ width, height, dark }: Bitmap, at: Point, grid: Projection, isDark: boolean): number {
  let right = 0;
  for (let y = -2; y <= 2; y++) {
    for (let x = -2; x <= 2; x++) {
      const column = Math.floor(at.x + grid.a * x + grid.b * y);
      const row = Math.floor(at.y + grid.d * x + grid.e * y);
      if (column < 0 || row < 0 || column >= width || row >= height) return 0;
      const inRing = Math.max(Math.abs(x), Math.abs(y)) === 1;
      if ((dark[row * width + column] === 1) === (inRing ? !isDark : isDark)) right++;
    }
  }
  return right;
}

/** Where it stands, nearest to where the parallel grid has it among equals; null where nothing looks like it. */
function findAlignment(
  bitmap: Bitmap,
  grid: Projection,
  size: number,
  isDark: boolean,
  work: Work,
): Point | null {
  const place = size - 6.5;
  const reach = Math.max(3, Math.round(size * SHARE_OF_SIZE));
  let best: { point: Point; match: number; distance: number } | null = null;
  for (let dy = -reach; dy <= reach; dy += STEP) {
    if (!work.spend((reach / STEP) * 50)) return null;
    for (let dx = -reach; dx <= reach; dx += STEP) {
      const point = project(grid, place + dx, place + dy);
      const match = matchAt(bitmap, point, grid, isDark);
      const distance = dx * dx + dy * dy;
      const better =
        best === null || match > best.match || (match === best.match && distance < best.distance);
      if (match >= ENOUGH && better) best = { point, match, distance };
    }
  }
  return best?.point ?? null;
}

/** The grid through the three finder patterns and the alignment pattern; null where there is none. */
export function alignedGrid(
  bitmap: Bitmap,
  { corner, right, below }: Triple,
  grid: Projection,
  size: number,
  work: Work,
): Projection | null {
  if (size === 21) return null;
  const found = findAlignment(bitmap, grid, size, corner.isDark, work);
  if (found === null) return null;
  const place = { x: size - 6.5, y: size - 6.5 };
  const centres = [{ x: 3.5, y: 3.5 }, { x: size - 3.5, y: 3.5 }, { x: 3.5, y: size - 3.5 }, place] as const;
  return throughFour(centres, [corner, right, below, found]);
}

/**
 * From three finder patterns to a text: a grid through them, the modules on that grid, and what they say.
 * Each stage hands on only what looks like a symbol, because reading costs most.
 */
import { alignedGrid } from './alignment.ts';
import { eachFinderModule, FINDER_MODULES, likeness, type Modules } from './modules.ts';
import type { Pixels, Point } from './pixels.ts';
import { project, type Projection, throughThree } from './projection.ts';
import { type ModulesRead, readModules } from './read-modules.ts';
import type { Reading } from './reading.ts';
import { refinedGrid } from './refine.ts';
import { modulesOf, sampleLevels, sharpened } from './sampling.ts';
import type { Bitmap } from './threshold.ts';
import { alternation, possibleSizes } from './timing.ts';
import type { Triple } from './triple.ts';
import type { Work } from './work.ts';

/** A symbol that was read, and its polarity. */
export interface FlatSymbol extends Reading {
  readonly isDark: boolean;
}

/** The fixed parts that a grid has to show before its modules are sampled, and these before they are read. */
const LEAST_FIXED = { onGrid: 0.68, inModules: 0.72 };

interface Grid {
  readonly projection: Projection;
  readonly size: number;
  readonly fit: number;
}

/** How well the fixed parts agree with a grid; 0 where finder or timing patterns are not there at all. */
function fitOf({ bitmap, pixels }: Scene, grid: Projection, size: number, isDark: boolean): number {
  const { width, height, dark } = bitmap;
  let right = 0;
  eachFinderModule(size, (x, y, expected) => {
    const point = project(grid, x + 0.5, y + 0.5);
    const [column, row] = [Math.floor(point.x), Math.floor(point.y)];
    if (column < 0 || row < 0 || column >= width || row >= height) return;
    if ((dark[row * width + column] === 1) === (expected === isDark)) right++;
  });
  const finders = right / FINDER_MODULES;
  const across = alternation(pixels, project(grid, 8.5, 6.5), { x: grid.a, y: grid.d }, size - 16, isDark);
  const down = alternation(pixels, project(grid, 6.5, 8.5), { x: grid.b, y: grid.e }, size - 16, isDark);
  const timing = (across + down) / 2;
  return finders < 0.6 || timing < (size === 21 ? 0.8 : 0.74) ? 0 : (finders + timing) / 2;
}

/** The grids that three patterns may be on, the likeliest first. */
function gridsThrough(scene: Scene, { corner, right, below }: Triple): readonly Grid[] {
  const sizes = new Set([...possibleSizes(corner, right), ...possibleSizes(corner, below)]);
  return [...sizes]
    .filter((size) => scene.work.spend(FINDER_MODULES + 2 * size))
    .map((size) => {
      const projection = throughThree(size, corner, right, below);
      return { projection, size, fit: fitOf(scene, projection, size, corner.isDark) };
    })
    .toSorted((a, b) => b.fit - a.fit);
}

/** Steps a module: error correction looks at each many times. */
const READING_COST = 12;

function read(modules: Modules, work: Work): ModulesRead | null {
  return work.spend(modules.dark.length * READING_COST) ? readModules(modules) : null;
}

export interface Scene {
  readonly pixels: Pixels;
  readonly bitmap: Bitmap;
  readonly work: Work;
}

/** Reads the symbol on a grid: as it is sampled, then sharpened. */
function readGrid({ pixels, work }: Scene, { projection, size }: Grid, isDark: boolean): ModulesRead | null {
  if (!work.spend(size * size * 6)) return null;
  const levels = sampleLevels(pixels, projection, size);
  const modules = modulesOf(levels, size, isDark);
  if (likeness(modules) < LEAST_FIXED.inModules) return null;
  const plain = read(modules, work);
  if (plain !== null) return plain;
  for (const strength of [0.2, 0.5, 1]) {
    const again = read(modulesOf(sharpened(levels, size, strength), size, isDark), work);
    if (again !== null) return again;
  }
  return null;
}

/** Along its own rows and columns, which in a mirrored symbol are the grid's columns and rows. */
function symbolOn({ projection, size }: Grid, { text, mirrored }: ModulesRead, isDark: boolean): FlatSymbol {
  const corner = (x: number, y: number): Point =>
    mirrored ? project(projection, y, x) : project(projection, x, y);
  const corners = [corner(0, 0), corner(size, 0), corner(size, size), corner(0, size)] as const;
  return { text, corners, finder: corner(3.5, 3.5), size, isDark };
}

export type Outcome = FlatSymbol | 'unread' | 'unlikely';

/** The symbol whose finder patterns these may be; `unlikely` where nothing was there worth reading. */
export function readTriple(scene: Scene, triple: Triple): Outcome {
  const { isDark } = triple.corner;
  const grids = gridsThrough(scene, triple);
  const flat = grids.filter(({ fit }) => fit >= LEAST_FIXED.onGrid).slice(0, 2);
  let outcome: Outcome = flat.length === 0 ? 'unlikely' : 'unread';
  // Seen from the side no parallel grid fits, whatever its size; the one through the alignment pattern may.
  for (const grid of flat.length === 0 ? grids : flat) {
    const text = flat.length === 0 ? null : readGrid(scene, grid, isDark);
    if (text !== null) return symbolOn(grid, text, isDark);
    const projection = alignedGrid(scene.bitmap, triple, grid.projection, grid.size, scene.work);
    if (projection === null) continue;
    outcome = 'unread';
    const aligned = { ...grid, projection };
    const again = readGrid(scene, aligned, isDark);
    if (again !== null) return symbolOn(aligned, again, isDark);
  }
  for (const grid of flat.length === 0 ? grids : flat.slice(0, 1)) {
    const projection = refinedGrid(scene.pixels, triple, grid.projection, grid.size, scene.work);
    const text = projection === null ? null : readGrid(scene, { ...grid, projection }, isDark);
    if (projection !== null && text !== null) return symbolOn({ ...grid, projection }, text, isDark);
  }
  return outcome;
}

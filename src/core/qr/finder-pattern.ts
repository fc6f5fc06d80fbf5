/**
 * Finder patterns: squares of rings whose runs along any line through the middle are as 1 : 1 : 3 : 1 : 1, whatever
 * the rotation (ISO/IEC 18004 section 6.3.3; the search by rows is that of its reference decode algorithm).
 *
 * Both polarities are looked for at once: a run of five may begin dark or light. A row proposes; the column, the
 * row again and both diagonals through the proposed middle have to agree, then the rings all around it.
 * The outermost runs may be longer: without a quiet zone on a page of the symbol's own colour they run on into it.
 */
import type { Point } from './pixels.ts';
import type { Bitmap } from './threshold.ts';
import type { Work } from './work.ts';

/** `x` and `y` are the middle. */
export interface FinderPattern extends Point {
  /** Pixels a module, and along rows and columns, where a stretched symbol differs. */
  readonly module: number;
  readonly rowModule: number;
  readonly columnModule: number;
  /** Whether its middle is dark: the symbol's polarity. */
  readonly isDark: boolean;
  /** How many of the 49 modules of an upright pattern are as they should be: 49 on screens, fewer when rotated. */
  readonly upright: number;
}

type Runs = readonly [outer: number, ring: number, middle: number, ring: number, outer: number];

/** How far runs may be from 1 : 1 : 3 : 1 : 1: parts of a module, and pixels for the steps of a small picture. */
const TOLERANCE = 0.6;
const MIDDLE_TOLERANCE = 1.2;
/** An outer run that is this many modules long does not end with the pattern. */
const RUNS_ON = 1.6;

/** The module's length along this line, or null where the runs are no finder pattern's. */
function moduleOf([outer1, ring1, middle, ring2, outer2]: Runs): number | null {
  const inner = (ring1 + middle + ring2) / 5;
  const first = outer1 > inner * RUNS_ON ? inner : outer1;
  const last = outer2 > inner * RUNS_ON ? inner : outer2;
  const module = (first + ring1 + middle + ring2 + last) / 7;
  if (module < 1) return null;
  const most = module * TOLERANCE + 0.5;
  const fits =
    Math.abs(first - module) < most &&
    Math.abs(ring1 - module) < most &&
    Math.abs(middle - 3 * module) < module * MIDDLE_TOLERANCE + 1 &&
    Math.abs(ring2 - module) < most &&
    Math.abs(last - module) < most;
  return fits ? module : null;
}

/** The runs that a line through a pixel crosses, and how far the middle's middle is from that pixel, in steps. */
function across(
  { width, height, dark }: Bitmap,
  at: Point,
  step: Point,
  longest: number,
): { readonly module: number; readonly offset: number } | null {
  const own = dark[at.y * width + at.x];
  /** The lengths of three runs on one side, from the pixel outwards, each cut off at its longest. */
  const side = (sign: 1 | -1): [number, number, number] => {
    const lengths: [number, number, number] = [0, 0, 0];
    let [x, y, run] = [at.x, at.y, 0];
    for (;;) {
      x += sign * step.x;
      y += sign * step.y;
      if (x < 0 || y < 0 || x >= width || y >= height) return lengths;
      const level = dark[y * width + x];
      if ((level === own) !== (run !== 1)) run++;
      if (run === 3) return lengths;
      const length = (lengths[run as 0 | 1 | 2] += 1);
      if (length > (run === 0 ? 3 * longest : longest)) return lengths;
    }
  };
  const [after, ring2, outer2] = side(1);
  if (outer2 === 0) return null;
  const [before, ring1, outer1] = side(-1);
  if (outer1 === 0) return null;
  const module = moduleOf([outer1, ring1, before + 1 + after, ring2, outer2]);
  return module === null ? null : { module, offset: (after - before) / 2 };
}

const DOWN: Point = { x: 0, y: 1 };
const RIGHT: Point = { x: 1, y: 0 };
const FALLING: Point = { x: 1, y: 1 };
const RISING: Point = { x: 1, y: -1 };
/** Modules along a row and a column may differ in length, in a picture seen from the side. */
const SLANT = 1.7;

/** The pattern around a pixel that a row has proposed. */
function confirm(bitmap: Bitmap, proposed: Point, module: number): FinderPattern | null {
  const longest = Math.ceil(module * 2) + 2;
  const column = across(bitmap, proposed, DOWN, longest);
  if (column === null || column.module > module * SLANT || module > column.module * SLANT) return null;
  const y = Math.round(proposed.y + column.offset);
  const row = across(bitmap, { x: proposed.x, y }, RIGHT, longest);
  if (row === null) return null;
  const x = Math.round(proposed.x + row.offset);
  const again = across(bitmap, { x, y }, DOWN, longest);
  if (again === null) return null;
  const straight = (row.module + again.module) / 2;
  const turned = diagonalModule(bitmap, { x: x, y: Math.round(y + again.offset) }, module);
  if (turned === null && module >= 2) return null; // under two pixels a module the diagonals are too coarse to tell
  const isDark = bitmap.dark[y * bitmap.width + x] === 1;
  const middle = { x: proposed.x + row.offset + 0.5, y: y + again.offset + 0.5 };
  const size = turned === null ? straight : Math.min(straight, turned);
  if (!isRinged(bitmap, middle, size, isDark)) return null;
  return {
    ...middle,
    module: size,
    rowModule: row.module,
    columnModule: again.module,
    isDark,
    upright: uprightModules(bitmap, middle, size, isDark),
  };
}

function diagonalModule(bitmap: Bitmap, at: Point, module: number): number | null {
  const longest = Math.ceil(module * 2.2) + 2;
  const falling = across(bitmap, at, FALLING, longest);
  const rising = falling === null ? null : across(bitmap, at, RISING, longest);
  return falling === null || rising === null ? null : (falling.module + rising.module) * Math.SQRT1_2;
}

function isLike({ width, height, dark }: Bitmap, x: number, y: number, isDark: boolean): boolean {
  const [column, row] = [Math.floor(x), Math.floor(y)];
  if (column < 0 || row < 0 || column >= width || row >= height) return false;
  return (dark[row * width + column] === 1) === isDark;
}

/** Points on a circle, which is near enough to the square rings at any rotation. */
const CIRCLE: readonly Point[] = Array.from({ length: 16 }, (_, at) => ({
  x: Math.cos((at * Math.PI) / 8),
  y: Math.sin((at * Math.PI) / 8),
}));
const RING_RADIUS = 2.15;

function isRinged(bitmap: Bitmap, middle: Point, module: number, isDark: boolean): boolean {
  let [inside, ring] = [0, 0];
  for (const { x, y } of CIRCLE) {
    if (isLike(bitmap, middle.x + x * module, middle.y + y * module, isDark)) inside++;
    const [ringX, ringY] = [middle.x + x * RING_RADIUS * module, middle.y + y * RING_RADIUS * module];
    if (isLike(bitmap, ringX, ringY, !isDark)) ring++;
  }
  return inside >= 14 && ring >= 11;
}

function uprightModules(bitmap: Bitmap, middle: Point, module: number, isDark: boolean): number {
  let right = 0;
  for (let y = -3; y <= 3; y++) {
    for (let x = -3; x <= 3; x++) {
      const inRing = Math.max(Math.abs(x), Math.abs(y)) === 2;
      if (isLike(bitmap, middle.x + x * module, middle.y + y * module, inRing ? !isDark : isDark)) right++;
    }
  }
  return right;
}

const cellOf = (column: number, row: number): number => row * 8192 + column;

/** Patterns already seen, by cells of the picture, so that one is confirmed once and not in each of its rows. */
function createSeen() {
  const cells = new Map<number, FinderPattern[]>();
  const isSame = (seen: FinderPattern, at: Point, module: number, isDark: boolean): boolean =>
    seen.isDark === isDark &&
    Math.abs(seen.x - at.x) < seen.module * 1.5 + 1 &&
    Math.abs(seen.y - at.y) < seen.module * 1.6 + 1 &&
    seen.module < module * 1.6 &&
    module < seen.module * 1.6;
  return {
    has(at: Point, module: number, isDark: boolean): boolean {
      return (
        cells.get(cellOf(at.x >> 3, at.y >> 3))?.some((seen) => isSame(seen, at, module, isDark)) === true
      );
    },
    add(pattern: FinderPattern): void {
      const reach = pattern.module * 1.6 + 1;
      for (let row = (pattern.y - reach) >> 3; row <= (pattern.y + reach) >> 3; row++) {
        for (let column = (pattern.x - reach) >> 3; column <= (pattern.x + reach) >> 3; column++) {
          const cell = cellOf(column, row);
          cells.set(cell, [...(cells.get(cell) ?? []), pattern]);
        }
      }
    },
  };
}

/** About how many pixels and tests it takes to confirm one proposal. */
const CONFIRMATION = 60;

/** What makes a picture costly to search. */
export interface Crowd {
  /** Runs of equal pixels in all rows. */
  readonly runs: number;
  /** How many places a row has proposed for a finder pattern, whether confirmed or not. */
  readonly proposals: number;
}

export interface FinderSearch {
  readonly patterns: readonly FinderPattern[];
  readonly crowd: Crowd;
}

/** The finder patterns of a picture, from the top; as many as the work allows. */
export function findFinderPatterns(bitmap: Bitmap, work: Work): FinderSearch {
  const patterns: FinderPattern[] = [];
  const crowd = { runs: 0, proposals: 0 };
  const seen = createSeen();
  const ends = new Int32Array(bitmap.width + 1);
  for (let y = 0; y < bitmap.height; y++) {
    if (!work.spend(bitmap.width)) break;
    const runs = runsOf(bitmap, y, ends);
    crowd.runs += runs;
    for (let at = 4; at < runs; at++) {
      const end = (before: number): number => (at < before ? 0 : (ends[at - before] ?? 0));
      const middle = end(2) - end(3);
      const ring1 = end(3) - end(4);
      const ring2 = end(1) - end(2);
      // The cheapest test first: almost every run of every picture ends here.
      if (middle < 2 || middle * 5 < ring1 * 8 || middle * 5 < ring2 * 8) continue;
      const module = moduleOf([end(4) - end(5), ring1, middle, ring2, end(0) - end(1)]);
      if (module === null) continue;
      const proposed = { x: end(3) + ((middle - 1) >> 1), y };
      const isDark = bitmap.dark[y * bitmap.width + proposed.x] === 1;
      if (seen.has(proposed, module, isDark)) continue;
      crowd.proposals++;
      if (!work.spend(CONFIRMATION)) return { patterns, crowd };
      const pattern = confirm(bitmap, proposed, module);
      if (pattern === null) continue;
      seen.add(pattern);
      patterns.push(pattern);
    }
  }
  return { patterns, crowd };
}

/** Writes where the runs of equal pixels in a row end; returns how many there are. */
function runsOf({ width, dark }: Bitmap, y: number, ends: Int32Array): number {
  let runs = 0;
  let level = dark[y * width];
  for (let x = 1; x < width; x++) {
    const next = dark[y * width + x];
    if (next === level) continue;
    ends[runs++] = x;
    level = next;
  }
  ends[runs++] = width;
  return runs;
}

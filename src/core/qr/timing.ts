/**
 * Timing patterns: between two finder patterns of one symbol, three modules from the line through their middles,
 * dark and light alternate (ISO/IEC 18004 section 6.3.5). Icons and letters that look like finder patterns have nothing
 * like it between them, which tells them apart long before anything is sampled.
 */
import { LARGEST, nearestSize, SMALLEST, timingIsDark } from './modules.ts';
import type { FinderPattern } from './finder-pattern.ts';
import type { Pixels, Point } from './pixels.ts';
import type { Work } from './work.ts';

/** Pixels a module along the line between two patterns. */
function moduleBetween(from: FinderPattern, to: FinderPattern): number {
  const [dx, dy] = [Math.abs(to.x - from.x), Math.abs(to.y - from.y)];
  if (dx > dy * 8) return (from.rowModule + to.rowModule) / 2;
  if (dy > dx * 8) return (from.columnModule + to.columnModule) / 2;
  return (from.module + to.module) / 2;
}

/** A module is measured on seven of them, more vaguely the smaller or the more turned: a tenth is many modules of a large symbol. */
const DOUBT = 0.1;

/** The sizes that a symbol with these two patterns can have. */
export function possibleSizes(from: FinderPattern, to: FinderPattern): readonly number[] {
  const modules = Math.hypot(to.x - from.x, to.y - from.y) / moduleBetween(from, to) + 7;
  const doubt = Math.max(4, 4 * Math.round((modules * DOUBT) / 4));
  const middle = nearestSize(modules);
  const sizes: number[] = [];
  for (let size = middle - doubt; size <= middle + doubt; size += 4) {
    if (size >= SMALLEST && size <= LARGEST) sizes.push(size);
  }
  return sizes;
}

/** With fewer modules in turn than this it is no timing pattern. */
export const LEAST_TIMING = 0.72;
/** Less than this between neighbours is no module's edge. */
const LEAST_STEP = 3;

/**
 * How well the modules beside the line from one finder pattern to another alternate: 1 in a flawless symbol, about
 * a half by chance. `side` is 1 for the pattern to the right of the line and -1 for that to its left.
 *
 * A module is judged against the two beside it and not against a threshold, which single modules miss in a blurred picture.
 */
export function timingBetween(
  pixels: Pixels,
  [from, to]: readonly [FinderPattern, FinderPattern],
  side: 1 | -1,
  work: Work,
): number {
  let best = 0;
  for (const size of possibleSizes(from, to)) {
    if (!work.spend(size - 16)) return best;
    // One module along the line, in pixels; its normal is three modules away.
    const step = { x: (to.x - from.x) / (size - 7), y: (to.y - from.y) / (size - 7) };
    const start = {
      x: from.x + (5 * step.x - 3 * side * step.y),
      y: from.y + (5 * step.y + 3 * side * step.x),
    };
    best = Math.max(best, alternation(pixels, start, step, size - 16, from.isDark));
  }
  return best;
}

/**
 * The share of modules, from a start in steps, that are darker and brighter in turn than the two beside them; 0 as soon as
 * it is clear that this is no timing pattern, which is after a few modules for almost every line that is asked about.
 */
export function alternation(
  { width, height, luma }: Pixels,
  start: Point,
  step: Point,
  modules: number,
  isDark: boolean,
): number {
  const level = (at: number): number => {
    const x = Math.floor(start.x + step.x * at);
    const y = Math.floor(start.y + step.y * at);
    return x < 0 || y < 0 || x >= width || y >= height ? Number.NaN : (luma[y * width + x] ?? 0);
  };
  const mostWrong = modules * (1 - LEAST_TIMING);
  let wrong = 0;
  let before = level(-1);
  let here = level(0);
  for (let at = 0; at < modules; at++) {
    const after = level(at + 1);
    const brighter = here - (before + after) / 2;
    // Written so that what lies beyond the picture (not a number) is wrong.
    if (!((timingIsDark(at) === isDark ? -brighter : brighter) > LEAST_STEP)) wrong++;
    if (wrong > mostWrong) return 0;
    before = here;
    here = after;
  }
  return 1 - wrong / modules;
}

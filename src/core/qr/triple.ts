/**
 * Which three finder patterns belong to one symbol: about as large as each other, at a right angle, with timing
 * patterns between them. The likeliest come first, so that what is a symbol is read before the work runs out on
 * what is none (a page full of icons).
 */
import type { FinderPattern } from './finder-pattern.ts';
import type { Pixels } from './pixels.ts';
import { LEAST_TIMING, timingBetween } from './timing.ts';
import type { Work } from './work.ts';

/** As in a symbol that is not mirrored: `right` and `below` seen from the upper left corner. */
export interface Triple {
  readonly corner: FinderPattern;
  readonly right: FinderPattern;
  readonly below: FinderPattern;
}

/** One side of a symbol, as seen from its corner. */
interface Side {
  readonly to: FinderPattern;
  readonly dx: number;
  readonly dy: number;
  readonly length: number;
  /** How well its timing pattern alternates. */
  readonly timing: number;
}

const MOST_GROWTH = 1.45;
/** Centres of finder patterns are 14 to 170 modules apart, with room for modules that were measured badly. */
const [NEAREST, FARTHEST] = [9, 175];
const MOST_STRETCH = 1.5;
/** The cosine of an angle that is 30 degrees off the right one. */
const MOST_SKEW = 0.5;

/** Among so few, all that might be one symbol is tried: seen askew, timing patterns are not beside the straight line. */
const FEW = 8;
const UPRIGHT = 47;
/** The sine of the angle by which such a side may be off: 12 degrees. */
const MOST_TILT = 0.22;

function mayBelong(a: FinderPattern, b: FinderPattern): boolean {
  if (a === b || a.isDark !== b.isDark) return false;
  return b.module < a.module * MOST_GROWTH && a.module < b.module * MOST_GROWTH;
}

/** Both all but flawless along rows and columns: then their symbol's sides run along these too. */
function areUpright(a: FinderPattern, b: FinderPattern): boolean {
  return a.upright >= UPRIGHT && b.upright >= UPRIGHT;
}

function sidesFrom(
  pixels: Pixels,
  corner: FinderPattern,
  patterns: readonly FinderPattern[],
  work: Work,
): { readonly right: readonly Side[]; readonly below: readonly Side[] } {
  const [right, below]: [Side[], Side[]] = [[], []];
  if (!work.spend(patterns.length)) return { right, below };
  const few = patterns.length <= FEW;
  for (const to of patterns) {
    if (!mayBelong(corner, to)) continue;
    const [dx, dy] = [to.x - corner.x, to.y - corner.y];
    const length = Math.hypot(dx, dy);
    if (length < NEAREST * corner.module || length > FARTHEST * corner.module) continue;
    if (!few && areUpright(corner, to) && Math.min(Math.abs(dx), Math.abs(dy)) > length * MOST_TILT) continue;
    const side = (timing: number): Side => ({ to, dx, dy, length, timing });
    const onRight = timingBetween(pixels, [corner, to], 1, work);
    if (few || onRight >= LEAST_TIMING) right.push(side(onRight));
    const onLeft = timingBetween(pixels, [corner, to], -1, work);
    if (few || onLeft >= LEAST_TIMING) below.push(side(onLeft));
  }
  return { right, below };
}

/** How unlike a symbol's three patterns they are, or null where they cannot be one's. */
function unlikeness(corner: FinderPattern, right: Side, below: Side): number | null {
  if (right.to === below.to) return null;
  const stretch = Math.max(right.length, below.length) / Math.min(right.length, below.length);
  const skew = Math.abs(right.dx * below.dx + right.dy * below.dy) / (right.length * below.length);
  if (stretch > MOST_STRETCH || skew > MOST_SKEW) return null;
  const growth = [right, below].map(({ to }) => Math.abs(to.module - corner.module) / corner.module);
  const unread = 147 - corner.upright - right.to.upright - below.to.upright;
  const timing = 2 - right.timing - below.timing;
  return 2 * (stretch - 1) + 2 * skew + (growth[0] ?? 0) + (growth[1] ?? 0) + unread / 60 + 2 * timing;
}

/** The triples that may be symbols, the likeliest first. */
export function rankedTriples(
  pixels: Pixels,
  patterns: readonly FinderPattern[],
  work: Work,
): readonly Triple[] {
  const ranked: { readonly triple: Triple; readonly unlikeness: number }[] = [];
  for (const corner of patterns) {
    const sides = sidesFrom(pixels, corner, patterns, work);
    if (!work.spend(sides.right.length * sides.below.length)) break;
    for (const [right, below] of pairs(sides.right, sides.below)) {
      const rank = unlikeness(corner, right, below);
      if (rank === null) continue;
      ranked.push({ triple: { corner, right: right.to, below: below.to }, unlikeness: rank });
    }
  }
  return ranked.toSorted((a, b) => a.unlikeness - b.unlikeness).map(({ triple }) => triple);
}

function pairs(rights: readonly Side[], belows: readonly Side[]): readonly (readonly [Side, Side])[] {
  return rights.flatMap((right) => belows.map((below) => [right, below] as const));
}

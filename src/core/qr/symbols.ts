/**
 * All QR codes of a picture that stand in it flat: on a screen, in any number, size, polarity, rotation or mirrored.
 *
 * Black and white, finder patterns, triples of them, and what is read through each triple; the stages and their sources are in
 * the files beside this one.
 */
import { type Crowd, type FinderPattern, findFinderPatterns } from './finder-pattern.ts';
import type { Pixels, Point } from './pixels.ts';
import { scaled } from './prepare.ts';
import { type FlatSymbol, readTriple, type Scene } from './read-triple.ts';
import { inOriginal } from './reading.ts';
import { MEAN, MIDPOINT, threshold, type ThresholdRule } from './threshold.ts';
import { rankedTriples } from './triple.ts';
import type { Work } from './work.ts';

/** Triples that were sampled and read as nothing: after so many, there is none. */
const MOST_FAILURES = 30;
const MOST_PATTERNS = 400;
/** Patterns whose 49 modules are all but flawless: upright on a screen. */
const STRONG = 43;
const MOST_WEAK_PATTERNS = 160;
/** Modules of a symbol within another's, as a part of these. */
const MOST_NESTED = 0.75;

export interface Search {
  readonly symbols: readonly FlatSymbol[];
  /** The passes that were made. */
  readonly tried: readonly string[];
  /** Of the picture's first pass. */
  readonly crowd: Crowd;
}

const PASSES: readonly { readonly name: string; readonly rule: ThresholdRule; readonly factor: 1 | 2 }[] = [
  { name: 'midpoint threshold', rule: MIDPOINT, factor: 1 },
  { name: 'mean threshold', rule: MEAN, factor: 1 },
  // Modules of a pixel and a half have runs of one and two, which say little; between pixels there is more to see.
  { name: 'midpoint threshold, doubled', rule: MIDPOINT, factor: 2 },
];
/** Larger pictures are not doubled: what is small in them stays unread. */
const MOST_DOUBLED = 1_500_000;

/**
 * All that stand flat in a picture and are read, as far as the work allows. Once a pass has read any, there is another only
 * where it has lost sight of a part of the picture: codes of quite other greys may stand there.
 */
export function findSymbols(pixels: Pixels, work: Work): Search {
  const tried: string[] = [];
  let crowd: Crowd | null = null;
  let symbols: readonly FlatSymbol[] = [];
  for (const { name, rule, factor } of PASSES) {
    const area = pixels.luma.length * factor * factor;
    if (factor > 1 && (symbols.length > 0 || pixels.luma.length > MOST_DOUBLED)) break;
    if (!work.spend(area)) break;
    const pass = readWith(factor === 1 ? pixels : scaled(pixels, factor), rule, work, symbols);
    crowd ??= pass.crowd;
    const more = pass.found.slice(symbols.length);
    // What was tried last has read something, if anything has.
    if (symbols.length === 0 || more.length > 0) tried.push(name);
    symbols = [...symbols, ...more.map((symbol) => ({ ...symbol, ...inOriginal(symbol, factor, 0) }))];
    if (symbols.length > 0 && !pass.hides) break;
  }
  return { symbols, tried, crowd: crowd ?? { runs: 0, proposals: 0 } };
}

interface Pass {
  /** What was known already, and what was not. */
  readonly found: readonly FlatSymbol[];
  readonly crowd: Crowd;
  /** Whether it may have lost sight of something. */
  readonly hides: boolean;
}

function readWith(pixels: Pixels, rule: ThresholdRule, work: Work, already: readonly FlatSymbol[]): Pass {
  const bitmap = threshold(pixels, rule);
  const scene = { pixels, bitmap, work };
  const found: FlatSymbol[] = [...already];
  const { patterns, crowd } = findFinderPatterns(bitmap, work);
  const plainest = distinct(patterns);
  const strong = plainest.filter(({ upright }) => upright >= STRONG);
  readAmong(scene, strong, found);
  const isFree = (pattern: FinderPattern): boolean => !found.some((symbol) => isPartOf(symbol, pattern));
  const rest = plainest.filter(isFree).slice(0, MOST_WEAK_PATTERNS);
  if (rest.some(({ upright }) => upright < STRONG)) readAmong(scene, rest, found);
  return { found, crowd, hides: bitmap.hides };
}

function readAmong(scene: Scene, patterns: readonly FinderPattern[], found: FlatSymbol[]): void {
  let failures = 0;
  for (const triple of rankedTriples(scene.pixels, patterns, scene.work)) {
    if (failures >= MOST_FAILURES) return;
    const parts = [triple.corner, triple.right, triple.below];
    if (parts.some((part) => found.some((symbol) => isPartOf(symbol, part)))) continue;
    const outcome = readTriple(scene, triple);
    if (outcome === 'unread') failures++;
    else if (outcome !== 'unlikely') found.push(outcome);
  }
}

/** The plainest first, each place once. */
function distinct(patterns: readonly FinderPattern[]): readonly FinderPattern[] {
  const kept: FinderPattern[] = [];
  for (const pattern of patterns.toSorted((a, b) => b.upright - a.upright)) {
    const isNear = (other: FinderPattern): boolean =>
      other.isDark === pattern.isDark &&
      Math.hypot(other.x - pattern.x, other.y - pattern.y) < pattern.module * 2;
    if (!kept.some(isNear)) kept.push(pattern);
    if (kept.length >= MOST_PATTERNS) break;
  }
  return kept;
}

/**
 * Whether a pattern is a symbol's own, or one that its modules happen to make. A plain one that is neither belongs to a symbol
 * that stands within the other, in the place of a logo: of modules so much smaller that it could.
 */
function isPartOf(symbol: FlatSymbol, pattern: FinderPattern): boolean {
  if (!isWithin(symbol, pattern)) return false;
  const [first, second] = symbol.corners;
  const module = Math.hypot(second.x - first.x, second.y - first.y) / symbol.size;
  return pattern.upright < STRONG || pattern.module > module * MOST_NESTED;
}

/** Whether a point is on the same side of all four edges. */
function isWithin({ corners }: FlatSymbol, { x, y }: Point): boolean {
  const sides = corners.map((from, at) => {
    const to = corners[(at + 1) % 4] ?? from;
    return Math.sign((to.x - from.x) * (y - from.y) - (to.y - from.y) * (x - from.x));
  });
  return sides.every((side) => side > 0) || sides.every((side) => side < 0);
}

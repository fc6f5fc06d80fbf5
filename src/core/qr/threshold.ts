/**
 * Grey to dark and light, each pixel judged by its neighbourhood, so that a page's colours and a photograph's
 * shadows do not count (ISO/IEC 18004, the reference decode algorithm, takes one threshold for the whole picture).
 *
 * The picture is cut into blocks. A block's threshold is drawn from the blocks around it: the middle between their
 * darkest and brightest pixel (`midpoint`, exact on screens, where edges are sharp), or the mean of the blocks
 * that show any contrast (`mean`, which blur, gradients and thin strokes shift less).
 */
import type { Pixels } from './pixels.ts';

/** A byte a pixel: 1 is dark. */
export interface Bitmap {
  readonly width: number;
  readonly height: number;
  readonly dark: Uint8Array;
}

export interface Judged extends Bitmap {
  /**
   * Whether something may have gone under: a row or column of blocks that show contrast of their own, each of which became all
   * dark or all light beside what is much brighter or darker (a grey code next to a white page).
   */
  readonly hides: boolean;
}

export interface ThresholdRule {
  readonly by: 'midpoint' | 'mean';
  /** The side of a block in pixels. */
  readonly block: number;
  /** How many blocks to each side count as the neighbourhood. */
  readonly reach: number;
}

export const MIDPOINT: ThresholdRule = { by: 'midpoint', block: 16, reach: 1 };
export const MEAN: ThresholdRule = { by: 'mean', block: 8, reach: 2 };

/** Less contrast than this is the noise of a plain surface. */
const LEAST_CONTRAST = 14;

interface Blocks {
  readonly rule: ThresholdRule;
  readonly columns: number;
  readonly rows: number;
  readonly least: Uint8Array;
  readonly most: Uint8Array;
  readonly sum: Uint32Array;
}

export function threshold(pixels: Pixels, rule: ThresholdRule): Judged {
  const blocks = measure(pixels, rule);
  const levels = thresholdsOf(blocks);
  const { width, height, luma } = pixels;
  const dark = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    const row = Math.floor(y / rule.block) * blocks.columns;
    for (let x = 0; x < width; x += rule.block) {
      const level = levels[row + x / rule.block] ?? 0;
      const end = y * width + Math.min(width, x + rule.block);
      for (let at = y * width + x; at < end; at++) dark[at] = (luma[at] ?? 0) < level ? 1 : 0;
    }
  }
  return { width, height, dark, hides: hidesAny(blocks, levels) };
}

/** Contrast that a code may have, and how many blocks one beside the other the smallest code is. */
const CONTRAST_OF_CODE = 40;
const BLOCKS_OF_CODE = 3;

function hidesAny({ columns, rows, least, most }: Blocks, levels: Float32Array): boolean {
  const isHidden = (block: number): boolean => {
    const [low, high, level] = [least[block] ?? 0, most[block] ?? 0, levels[block] ?? 0];
    return high - low >= CONTRAST_OF_CODE && (level <= low || level > high);
  };
  const below = new Uint8Array(columns);
  for (let row = 0; row < rows; row++) {
    let beside = 0;
    for (let column = 0; column < columns; column++) {
      const hidden = isHidden(row * columns + column);
      beside = hidden ? beside + 1 : 0;
      const above = hidden ? (below[column] ?? 0) + 1 : 0;
      below[column] = above;
      if (Math.max(beside, above) >= BLOCKS_OF_CODE) return true;
    }
  }
  return false;
}

function measure({ width, height, luma }: Pixels, rule: ThresholdRule): Blocks {
  const columns = Math.ceil(width / rule.block);
  const rows = Math.ceil(height / rule.block);
  const least = new Uint8Array(columns * rows).fill(255);
  const most = new Uint8Array(columns * rows);
  const sum = new Uint32Array(columns * rows);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x += rule.block) {
      const block = Math.floor(y / rule.block) * columns + x / rule.block;
      const end = y * width + Math.min(width, x + rule.block);
      let low = least[block] ?? 0;
      let high = most[block] ?? 0;
      let total = sum[block] ?? 0;
      for (let at = y * width + x; at < end; at++) {
        const level = luma[at] ?? 0;
        low = level < low ? level : low;
        high = level > high ? level : high;
        total += level;
      }
      least[block] = low;
      most[block] = high;
      sum[block] = total;
    }
  }
  return { rule, columns, rows, least, most, sum };
}

/** The thresholds of all blocks. */
function thresholdsOf(blocks: Blocks): Float32Array {
  return Float32Array.from({ length: blocks.columns * blocks.rows }, (_, block) =>
    thresholdOf(blocks, block % blocks.columns, Math.floor(block / blocks.columns)),
  );
}

/** The level below which a pixel of this block is dark. */
function thresholdOf({ rule, columns, rows, least, most, sum }: Blocks, column: number, row: number): number {
  let low = 255;
  let high = 0;
  let total = 0;
  let counted = 0;
  const bottom = Math.min(rows - 1, row + rule.reach);
  const right = Math.min(columns - 1, column + rule.reach);
  for (let y = Math.max(0, row - rule.reach); y <= bottom; y++) {
    for (let x = Math.max(0, column - rule.reach); x <= right; x++) {
      const block = y * columns + x;
      const darkest = least[block] ?? 0;
      const brightest = most[block] ?? 0;
      if (darkest < low) low = darkest;
      if (brightest > high) high = brightest;
      if (brightest - darkest < LEAST_CONTRAST) continue;
      total += sum[block] ?? 0;
      counted++;
    }
  }
  const plain = high - low < LEAST_CONTRAST || (rule.by === 'mean' && counted === 0);
  // A plain surface is all light or all dark, by which end of the scale it is nearer to.
  if (plain) return low > 127 ? 0 : 256;
  return rule.by === 'midpoint' ? (low + high + 1) / 2 : total / (counted * rule.block * rule.block);
}

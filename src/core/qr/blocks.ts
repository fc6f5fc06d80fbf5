/**
 * How the codewords of a symbol are shared out among blocks that are corrected each for itself, so that a stain is spread
 * over all of them (ISO/IEC 18004 section 6.6 and table 9).
 */
import type { Level } from './format.ts';

/** Codewords a block for error correction, by version from 1. */
const PARITY: Readonly<Record<Level, readonly number[]>> = {
  L: [
    7, 10, 15, 20, 26, 18, 20, 24, 30, 18, 20, 24, 26, 30, 22, 24, 28, 30, 28, 28, 28, 28, 30, 30, 26, 28, 30,
    30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30,
  ],
  M: [
    10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26, 26, 28, 28, 28, 28, 28,
    28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28,
  ],
  Q: [
    13, 22, 18, 26, 18, 24, 18, 22, 20, 24, 28, 26, 24, 20, 30, 24, 28, 28, 26, 30, 28, 30, 30, 30, 30, 28,
    30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30,
  ],
  H: [
    17, 28, 22, 16, 22, 28, 26, 26, 24, 28, 24, 28, 22, 24, 24, 30, 28, 28, 26, 28, 30, 24, 30, 30, 30, 30,
    30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30,
  ],
};

/** Blocks, by version from 1. */
const BLOCKS: Readonly<Record<Level, readonly number[]>> = {
  L: [
    1, 1, 1, 1, 1, 2, 2, 2, 2, 4, 4, 4, 4, 4, 6, 6, 6, 6, 7, 8, 8, 9, 9, 10, 12, 12, 12, 13, 14, 15, 16, 17,
    18, 19, 19, 20, 21, 22, 24, 25,
  ],
  M: [
    1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16, 17, 17, 18, 20, 21, 23, 25, 26, 28, 29,
    31, 33, 35, 37, 38, 40, 43, 45, 47, 49,
  ],
  Q: [
    1, 1, 2, 2, 4, 4, 6, 6, 8, 8, 8, 10, 12, 16, 12, 17, 16, 18, 21, 20, 23, 23, 25, 27, 29, 34, 34, 35, 38,
    40, 43, 45, 48, 51, 53, 56, 59, 62, 65, 68,
  ],
  H: [
    1, 1, 2, 4, 4, 4, 5, 6, 8, 8, 11, 11, 16, 16, 18, 16, 19, 21, 25, 25, 25, 34, 30, 32, 35, 37, 40, 42, 45,
    48, 51, 54, 57, 60, 63, 66, 70, 74, 77, 81,
  ],
};

/** Small symbols keep some of their error correction back, so that no other text is made of a damaged one. */
const SPARE: Readonly<Record<Level, readonly number[]>> = { L: [3, 2, 1], M: [2], Q: [1], H: [1] };

export interface Block {
  /** Where its codewords stand among the symbol's, its parity last. */
  readonly places: readonly number[];
  readonly parity: number;
  readonly spare: number;
}

/** The blocks of a symbol with so many codewords; the first ones may be one shorter than the last. */
export function blocksOf(version: number, level: Level, codewords: number): readonly Block[] {
  const parity = PARITY[level][version - 1] ?? 0;
  const count = BLOCKS[level][version - 1] ?? 1;
  const spare = SPARE[level][version - 1] ?? 0;
  const shortData = Math.floor(codewords / count) - parity;
  const long = codewords % count;
  return Array.from({ length: count }, (_, block) => {
    const places = Array.from({ length: shortData }, (_, at) => at * count + block);
    if (block >= count - long) places.push(shortData * count + block - (count - long));
    const start = shortData * count + long;
    for (let at = 0; at < parity; at++) places.push(start + at * count + block);
    return { places, parity, spare };
  });
}

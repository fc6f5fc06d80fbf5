/** Format information: error correction level and mask, twice in each symbol (ISO/IEC 18004 section 6.9). */
import type { Modules } from './modules.ts';

export type Level = 'L' | 'M' | 'Q' | 'H';

export interface Format {
  readonly level: Level;
  /** 0 to 7. */
  readonly mask: number;
}

/** By the two bits that stand for them. */
const LEVELS: readonly Level[] = ['M', 'L', 'H', 'Q'];

/** Five bits, ten that check them by a BCH code, and a mask over all so that they are never all light. */
const GENERATOR = 0x537;
const MASK = 0x5412;
const WORDS = Array.from({ length: 32 }, (_, bits) => {
  let rest = bits << 10;
  for (let at = 14; at >= 10; at--) if ((rest >> at) & 1) rest ^= GENERATOR << (at - 10);
  return ((bits << 10) | rest) ^ MASK;
});
/** Two words differ in at least seven bits. */
const MOST_ERRORS = 3;

/** Where its bits stand, the highest first: around the upper left corner, and along the other two. */
function placesOf(size: number): readonly (readonly (readonly [x: number, y: number])[])[] {
  const around = Array.from({ length: 15 }, (_, at) => {
    if (at < 8) return [at < 6 ? at : at + 1, 8] as const;
    return [8, at === 8 ? 7 : 14 - at] as const;
  });
  const along = Array.from({ length: 15 }, (_, at) =>
    at < 7 ? ([8, size - 1 - at] as const) : ([size - 15 + at, 8] as const),
  );
  return [around, along];
}

/** The formats that either place may say, the likelier first; none where both are spoilt. */
export function formatsOf({ size, dark }: Modules): readonly Format[] {
  const likely = placesOf(size).flatMap((places) => {
    const word = places.reduce((bits, [x, y]) => (bits << 1) | (dark[y * size + x] ?? 0), 0);
    return WORDS.flatMap((known, bits) => {
      const errors = bitsOf(known ^ word);
      return errors <= MOST_ERRORS ? [{ bits, errors }] : [];
    });
  });
  const best = likely.toSorted((a, b) => a.errors - b.errors).map(({ bits }) => bits);
  return [...new Set(best)].map((bits) => ({ level: LEVELS[bits >> 3] ?? 'M', mask: bits & 7 }));
}

function bitsOf(word: number): number {
  let bits = 0;
  for (let rest = word; rest !== 0; rest &= rest - 1) bits++;
  return bits;
}

/**
 * A symbol as a square of modules, and the parts of it that are the same in every symbol of its size: three finder
 * patterns with their separators, two timing patterns, the alignment patterns (ISO/IEC 18004 section 6.3).
 */
/** `size` × `size` modules, row by row: 1 is dark. */
export interface Modules {
  readonly size: number;
  readonly dark: Uint8Array;
  /** How doubtful each is, from 0 to 255; absent where none is. */
  readonly doubt?: Uint8Array;
}

export const SMALLEST = 21;
export const LARGEST = 177;

/** Version 1 has 21 modules a side, each further version four more (section 6.1). */
export function versionOf(size: number): number {
  return (size - 17) / 4;
}

/** The nearest number of modules a side that a symbol can have; may lie beyond the smallest or the largest. */
export function nearestSize(modules: number): number {
  return 17 + 4 * Math.round((modules - 17) / 4);
}

/** Rings around a middle, by distance from it: a finder pattern's, its separator being the fifth. */
function finderIsDark(distance: number): boolean {
  return distance !== 2 && distance !== 4;
}

/** Timing patterns stand on row and column 6 and begin and end dark. */
export function timingIsDark(at: number): boolean {
  return at % 2 === 0;
}

function finderCentres(size: number): readonly (readonly [x: number, y: number])[] {
  return [
    [3, 3],
    [size - 4, 3],
    [3, size - 4],
  ];
}

/**
 * Where the centres of alignment patterns stand, in both directions (section 6.3.6 and annex E): from 6 to 7 before
 * the edge, evenly spaced from the far end in even steps. Version 32 is the one exception to the rule.
 */
export function alignmentPositions(size: number): readonly number[] {
  const version = versionOf(size);
  if (version < 2) return [];
  const gaps = Math.floor(version / 7) + 1;
  const last = size - 7;
  const step = version === 32 ? 26 : Math.ceil((last - 6) / (2 * gaps)) * 2;
  return [6, ...Array.from({ length: gaps }, (_, at) => last - (gaps - 1 - at) * step)];
}

/** The centres of all alignment patterns: everywhere but under the finder patterns. */
export function alignmentCentres(size: number): readonly (readonly [x: number, y: number])[] {
  const positions = alignmentPositions(size);
  const last = positions.at(-1);
  return positions
    .flatMap((y) => positions.map((x) => [x, y] as const))
    .filter(([x, y]) => !((x === 6 && y === 6) || (x === 6 && y === last) || (x === last && y === 6)));
}

/** The share of finder and timing modules that are as they have to be. */
export function likeness({ size, dark }: Modules): number {
  let [right, seen] = [0, 0];
  const look = (x: number, y: number, isDark: boolean): void => {
    seen++;
    if ((dark[y * size + x] === 1) === isDark) right++;
  };
  eachFinderModule(size, look);
  for (let at = 8; at < size - 8; at++) {
    look(at, 6, timingIsDark(at));
    look(6, at, timingIsDark(at));
  }
  return right / seen;
}

/** Of all three finder patterns together. */
export const FINDER_MODULES = 147;

export function eachFinderModule(size: number, visit: (x: number, y: number, isDark: boolean) => void): void {
  for (const [left, top] of finderCentres(size)) {
    for (let y = -3; y <= 3; y++) {
      for (let x = -3; x <= 3; x++) {
        visit(left + x, top + y, finderIsDark(Math.max(Math.abs(x), Math.abs(y))));
      }
    }
  }
}

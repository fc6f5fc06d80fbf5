/**
 * Fields that belong together: a row of 4 to 8 like boxes takes a code a character each. Told by what the page
 * sets and by where the boxes stand, not by their names, which differ from box to box.
 */

/** An input as far as rows are concerned. */
export interface Box {
  readonly type: string;
  /** -1 when the page sets none. */
  readonly maxLength: number;
  /** Whether it asks for digits, and follows the input before it with nothing between. */
  readonly next: boolean;
  /** Whether the page says of it that it wants a one-time code. */
  readonly declared: boolean;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

const FEWEST = 4;
const MOST = 8;
/** CSS pixels. Wider than this, a field is made for more than a character. */
const WIDEST = 100;
const UNEVEN = 3;

/** The boxes of a row, or the one of a field of its own. */
export type Row<B> = readonly [B, ...B[]];

/** Splits inputs, in document order, into rows and fields of their own. */
export function inRows<B extends Box>(boxes: readonly B[]): readonly Row<B>[] {
  const runs: [B, ...B[]][] = [];
  for (const box of boxes) {
    const run = runs.at(-1);
    if (run !== undefined && continues(run[0], box)) run.push(box);
    else runs.push([box]);
  }
  return runs.flatMap((run) => (isRow(run) ? [run] : run.map((box): Row<B> => [box])));
}

function continues(first: Box, next: Box): boolean {
  if (next.type !== first.type) return false;
  // What the page sets says enough: such boxes may be of any size, and on two lines on a narrow screen.
  if (next.maxLength === 1) return first.maxLength >= 1 && first.maxLength <= MOST;
  if (next.maxLength !== first.maxLength) {
    // Some widgets let the first empty box take the whole code, and that is the next one with each character.
    const isWide = first.maxLength === 1 && next.maxLength >= FEWEST && next.maxLength <= MOST;
    // The last of them may stand on the next line.
    return isWide && (standsBeside(first, next) || (next.next && areAlike(first, next)));
  }
  // Of boxes that are each declared for a code, only a row can be meant, however wide they are and wherever they stand.
  if (first.declared && next.declared && areAlike(first, next)) return true;
  return next.next || (first.width <= WIDEST && standsBeside(first, next));
}

function standsBeside(a: Box, b: Box): boolean {
  return areAlike(a, b) && Math.abs(a.top - b.top) <= UNEVEN;
}

function areAlike(a: Box, b: Box): boolean {
  return (['width', 'height'] as const).every((side) => Math.abs(a[side] - b[side]) <= UNEVEN);
}

function isRow(run: Row<Box>): boolean {
  if (run.length < FEWEST || run.length > MOST) return false;
  // Some widgets let a box take the whole code, so that a paste or the browser's autofill fits.
  return run.every(({ maxLength }) => maxLength <= 1 || maxLength === run.length);
}

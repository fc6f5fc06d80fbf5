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
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

const FEWEST = 4;
const MOST = 8;
/** CSS pixels. Wider than this, a field is made for more than a character. */
const WIDEST = 100;
const UNEVEN = 3;

/** Splits inputs, in document order, into rows and fields of their own (rows of one). */
export function inRows<B extends Box>(boxes: readonly B[]): readonly (readonly B[])[] {
  const rows: (readonly B[])[] = [];
  let start = 0;
  while (start < boxes.length) {
    let end = start + 1;
    while (end < boxes.length && continues(boxes[start], boxes[end])) end++;
    const run = boxes.slice(start, end);
    if (isRow(run)) rows.push(run);
    else rows.push(...run.map((box) => [box]));
    start = end;
  }
  return rows;
}

function continues(first: Box | undefined, next: Box | undefined): boolean {
  if (first === undefined || next?.type !== first.type) return false;
  // What the page sets says enough: such boxes may be of any size, and on two lines on a narrow screen.
  if (next.maxLength === 1) return first.maxLength >= 1 && first.maxLength <= MOST;
  if (next.maxLength !== first.maxLength) return false;
  return next.next || (first.width <= WIDEST && standsBeside(first, next));
}

function standsBeside(a: Box, b: Box): boolean {
  return (['top', 'width', 'height'] as const).every((side) => Math.abs(a[side] - b[side]) <= UNEVEN);
}

function isRow(run: readonly Box[]): boolean {
  if (run.length < FEWEST || run.length > MOST) return false;
  // Some widgets let the first box take the whole code, so that a paste or the browser's autofill fits.
  const first = run[0]?.maxLength ?? 0;
  return first <= 1 || first === run.length;
}

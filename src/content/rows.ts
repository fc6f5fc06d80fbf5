/**
 * Fields that belong together: a row of 4 to 8 like boxes takes a code a character each. Told by what the page
 * sets and by where the boxes stand, not by their names, which differ from box to box.
 */

/** An input as far as rows are concerned. */
export interface Box {
  readonly type: string;
  /** -1 when the page sets none. */
  readonly maxLength: number;
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
  if (first === undefined || next === undefined) return false;
  return (
    next.type === first.type &&
    next.maxLength <= 1 &&
    next.width <= WIDEST &&
    Math.abs(next.top - first.top) <= UNEVEN &&
    Math.abs(next.width - first.width) <= UNEVEN &&
    Math.abs(next.height - first.height) <= UNEVEN
  );
}

function isRow(run: readonly Box[]): boolean {
  const [first] = run;
  if (first === undefined || run.length < FEWEST || run.length > MOST || first.width > WIDEST) return false;
  // Some widgets let the first box take the whole code, so that a paste or the browser's autofill fits.
  return first.maxLength <= 1 || first.maxLength === run.length;
}

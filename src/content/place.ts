/** Where the chip may stand: beside its field, or in the empty end of it. CSS pixels of the viewport. */

export interface Area {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const GAP = 6;
/** What a code takes up at the start of a field, or in its middle. */
const CODE = 180;

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Which of its places is below the field. */
export const BELOW = 2;

type Places = readonly [Area, Area, Area, ...Area[]];

/**
 * Best first: right of the field, inside at its right end where it is wide enough, below, above; and where it stands less
 * well, for where something is in the way of all these: left of it, and below and above at its start.
 */
export function placesFor(field: Area, { width, height }: Size): Places {
  const at = (left: number, top: number): Area => {
    const [x, y] = [Math.round(left), Math.round(top)];
    return { left: x, top: y, right: x + width, bottom: y + height };
  };
  const middle = (field.top + field.bottom - height) / 2;
  const end = Math.max(GAP, field.right - width);
  const below = at(end, field.bottom + GAP);
  const isWide = field.right - field.left >= width + CODE && field.bottom - field.top >= height;
  const above = field.top - GAP - height;
  const spare = [
    at(field.left - GAP - width, middle),
    at(field.left, field.bottom + GAP),
    at(field.left, above),
  ];
  return [
    at(field.right + GAP, middle),
    isWide ? at(end - GAP, middle) : below,
    below,
    at(end, above),
    ...spare.filter(({ left }) => left >= 0),
  ];
}

export function isWithin({ left, top, right, bottom }: Area, { width, height }: Size): boolean {
  return left >= 0 && top >= 0 && right <= width && bottom <= height;
}

/** What all of these take up together. */
export function around(areas: readonly Area[]): Area {
  return {
    left: Math.min(...areas.map(({ left }) => left)),
    top: Math.min(...areas.map(({ top }) => top)),
    right: Math.max(...areas.map(({ right }) => right)),
    bottom: Math.max(...areas.map(({ bottom }) => bottom)),
  };
}

export function isOverlapping(a: Area, b: Area): boolean {
  return a.left < b.right && a.right > b.left && a.top < b.bottom && a.bottom > b.top;
}

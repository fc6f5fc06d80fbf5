/**
 * From modules to codewords: the mask is taken off, and what is no fixed part, format or version is read in columns of two
 * from the lower right corner, up and down in turn (ISO/IEC 18004 sections 6.7.3 and 6.8.2).
 */
import { alignmentCentres, type Modules, versionOf } from './modules.ts';

const MASKS: readonly ((x: number, y: number) => boolean)[] = [
  (x, y) => (x + y) % 2 === 0,
  (_, y) => y % 2 === 0,
  (x) => x % 3 === 0,
  (x, y) => (x + y) % 3 === 0,
  (x, y) => (Math.floor(y / 2) + Math.floor(x / 3)) % 2 === 0,
  (x, y) => ((x * y) % 2) + ((x * y) % 3) === 0,
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2 === 0,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2 === 0,
];

/** 1 where no data stands. */
function reservedOf(size: number): Uint8Array {
  const reserved = new Uint8Array(size * size);
  const fill = (left: number, top: number, width: number, height: number): void => {
    for (let y = top; y < top + height; y++) reserved.fill(1, y * size + left, y * size + left + width);
  };
  fill(0, 0, 9, 9);
  fill(size - 8, 0, 8, 9);
  fill(0, size - 8, 9, 8);
  fill(6, 0, 1, size);
  fill(0, 6, size, 1);
  for (const [x, y] of alignmentCentres(size)) fill(x - 2, y - 2, 5, 5);
  if (versionOf(size) >= 7) {
    fill(size - 11, 0, 3, 6);
    fill(0, size - 11, 6, 3);
  }
  return reserved;
}

const ORDERS = new Map<number, Uint16Array>();

/** Where the bits of the codewords stand among a symbol's modules, in their order; those left over at the end are none. */
function orderOf(size: number): Uint16Array {
  const known = ORDERS.get(size);
  if (known !== undefined) return known;
  const reserved = reservedOf(size);
  const places: number[] = [];
  let isUp = true;
  for (let right = size - 1; right > 0; right -= 2) {
    if (right === 6) right--; // the timing pattern's column is skipped whole
    for (let step = 0; step < size; step++) {
      const row = (isUp ? size - 1 - step : step) * size;
      const two = [row + right, row + right - 1];
      places.push(...two.filter((place) => reserved[place] === 0));
    }
    isUp = !isUp;
  }
  const order = Uint16Array.from(places.slice(0, places.length - (places.length % 8)));
  ORDERS.set(size, order);
  return order;
}

/** How doubtful each codeword is: as its most doubtful module. */
export function doubtsOf({ size, doubt }: Modules): Uint8Array {
  const order = orderOf(size);
  const doubts = new Uint8Array(order.length / 8);
  for (let bit = 0; bit < order.length; bit++) {
    const own = doubt?.[order[bit] ?? 0] ?? 0;
    if (own > (doubts[bit >> 3] ?? 0)) doubts[bit >> 3] = own;
  }
  return doubts;
}

export function codewordsOf({ size, dark }: Modules, mask: number): Uint8Array {
  const order = orderOf(size);
  const isMasked = MASKS[mask] ?? (() => false);
  const codewords = new Uint8Array(order.length / 8);
  for (let bit = 0; bit < order.length; bit++) {
    const place = order[bit] ?? 0;
    const isLight = (dark[place] === 1) === isMasked(place % size, Math.floor(place / size));
    codewords[bit >> 3] = ((codewords[bit >> 3] ?? 0) << 1) | (isLight ? 0 : 1);
  }
  return codewords;
}

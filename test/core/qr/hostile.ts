/** Pictures made to cost: each of them takes jsqr, or another reader, seconds to minutes; or hides a code among its like. */
import type { Pixels } from '../../../src/core/qr/decode.ts';
import { chance, draw, modulesOf, page, PLAIN } from './drawing.ts';

type Level = (x: number, y: number) => number;

/** Finder patterns with modules of so many pixels, one in each square of so many modules. */
function finders(module: number, every: number): Level {
  const ringAt = (at: number): number => Math.abs((Math.floor(at / module) % every) - 3);
  return (x, y) => ([0, 1, 3].includes(Math.max(ringAt(x), ringAt(y))) ? 0 : 255);
}

/** Black and white by chance, in squares of so many pixels: much like the data of one endless symbol. */
function squares(side: number): Level {
  return (x, y) => {
    const [column, row] = [Math.floor(x / side), Math.floor(y / side)];
    return ((Math.imul(column * 7919 + row * 104_729, 2_654_435_761) >>> 13) & 1) * 255;
  };
}

const random = chance(7);

export const HOSTILE: readonly (readonly [name: string, level: Level])[] = [
  ['grey noise', () => random() * 255],
  ['black and white noise', () => (random() < 0.5 ? 0 : 255)],
  ['a checkerboard', (x, y) => (((x >> 2) + (y >> 2)) % 2) * 255],
  ['stripes', (x) => ((x >> 2) % 2) * 255],
  ['squares by chance', squares(3)],
  ['finder patterns everywhere', finders(1, 9)],
  ['larger finder patterns everywhere', finders(2, 9)],
  ['finder patterns as far apart as those of a small symbol', finders(3, 20)],
];

/** Small ones, on which readers go on the longest before the cap, and the largest screens. */
export const HOSTILE_SIZES: readonly (readonly [width: number, height: number])[] = [
  [480, 480],
  [1920, 1080],
  [3840, 2160],
];

export const ICONS = 460;

/** A page of so many icons, each of rings like a finder pattern's, and one code among them. */
export function pageOfIcons(text: string): Pixels {
  const picture = page(1920, 1080);
  const side = 56;
  const columns = Math.floor(picture.width / side);
  const place = 9 * columns + 17; // where the code stands, over some of them
  const random = chance(3);
  for (let icon = 0; icon < ICONS; icon++) {
    const [left, top] = [(icon % columns) * side, Math.floor(icon / columns) * side];
    const [module, dark] = [3 + Math.floor(random() * 3), Math.floor(random() * 120)];
    const ringed = finders(module, 99);
    for (let y = 0; y < 7 * module; y++) {
      for (let x = 0; x < 7 * module; x++) {
        picture.luma[(top + 8 + y) * picture.width + left + 8 + x] = Math.max(dark, ringed(x, y));
      }
    }
  }
  const at = { x: (place % columns) * side, y: Math.floor(place / columns) * side };
  draw(picture, modulesOf(text), at, { ...PLAIN, scale: 5 });
  return picture;
}

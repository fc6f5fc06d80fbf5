/**
 * What the finder beside this file does not read, a photograph above all, by two readers that each have a finder of their
 * own, over a few preparations of the picture. One code at most, as these readers give no more.
 *
 * A reader's own work has no bound (a picture strewn with finder patterns takes one of them a minute, noise the other
 * ten seconds), so each attempt is charged by the picture's size and by how much in it looks like a finder pattern,
 * before it is made; what the work does not allow is not tried.
 */
import type { Crowd } from './finder-pattern.ts';
import type { Pixels } from './pixels.ts';
import { blackAndWhite, fitted, padded, scaled, stretched } from './prepare.ts';
import { readByJsqr } from './read-jsqr.ts';
import { readByQr } from './read-qr.ts';
import { inOriginal, type Reading } from './reading.ts';
import type { Work } from './work.ts';

interface Preparation {
  readonly name: string;
  /** What is charged for, as a multiple of the picture's pixels. */
  readonly growth: (pixels: Pixels) => number;
  readonly prepare: (pixels: Pixels) => Pixels;
  readonly margin: number;
}

const sideOf = ({ width, height }: Pixels): number => Math.max(width, height);
const MARGIN = 32;

const PREPARATIONS: readonly Preparation[] = [
  { name: 'as it is', growth: () => 1, prepare: (pixels) => pixels, margin: 0 },
  {
    name: 'black and white',
    growth: () => 1,
    prepare: (pixels) => padded(blackAndWhite(pixels), MARGIN),
    margin: MARGIN,
  },
  {
    name: 'stretched',
    growth: () => 1,
    prepare: (pixels) => padded(stretched(pixels), MARGIN),
    margin: MARGIN,
  },
  { name: 'doubled', growth: () => 4, prepare: (pixels) => scaled(pixels, 2), margin: 0 },
  { name: 'trebled', growth: () => 9, prepare: (pixels) => scaled(pixels, 3), margin: 0 },
  ...[800, 400].map((side) => ({
    name: `fitted to ${side}`,
    growth: (pixels: Pixels) => (side / sideOf(pixels)) ** 2,
    prepare: (pixels: Pixels) => fitted(pixels, side),
    margin: 0,
  })),
];

interface Reader {
  readonly name: string;
  readonly read: (pixels: Pixels) => Reading | null;
  /** In steps, found by measuring: each for a pixel and a run, and how many pairs of look-alikes are compared in one. */
  readonly pixel: number;
  readonly run: number;
  readonly pairs: number;
}

const READERS: readonly Reader[] = [
  { name: 'qr', read: readByQr, pixel: 4, run: 4, pairs: 50 },
  // It takes three equal runs for an alignment pattern, and stripes are nothing but these.
  { name: 'jsqr', read: (pixels) => readByJsqr(pixels), pixel: 12, run: 250, pairs: 8 },
];

function costOf({ pixel, run, pairs }: Reader, area: number, { runs, proposals }: Crowd): number {
  return Math.ceil(area * pixel + runs * run + proposals ** 2 / pairs);
}

export interface Attempted {
  readonly reading: Reading | null;
  /** Each attempt by its preparation and its reader. */
  readonly tried: readonly string[];
}

/** The first reading of a code, in pixels of the picture. */
export function readByCascade(pixels: Pixels, crowd: Crowd, work: Work): Attempted {
  const tried: string[] = [];
  for (const { name, growth, prepare, margin } of PREPARATIONS) {
    const area = Math.ceil(growth(pixels) * pixels.luma.length);
    if (!work.spend(area)) break;
    let prepared: Pixels | null = null;
    for (const reader of READERS) {
      const cost = costOf(reader, area, crowd);
      if (!work.spend(cost)) continue;
      prepared ??= prepare(pixels);
      tried.push(`${name}: ${reader.name}`);
      const reading = reader.read(prepared);
      if (reading === null) continue;
      const factor = (prepared.width - 2 * margin) / pixels.width;
      return { reading: inOriginal(reading, factor, margin), tried };
    }
  }
  return { reading: null, tried };
}

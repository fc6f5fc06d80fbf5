/**
 * QR codes in a picture: first all that stand in it flat, as on a screen, by our own finder; only where there is none,
 * one by the readers for photographs. The work for one picture has a cap, counted in steps, whatever it shows.
 */
import { readByCascade } from './cascade.ts';
import { versionOf } from './modules.ts';
import { isPicture, levelAt, type Pixels } from './pixels.ts';
import type { Corners, Reading } from './reading.ts';
import { findSymbols } from './symbols.ts';
import { createWork } from './work.ts';

export type { Pixels } from './pixels.ts';

export interface QrCode {
  readonly text: string;
  /** In pixels of the picture, without the quiet zone: the symbol's own upper left, then on around it. */
  readonly corners: Corners;
  /** 1 to 40. */
  readonly version: number;
  readonly polarity: 'dark on light' | 'light on dark';
}

export interface Look {
  readonly codes: readonly QrCode[];
  /** What was tried, in order; the last is what has read the codes, if there are any. */
  readonly tried: readonly string[];
  /** Of work, at most `MOST_WORK`. */
  readonly steps: number;
}

/** About a second on a machine of 2020; what it leaves unread in a hostile picture is nobody's set-up code. */
export const MOST_WORK = 100_000_000;

/** Everything that is known of a picture: no codes and nothing tried where it is none, or too large a one. */
export function lookForQrCodes(pixels: Pixels): Look {
  if (!isPicture(pixels)) return { codes: [], tried: [], steps: 0 };
  const work = createWork(MOST_WORK);
  const { symbols, tried, crowd } = findSymbols(pixels, work);
  if (symbols.length > 0) {
    return { codes: symbols.map((symbol) => codeOf(pixels, symbol)), tried, steps: work.spent };
  }
  const attempted = readByCascade(pixels, crowd, work);
  const codes = attempted.reading === null ? [] : [codeOf(pixels, attempted.reading)];
  return { codes, tried: [...tried, ...attempted.tried], steps: work.spent };
}

/** All QR codes of a picture. */
export function findQrCodes(pixels: Pixels): readonly QrCode[] {
  return lookForQrCodes(pixels).codes;
}

/** The texts of the QR codes in a picture; none for what is no picture, or too large a one. */
export function readQrCodes(pixels: Pixels): readonly string[] {
  return findQrCodes(pixels).map(({ text }) => text);
}

function codeOf(pixels: Pixels, { text, corners, finder, size }: Reading): QrCode {
  // From the middle of the finder pattern, the ring around it is two modules away: nearly half way to the corner.
  const ring = {
    x: finder.x + (corners[0].x - finder.x) * (2 / 3.5),
    y: finder.y + (corners[0].y - finder.y) * (2 / 3.5),
  };
  const isDark = levelAt(pixels, finder.x, finder.y) < levelAt(pixels, ring.x, ring.y);
  return { text, corners, version: versionOf(size), polarity: isDark ? 'dark on light' : 'light on dark' };
}

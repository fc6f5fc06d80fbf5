import type { Point } from './pixels.ts';

/** What one of the readers made of a picture, in its pixels. */
export interface Reading {
  readonly text: string;
  /** Of the symbol without its quiet zone, clockwise from its own upper left; counter-clockwise if it is mirrored. */
  readonly corners: Corners;
  /** The middle of the finder pattern at the first corner. */
  readonly finder: Point;
  /** Modules a side. */
  readonly size: number;
}

export type Corners = readonly [Point, Point, Point, Point];

/** From the pixels of a picture that was scaled by a factor and then set off by a margin, back to the original's. */
export function inOriginal(reading: Reading, factor: number, margin: number): Reading {
  const back = ({ x, y }: Point): Point => ({ x: (x - margin) / factor, y: (y - margin) / factor });
  const [a, b, c, d] = reading.corners;
  return { ...reading, corners: [back(a), back(b), back(c), back(d)], finder: back(reading.finder) };
}

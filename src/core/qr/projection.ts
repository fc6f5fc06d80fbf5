/**
 * From modules to pixels: the perspective transform that takes four points to four others (Heckbert, "Fundamentals
 * of Texture Mapping and Image Warping", 1989, section 2.2). ISO/IEC 18004 samples along such a grid.
 */
import type { Point } from './pixels.ts';

/** The coefficients of x' = (ax + by + c) / (gx + hy + 1), y' = (dx + ey + f) / (gx + hy + 1). */
export interface Projection {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
  readonly e: number;
  readonly f: number;
  readonly g: number;
  readonly h: number;
}

export function project({ a, b, c, d, e, f, g, h }: Projection, x: number, y: number): Point {
  const scale = 1 / (g * x + h * y + 1);
  return { x: (a * x + b * y + c) * scale, y: (d * x + e * y + f) * scale };
}

/** The parallel grid on which `corner`, `right` and `below` are the centres of a symbol's finder patterns. */
export function throughThree(size: number, corner: Point, right: Point, below: Point): Projection {
  const steps = size - 7; // from centre to centre
  const [a, d] = [(right.x - corner.x) / steps, (right.y - corner.y) / steps];
  const [b, e] = [(below.x - corner.x) / steps, (below.y - corner.y) / steps];
  return { a, b, c: corner.x - 3.5 * (a + b), d, e, f: corner.y - 3.5 * (d + e), g: 0, h: 0 };
}

type Four = readonly [Point, Point, Point, Point];

/** The projection that takes each point of `from` to that of `to`; null where three of them stand in a line. */
export function throughFour(from: Four, to: Four): Projection | null {
  const rows = from.flatMap(({ x, y }, at) => {
    const target = to[at] ?? { x: 0, y: 0 };
    return [
      [x, y, 1, 0, 0, 0, -target.x * x, -target.x * y, target.x],
      [0, 0, 0, x, y, 1, -target.y * x, -target.y * y, target.y],
    ];
  });
  const solution = solve(rows);
  if (solution === null) return null;
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = solution;
  return { a, b, c, d, e, f, g, h };
}

/**
 * The same from the four corners of an upright square, both of whose coordinates go from `low` to `high`: of the unit square
 * there is a closed form (Heckbert, the same section). `to` goes around it from the upper left.
 */
export function throughSquare(low: number, high: number, to: Four): Projection | null {
  const [p, q, r, s] = to;
  const [x1, y1, x2, y2] = [q.x - r.x, q.y - r.y, s.x - r.x, s.y - r.y];
  const [x, y] = [p.x - q.x + r.x - s.x, p.y - q.y + r.y - s.y];
  const area = x1 * y2 - x2 * y1;
  if (Math.abs(area) < 1e-9) return null;
  const side = high - low;
  // Of the unit square, each divided by the side: a point of the square is low + side times one of that.
  const g = (x * y2 - x2 * y) / area / side;
  const h = (x1 * y - x * y1) / area / side;
  const [a, b] = [(q.x - p.x) / side + g * q.x, (s.x - p.x) / side + h * s.x];
  const [d, e] = [(q.y - p.y) / side + g * q.y, (s.y - p.y) / side + h * s.y];
  const scale = 1 / (1 - (g + h) * low);
  return {
    a: a * scale,
    b: b * scale,
    c: (p.x - (a + b) * low) * scale,
    d: d * scale,
    e: e * scale,
    f: (p.y - (d + e) * low) * scale,
    g: g * scale,
    h: h * scale,
  };
}

/** Gauss and Jordan's elimination with pivots, of n rows of n + 1 numbers. */
function solve(rows: number[][]): number[] | null {
  for (let step = 0; step < rows.length; step++) {
    const rest = rows.slice(step).toSorted((p, q) => Math.abs(q[step] ?? 0) - Math.abs(p[step] ?? 0));
    rows.splice(step, rest.length, ...rest);
    const pivot = rows[step] ?? [];
    const head = pivot[step] ?? 0;
    if (Math.abs(head) < 1e-9) return null;
    for (const row of rows) {
      if (row === pivot) continue;
      const factor = (row[step] ?? 0) / head;
      for (let at = step; at < row.length; at++) row[at] = (row[at] ?? 0) - factor * (pivot[at] ?? 0);
    }
  }
  return rows.map((row, at) => (row.at(-1) ?? 0) / (row[at] ?? 1));
}

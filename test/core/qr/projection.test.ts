import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { project, throughFour, throughSquare, throughThree } from '../../../src/core/qr/projection.ts';

const coordinate = fc.integer({ min: -40, max: 40 });
const SQUARE = [
  { x: 0, y: 0 },
  { x: 200, y: 0 },
  { x: 200, y: 200 },
  { x: 0, y: 200 },
] as const;

describe('a projection', () => {
  it('takes four points to the four that it is made of', () => {
    fc.assert(
      fc.property(fc.tuple(...SQUARE.map(() => fc.record({ x: coordinate, y: coordinate }))), (moves) => {
        const to = SQUARE.map(({ x, y }, at) => ({ x: x + (moves[at]?.x ?? 0), y: y + (moves[at]?.y ?? 0) }));
        const [a, b, c, d] = to;
        if (a === undefined || b === undefined || c === undefined || d === undefined) return;
        const projection = throughFour(SQUARE, [a, b, c, d]);
        for (const [at, { x, y }] of SQUARE.entries()) {
          const target = projection === null ? null : project(projection, x, y);
          expect(target?.x).toBeCloseTo(to[at]?.x ?? 0, 6);
          expect(target?.y).toBeCloseTo(to[at]?.y ?? 0, 6);
        }
      }),
    );
  });

  it('of an upright square has a closed form', () => {
    const from = SQUARE.map(({ x, y }) => ({ x: x + 3.5, y: y + 3.5 })) as unknown as typeof SQUARE;
    fc.assert(
      fc.property(fc.tuple(...SQUARE.map(() => fc.record({ x: coordinate, y: coordinate }))), (moves) => {
        const to = SQUARE.map(({ x, y }, at) => ({ x: x + (moves[at]?.x ?? 0), y: y + (moves[at]?.y ?? 0) }));
        const corners = to as unknown as Parameters<typeof throughFour>[1];
        const [general, closed] = [throughFour(from, corners), throughSquare(3.5, 203.5, corners)];
        for (const { x, y } of [...from, { x: 50, y: 120 }]) {
          const [one, other] = [general, closed].map((each) => (each === null ? null : project(each, x, y)));
          expect(other?.x).toBeCloseTo(one?.x ?? 0, 5);
          expect(other?.y).toBeCloseTo(one?.y ?? 0, 5);
        }
      }),
    );
  });

  it('keeps straight lines straight, and what is farther away smaller', () => {
    const tilted = throughFour(SQUARE, [
      { x: 50, y: 0 },
      { x: 150, y: 0 },
      { x: 200, y: 200 },
      { x: 0, y: 200 },
    ]);
    expect(tilted).not.toBeNull();
    if (tilted === null) return;
    const middle = project(tilted, 100, 100);
    expect(middle.x).toBeCloseTo(100, 6);
    expect(middle.y).toBeLessThan(90);
  });

  it('is none where three points stand in a line', () => {
    const line = [
      { x: 0, y: 0 },
      { x: 1, y: 1 },
      { x: 2, y: 2 },
      { x: 0, y: 5 },
    ] as const;
    expect(throughFour(line, SQUARE)).toBeNull();
  });

  it('through three centres has the first module at the symbol’s corner', () => {
    const grid = throughThree(21, { x: 35, y: 35 }, { x: 175, y: 35 }, { x: 35, y: 175 });
    expect(project(grid, 0, 0)).toEqual({ x: 0, y: 0 });
    expect(project(grid, 21, 21)).toEqual({ x: 210, y: 210 });
  });
});

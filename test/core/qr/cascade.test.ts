import { assert, integer, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readByCascade } from '../../../src/core/qr/cascade.ts';
import type { Pixels, Point } from '../../../src/core/qr/pixels.ts';
import { createWork } from '../../../src/core/qr/work.ts';
import { alone, page } from './drawing.ts';

const TEXT = 'otpauth://totp/A?secret=GEZDGNBVGY3TQOJQ';
const PREPARED = [
  'as it is',
  'black and white',
  'stretched',
  'doubled',
  'trebled',
  'fitted to 800',
  'fitted to 400',
];
const ALL = PREPARED.flatMap((name) => [`${name}: qr`, `${name}: jsqr`]);
const QUIET = { runs: 0, proposals: 0 };

const read = (pixels: Pixels, cap = 1e9, crowd = QUIET) => readByCascade(pixels, crowd, createWork(cap));

function expectNear(points: readonly Point[], expected: readonly Point[], within: number): void {
  for (const [at, { x, y }] of points.entries())
    expect(Math.hypot(x - (expected[at]?.x ?? 0), y - (expected[at]?.y ?? 0))).toBeLessThan(within);
}

describe('the cascade', () => {
  it('reads a plain code as it is, by the quicker reader, and tries nothing else', () => {
    const { reading, tried } = read(alone(TEXT));
    expect(reading?.text).toBe(TEXT);
    expect(tried).toEqual(['as it is: qr']);
  });

  it('tries every preparation with both readers, in this order, and finds no code where none is', () => {
    expect(read(page(60, 40))).toEqual({ reading: null, tried: ALL });
  });

  it('tells where a code stands in the picture that it was given, whatever it made of it', () => {
    // Without a quiet zone, on a ground as dark as itself: only what has white around it is read.
    const look = { scale: 3, quiet: 0, dark: 90, light: 110 };
    const picture = alone(TEXT, look);
    const { reading, tried } = read(picture);
    expect(reading?.text).toBe(TEXT);
    expect(tried.at(-1)).toMatch(/^(?:black and white|stretched): /);
    const side = picture.width;
    const corners = [
      { x: 0, y: 0 },
      { x: side, y: 0 },
      { x: side, y: side },
      { x: 0, y: side },
    ];
    expectNear(reading?.corners ?? [], corners, 3);
  });

  it('does no more work than it is allowed, and leaves the rest untried', () => {
    const blank = page(60, 40);
    assert(
      property(integer({ min: 0, max: 2_000_000 }), integer({ min: 0, max: 400 }), (cap, runs) => {
        const work = createWork(cap);
        const { tried } = readByCascade(blank, { runs, proposals: runs }, work);
        expect(work.spent).toBeLessThanOrEqual(cap);
        expect(ALL.filter((one) => tried.includes(one))).toEqual(tried);
      }),
    );
    expect(read(blank, 0).tried).toEqual([]);
  });

  it('spares the reader whose work a crowd of look-alikes would multiply, and not the other', () => {
    const picture = alone(TEXT);
    const crowd = { runs: 100_000, proposals: 0 };
    const cap = 20_000_000;
    expect(read(page(60, 40), cap, QUIET).tried).toEqual(ALL);
    expect(read(page(60, 40), cap, crowd).tried.every((one) => one.endsWith(': qr'))).toBe(true);
    expect(read(picture, cap, crowd).reading?.text).toBe(TEXT);
  });
});

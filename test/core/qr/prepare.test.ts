import { array, assert, integer, property, tuple, uint8Array } from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Pixels } from '../../../src/core/qr/pixels.ts';
import { blackAndWhite, fitted, padded, scaled, stretched } from '../../../src/core/qr/prepare.ts';

const pictures = tuple(integer({ min: 1, max: 24 }), integer({ min: 1, max: 24 })).chain(([width, height]) =>
  uint8Array({ minLength: width * height, maxLength: width * height }).map((luma): Pixels => ({
    width,
    height,
    luma,
  })),
);
const factors = array(integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 1 }).map(([n = 1]) => n / 4);

const rows = ({ width, height, luma }: Pixels) =>
  Array.from({ length: height }, (_, y) => [...luma.subarray(y * width, (y + 1) * width)]);

describe('a picture to another size', () => {
  it('is the same at its own', () => {
    assert(
      property(pictures, (picture) => {
        expect(scaled(picture, 1)).toEqual(picture);
      }),
    );
  });

  it('has levels between those that it had, and is as bright all over where it was', () => {
    assert(
      property(pictures, factors, integer({ min: 0, max: 255 }), (picture, factor, level) => {
        const { width, height, luma } = scaled(picture, factor);
        expect(luma).toHaveLength(width * height);
        expect(width).toBe(Math.max(1, Math.round(picture.width * factor)));
        expect(Math.min(...luma)).toBeGreaterThanOrEqual(Math.min(...picture.luma));
        expect(Math.max(...luma)).toBeLessThanOrEqual(Math.max(...picture.luma));
        const plain = { ...picture, luma: picture.luma.map(() => level) };
        expect(new Set(scaled(plain, factor).luma)).toEqual(new Set([level]));
      }),
    );
  });

  it('has in each pixel the mean of those that it covers', () => {
    const checks = { width: 4, height: 2, luma: Uint8Array.from([0, 100, 200, 40, 100, 0, 40, 200]) };
    expect(scaled(checks, 0.5)).toEqual({ width: 2, height: 1, luma: Uint8Array.from([50, 120]) });
  });

  it('has the longer side that was asked for', () => {
    assert(
      property(pictures, integer({ min: 1, max: 60 }), (picture, side) => {
        const { width, height } = fitted(picture, side);
        expect(Math.max(width, height)).toBe(side);
      }),
    );
  });
});

describe('a margin', () => {
  it('is white, and leaves what it is around as it was', () => {
    assert(
      property(pictures, integer({ min: 0, max: 9 }), (picture, margin) => {
        const all = rows(padded(picture, margin));
        expect(all).toHaveLength(picture.height + 2 * margin);
        const inner = all.slice(margin, margin + picture.height);
        expect(inner.map((row) => row.slice(margin, margin + picture.width))).toEqual(rows(picture));
        const around = all.flatMap((row, y) =>
          row.filter(
            (_, x) => inner[y - margin]?.[x] === undefined || x < margin || x >= margin + picture.width,
          ),
        );
        expect(around.every((level) => level === 255)).toBe(true);
      }),
    );
  });
});

describe('contrast', () => {
  it('in black and white has nothing else, and nothing darker white than what is black', () => {
    assert(
      property(pictures, (picture) => {
        const { luma } = blackAndWhite(picture);
        expect([...luma].every((level) => level === 0 || level === 255)).toBe(true);
        const of = (level: number) => [...picture.luma].filter((_, at) => luma[at] === level);
        const [darkest, lightest] = [Math.max(-1, ...of(0)), Math.min(256, ...of(255))];
        expect(darkest).toBeLessThan(lightest);
      }),
    );
  });

  it('of two greys is theirs, however near they are', () => {
    const greys = { width: 4, height: 1, luma: Uint8Array.from([120, 128, 120, 128]) };
    expect([...blackAndWhite(greys).luma]).toEqual([0, 255, 0, 255]);
    expect([...stretched(greys).luma]).toEqual([0, 255, 0, 255]);
  });

  it('is stretched without a change of what is lighter than what', () => {
    assert(
      property(pictures, (picture) => {
        const { luma } = stretched(picture);
        const order = [...picture.luma.keys()].toSorted(
          (a, b) => (picture.luma[a] ?? 0) - (picture.luma[b] ?? 0),
        );
        const levels = order.map((at) => luma[at] ?? 0);
        expect(levels).toEqual(levels.toSorted((a, b) => a - b));
      }),
    );
  });

  it('is stretched to the whole scale, whatever a speck and a reflection have of it', () => {
    const luma = Uint8Array.from({ length: 1000 }, (_, at) => (at % 2 === 0 ? 100 : 140));
    luma[0] = 0;
    luma[1] = 255;
    expect([...stretched({ width: 100, height: 10, luma }).luma.subarray(2, 4)]).toEqual([0, 255]);
  });
});

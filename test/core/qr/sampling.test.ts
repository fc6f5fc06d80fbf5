import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { throughThree } from '../../../src/core/qr/projection.ts';
import { modulesOf as modulesFrom, sampleLevels, sharpened } from '../../../src/core/qr/sampling.ts';
import { alone, modulesOf } from './drawing.ts';

const gridOf = (size: number, scale: number, quiet: number) => {
  const centre = (x: number, y: number) => ({ x: (x + quiet) * scale, y: (y + quiet) * scale });
  return throughThree(size, centre(3.5, 3.5), centre(size - 3.5, 3.5), centre(3.5, size - 3.5));
};

describe('sampling', () => {
  it('gives the modules that were drawn, at any scale from a pixel and a half, in both polarities', () => {
    fc.assert(
      fc.property(fc.integer({ min: 6, max: 40 }), fc.boolean(), (quarters, inverted) => {
        const scale = quarters / 4;
        const modules = modulesOf('otpauth://totp/A?secret=GEZDGNBVGY3TQOJQ');
        const side = (modules.size + 8) * scale;
        const off = (Math.ceil(side) - side) / 2 / scale; // the drawing stands in the middle of whole pixels
        const picture = alone('otpauth://totp/A?secret=GEZDGNBVGY3TQOJQ', { scale, inverted });
        const levels = sampleLevels(picture, gridOf(modules.size, scale, 4 + off), modules.size);
        const { size, dark } = modulesFrom(levels, modules.size, !inverted);
        expect({ size, dark }).toEqual(modules);
      }),
      { numRuns: 40 },
    );
  });

  it('takes back what blur has carried over', () => {
    const [size, middle] = [5, 12];
    const levels = new Float32Array(25).fill(200);
    levels[middle] = 140; // a dark module of 100 and a fifth of each of its neighbours
    for (const at of [7, 11, 13, 17]) levels[at] = 180;
    const sharp = sharpened(levels, size, 0.5);
    expect((sharp[7] ?? 0) - (sharp[middle] ?? 0)).toBeGreaterThan(80);
  });
});

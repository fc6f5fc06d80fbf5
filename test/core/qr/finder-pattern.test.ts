import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findFinderPatterns } from '../../../src/core/qr/finder-pattern.ts';
import { MIDPOINT, threshold } from '../../../src/core/qr/threshold.ts';
import { createWork } from '../../../src/core/qr/work.ts';
import { chance, draw, modulesOf, page, PLAIN } from './drawing.ts';

const search = (picture: ReturnType<typeof page>, cap = 1e9) =>
  findFinderPatterns(threshold(picture, MIDPOINT), createWork(cap));

describe('finder patterns', () => {
  it('are found where they are, in either polarity, at any angle, with and without a quiet zone', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 359 }),
        fc.integer({ min: 4, max: 9 }),
        fc.boolean(),
        fc.constantFrom(0, 4),
        (angle, scale, inverted, quiet) => {
          const modules = modulesOf('Countersign', { version: 2 });
          const picture = page(400, 400, () => (inverted ? 0 : 255));
          draw(picture, modules, { x: 200, y: 200 }, { ...PLAIN, angle, scale, inverted, quiet });
          const found = search(picture).patterns.filter(({ isDark }) => isDark === !inverted);
          const turn = (angle * Math.PI) / 180;
          const reach = (modules.size / 2 - 3.5) * scale;
          for (const [x, y] of [
            [-reach, -reach],
            [reach, -reach],
            [-reach, reach],
          ] as const) {
            const at = {
              x: 200 + x * Math.cos(turn) - y * Math.sin(turn),
              y: 200 + x * Math.sin(turn) + y * Math.cos(turn),
            };
            const near = found.filter((it) => Math.hypot(it.x - at.x, it.y - at.y) < scale);
            expect(near.length).toBeGreaterThan(0);
            for (const { module } of near) expect(Math.abs(module / scale - 1)).toBeLessThan(0.25);
          }
        },
      ),
      { numRuns: 30 },
    );
  });

  it('are not seen in stripes, a checkerboard or a frame', () => {
    expect(search(page(200, 200, (x) => ((x >> 2) % 2) * 255)).patterns).toEqual([]);
    expect(search(page(200, 200, (x, y) => (((x >> 2) + (y >> 2)) % 2) * 255)).patterns).toEqual([]);
    const frame = page(200, 200, (x, y) =>
      Math.max(Math.abs(x - 100), Math.abs(y - 100)) % 60 > 50 ? 0 : 255,
    );
    expect(search(frame).patterns).toEqual([]);
  });

  it('are looked for only as far as the work goes', () => {
    const random = chance(1);
    const noise = page(300, 300, () => random() * 255);
    const work = createWork(20_000);
    const { crowd } = findFinderPatterns(threshold(noise, MIDPOINT), work);
    expect(work.spent).toBeLessThanOrEqual(20_000);
    expect(crowd.proposals).toBeLessThan(search(noise).crowd.proposals / 5);
  });
});

/** Whatever is drawn is read as what it says, or not at all; and what stands on a page as pages show it is read. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findQrCodes, readQrCodes } from '../../../src/core/qr/decode.ts';
import { compressed, draw, type Look, type Making, modulesOf, noisy, page } from './drawing.ts';

interface Code {
  readonly text: string;
  readonly making: Making;
  readonly look: Look;
}

const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 });
const making = fc.record({
  by: fc.constantFrom('uqr' as const, 'qr' as const),
  // Set-up codes are small, but any may come.
  version: fc.oneof(fc.integer({ min: 1, max: 10 }), fc.integer({ min: 11, max: 40 })),
  ecc: fc.constantFrom('L' as const, 'M' as const, 'Q' as const, 'H' as const),
  mask: fc.integer({ min: 0, max: 7 }),
});
const anyLook = fc.record({
  scale: fc.integer({ min: 2, max: 12 }),
  angle: fc.oneof(fc.constantFrom(0, 90, 180, 270), fc.integer({ min: 0, max: 359 })),
  mirrored: fc.boolean(),
  inverted: fc.boolean(),
  quiet: fc.integer({ min: 0, max: 4 }),
  dark: fc.integer({ min: 0, max: 90 }),
  light: fc.integer({ min: 165, max: 255 }),
});
const codes = fc.array(fc.record<Code>({ text, making, look: anyLook }), { minLength: 1, maxLength: 4 });

/** Pixels: larger ones would only take longer. */
const [MOST_SIDE, MOST_ALONE] = [260, 700];

/** Side by side on one page, each on as much of it as it needs at any angle, with modules of at least so many pixels. */
function pageWith(all: readonly Code[], ground: number, least: number) {
  const drawn = all.map(({ text, making, look: wanted }) => {
    const modules = modulesOf(text, making);
    const most = Math.max(least, Math.floor(MOST_SIDE / modules.size));
    const look = { ...wanted, scale: Math.min(wanted.scale, most) };
    return { modules, look, side: Math.ceil((modules.size + 2 * look.quiet) * look.scale * Math.SQRT2) + 8 };
  });
  const height = Math.max(...drawn.map(({ side }) => side));
  const picture = page(
    drawn.reduce((sum, { side }) => sum + side, 0),
    height,
    () => ground,
  );
  let left = 0;
  for (const { modules, look, side } of drawn) {
    draw(picture, modules, { x: left + side / 2, y: height / 2 }, look);
    left += side;
  }
  return picture;
}

const CLEAN = { quiet: 4, dark: 20, light: 245 };

describe('codes on a picture', () => {
  it('are read as what they say or not at all, however they are drawn', () => {
    fc.assert(
      fc.property(
        codes,
        fc.constantFrom(0, 40, 128, 255),
        fc.integer({ min: 0, max: 60 }),
        fc.constantFrom(0, 2, 6),
        fc.integer(),
        (all, ground, noise, loss, seed) => {
          const clean = pageWith(all, ground, 2);
          const spoiled = noise === 0 ? clean : noisy(clean, noise, seed);
          const read = readQrCodes(loss === 0 ? spoiled : compressed(spoiled, loss));
          expect(all.map((code) => code.text)).toEqual(expect.arrayContaining([...read]));
        },
      ),
      { numRuns: 25 },
    );
  });

  it('are all read where they stand clean, turned, mirrored or inverted, from three pixels a module', () => {
    fc.assert(
      fc.property(codes, (all) => {
        const clean = all.map((code, at) => ({
          ...code,
          text: `${at} ${code.text}`,
          making: { ...code.making, ecc: 'M' as const },
          look: { ...code.look, ...CLEAN, scale: Math.max(3, code.look.scale) },
        }));
        const read = readQrCodes(pageWith(clean, 255, 3));
        expect(read.toSorted()).toEqual(clean.map((code) => code.text).toSorted());
      }),
      { numRuns: 25 },
    );
  });

  it('are told where they stand, with version and polarity', () => {
    fc.assert(
      fc.property(making, anyLook, (making, look) => {
        const modules = modulesOf('A', making);
        const scale = Math.max(3, Math.min(look.scale, Math.floor(MOST_ALONE / modules.size)));
        const plain = { ...look, scale, quiet: 4 };
        const side = Math.ceil(modules.size * plain.scale * Math.SQRT2) + 100;
        const picture = page(side, side);
        draw(picture, modules, { x: side / 2, y: side / 2 }, plain);
        const [code] = findQrCodes(picture);
        expect(code?.text).toBe('A');
        expect(code?.version).toBe(making.version);
        expect(code?.polarity).toBe(plain.inverted ? 'light on dark' : 'dark on light');
        const [cos, sin] = [Math.cos((plain.angle * Math.PI) / 180), Math.sin((plain.angle * Math.PI) / 180)];
        const reach = (modules.size / 2) * plain.scale;
        const ownLeft = plain.mirrored ? reach : -reach;
        const first = {
          x: side / 2 + cos * ownLeft + sin * reach,
          y: side / 2 + sin * ownLeft - cos * reach,
        };
        const off = Math.hypot((code?.corners[0].x ?? 0) - first.x, (code?.corners[0].y ?? 0) - first.y);
        expect(off).toBeLessThan(1.5 * plain.scale);
      }),
      { numRuns: 25 },
    );
  });
});

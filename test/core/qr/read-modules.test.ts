import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatsOf } from '../../../src/core/qr/format.ts';
import type { Modules } from '../../../src/core/qr/modules.ts';
import { readModules } from '../../../src/core/qr/read-modules.ts';
import { modulesOf } from './drawing.ts';

const LEVELS = ['L', 'M', 'Q', 'H'] as const;
const level = fc.constantFrom(...LEVELS);
const mask = fc.integer({ min: 0, max: 7 });

function flipped({ size, dark }: Modules, places: readonly number[]): Modules {
  return { size, dark: dark.map((module, at) => (places.includes(at) ? 1 - module : module)) };
}

describe('modules', () => {
  it.each(Array.from({ length: 40 }, (_, at) => at + 1))(
    'of version %i are read in every level, also in a mirror',
    (version) => {
      for (const [at, ecc] of LEVELS.entries()) {
        const modules = modulesOf('Az 09', { version, ecc, mask: (version + 2 * at) % 8 });
        expect(readModules(modules)).toEqual({ text: 'Az 09', mirrored: false });
        const { size, dark } = modules;
        const turned = dark.map((_, place) => dark[(place % size) * size + Math.floor(place / size)] ?? 0);
        expect(readModules({ size, dark: turned })).toEqual({ text: 'Az 09', mirrored: true });
      }
    },
  );

  it('of another encoder are read, whatever they say', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 80 }),
        level,
        mask,
        (text, ecc, mask) => {
          expect(readModules(modulesOf(text, { by: 'qr', ecc, mask }))?.text).toBe(text);
        },
      ),
    );
  });

  it('that are spoilt are read as what they say, or not at all', () => {
    fc.assert(
      fc.property(level, mask, fc.array(fc.nat(), { maxLength: 120 }), (ecc, mask, places) => {
        const modules = modulesOf('otpauth://totp/A?secret=GEZDGNBV', { ecc, mask });
        const wrong = places.map((place) => place % modules.dark.length);
        const read = readModules(flipped(modules, wrong));
        expect([undefined, 'otpauth://totp/A?secret=GEZDGNBV']).toContain(read?.text);
      }),
    );
  });
});

describe('a format', () => {
  it('is told from either of its places, with three bits wrong', () => {
    const modules = modulesOf('A', { ecc: 'Q', mask: 5 });
    const around = [0, 1, 2, 3, 4, 5, 7, 8].map((x) => 8 * modules.size + x);
    expect(formatsOf(flipped(modules, around.slice(0, 3)))[0]).toEqual({ level: 'Q', mask: 5 });
    expect(formatsOf(flipped(modules, around))[0]).toEqual({ level: 'Q', mask: 5 });
  });
});

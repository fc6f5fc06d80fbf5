/** What is blurred or stained is doubtful where it is, and costs half as much when that is known. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Modules } from '../../../src/core/qr/modules.ts';
import { readModules } from '../../../src/core/qr/read-modules.ts';
import { modulesOf } from './drawing.ts';

const TEXT = 'otpauth://totp/A?secret=GEZDGNBV';
const CLEAN = modulesOf(TEXT, { ecc: 'M', version: 4 });

/** With a stain from a row to a row, which has turned modules about as it came. */
function stained({ size, dark }: Modules, from: number, to: number, isKnown: boolean): Modules {
  const isIn = (at: number): boolean => at >= from * size && at < to * size && at % size > 8;
  const turned = dark.map((module, at) => (isIn(at) && (at * 7) % 3 !== 0 ? 1 - module : module));
  const doubt = dark.map((_, at) => (isIn(at) ? 255 : 0));
  return { size, dark: turned, ...(isKnown ? { doubt } : {}) };
}

describe('a stained symbol', () => {
  it('is read where it is known what is doubtful, and not where it is not', () => {
    expect(readModules(stained(CLEAN, 14, 20, false))).toBeNull();
    expect(readModules(stained(CLEAN, 14, 20, true))?.text).toBe(TEXT);
  });

  it('is read in a mirror too', () => {
    const { size, dark, doubt = new Uint8Array() } = stained(CLEAN, 14, 20, true);
    const turned = (of: Uint8Array) => of.map((_, at) => of[(at % size) * size + Math.floor(at / size)] ?? 0);
    const mirrored = readModules({ size, dark: turned(dark), doubt: turned(doubt) });
    expect(mirrored).toEqual({ text: TEXT, mirrored: true });
  });

  it('is never read as another text, whatever is wrong and whatever is doubted', () => {
    const version = fc.integer({ min: 1, max: 5 });
    const ecc = fc.constantFrom('L' as const, 'M' as const, 'Q' as const, 'H' as const);
    const places = fc.array(fc.nat(), { maxLength: 400 });
    fc.assert(
      fc.property(version, ecc, places, places, (version, ecc, wrong, doubted) => {
        const { size, dark } = modulesOf('A', { version, ecc });
        const [spoilt, doubt] = [dark.slice(), new Uint8Array(dark.length)];
        for (const place of wrong) spoilt[place % dark.length] = 1 - (spoilt[place % dark.length] ?? 0);
        for (const place of doubted) doubt[place % dark.length] = 200;
        expect([undefined, 'A']).toContain(readModules({ size, dark: spoilt, doubt })?.text);
      }),
      { numRuns: 300 },
    );
  });
});

import { describe, expect, it } from 'vitest';
import { readQrCodes } from '../../../src/core/qr/decode.ts';
import { findSymbols } from '../../../src/core/qr/symbols.ts';
import { project, throughFour } from '../../../src/core/qr/projection.ts';
import { createWork } from '../../../src/core/qr/work.ts';
import { modulesOf, page } from './drawing.ts';

/** A code whose corners stand where a camera sees them that is not straight before it. */
function seen(text: string, version: number, corners: Parameters<typeof throughFour>[0]) {
  const { size, dark } = modulesOf(text, { version });
  const own = [
    { x: 0, y: 0 },
    { x: size, y: 0 },
    { x: size, y: size },
    { x: 0, y: size },
  ] as const;
  const toModules = throughFour(corners, own);
  return page(400, 400, (x, y) => {
    if (toModules === null) return 255;
    const at = project(toModules, x + 0.5, y + 0.5);
    if (Math.min(at.x, at.y) < 0 || Math.max(at.x, at.y) >= size) return 255;
    return dark[Math.floor(at.y) * size + Math.floor(at.x)] === 1 ? 0 : 255;
  });
}

const FROM_THE_SIDE = [
  { x: 60, y: 60 },
  { x: 330, y: 70 },
  { x: 328, y: 316 },
  { x: 64, y: 330 },
] as const;

describe('a code seen from the side', () => {
  it.each([1, 2, 5, 8])(
    'is read by our own finder, with an alignment pattern and without: version %i',
    (version) => {
      const picture = seen('Countersign', version, FROM_THE_SIDE);
      const { symbols } = findSymbols(picture, createWork(1e8));
      expect(symbols.map(({ text }) => text)).toEqual(['Countersign']);
      expect(readQrCodes(picture)).toEqual(['Countersign']);
    },
  );
});

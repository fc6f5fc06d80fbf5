import { encode, QrCodeDataType } from 'uqr';
import { describe, expect, it } from 'vitest';
import {
  alignmentCentres,
  alignmentPositions,
  likeness,
  nearestSize,
  versionOf,
} from '../../../src/core/qr/modules.ts';
import { modulesOf } from './drawing.ts';

/** ISO/IEC 18004 annex E, table E.1: rows and columns of the centres of alignment patterns, for some versions. */
const TABLE_E1: readonly (readonly [version: number, positions: readonly number[]])[] = [
  [1, []],
  [2, [6, 18]],
  [6, [6, 34]],
  [7, [6, 22, 38]],
  [14, [6, 26, 46, 66]],
  [15, [6, 26, 48, 70]],
  [16, [6, 26, 50, 74]],
  [22, [6, 26, 50, 74, 98]],
  [28, [6, 26, 50, 74, 98, 122]],
  [30, [6, 26, 52, 78, 104, 130]],
  [32, [6, 34, 60, 86, 112, 138]],
  [36, [6, 24, 50, 76, 102, 128, 154]],
  [39, [6, 26, 54, 82, 110, 138, 166]],
  [40, [6, 30, 58, 86, 114, 142, 170]],
];

describe('a symbol', () => {
  it.each(TABLE_E1)(
    'of version %i has its alignment patterns where the standard has them',
    (version, positions) => {
      expect(alignmentPositions(17 + 4 * version)).toEqual(positions);
    },
  );

  it.each(Array.from({ length: 40 }, (_, at) => at + 1))(
    'of version %i has the fixed parts that another encoder draws',
    (version) => {
      const modules = modulesOf('A', { version });
      expect(versionOf(modules.size)).toBe(version);
      expect(likeness(modules)).toBe(1);
      const { types } = encode('A', { border: 0, minVersion: version });
      for (const [x, y] of alignmentCentres(modules.size))
        expect(types[y]?.[x]).toBe(QrCodeDataType.Alignment);
    },
  );

  it('has a size that a symbol can have', () => {
    expect([20, 22, 23.1, 41, 176].map(nearestSize)).toEqual([21, 21, 25, 41, 177]);
  });
});

import { describe, expect, it } from 'vitest';
import { blocksOf } from '../../../src/core/qr/blocks.ts';
import { codewordsOf } from '../../../src/core/qr/codewords.ts';
import type { Level } from '../../../src/core/qr/format.ts';
import { corrected } from '../../../src/core/qr/reed-solomon.ts';
import { CODEWORDS, LEVELS, VERSIONS } from './standard.ts';
import { modulesOf } from './drawing.ts';

/** ISO/IEC 18004 table 9, some of its rows: how many blocks of how many codewords, and how many of these are data. */
const TABLE_9: readonly (readonly [version: number, level: Level, blocks: string])[] = [
  [1, 'L', '1 (26, 19)'],
  [1, 'M', '1 (26, 16)'],
  [1, 'Q', '1 (26, 13)'],
  [1, 'H', '1 (26, 9)'],
  [2, 'L', '1 (44, 34)'],
  [3, 'Q', '2 (35, 17)'],
  [5, 'Q', '2 (33, 15) 2 (34, 16)'],
  [5, 'H', '2 (33, 11) 2 (34, 12)'],
  [7, 'H', '4 (39, 13) 1 (40, 14)'],
  [10, 'M', '4 (69, 43) 1 (70, 44)'],
  [14, 'L', '3 (145, 115) 1 (146, 116)'],
  [25, 'Q', '7 (54, 24) 22 (55, 25)'],
  [32, 'L', '17 (145, 115)'],
  [40, 'L', '19 (148, 118) 6 (149, 119)'],
  [40, 'M', '18 (75, 47) 31 (76, 48)'],
  [40, 'Q', '34 (54, 24) 34 (55, 25)'],
  [40, 'H', '20 (45, 15) 61 (46, 16)'],
];

/** The same table: codewords that are kept back from correcting, so that nothing is read wrong. None in all others. */
const SPARED: Readonly<Record<string, number>> = { '1L': 3, '1M': 2, '1Q': 1, '1H': 1, '2L': 2, '3L': 1 };

const everySymbol = VERSIONS.flatMap((version) => LEVELS.map((level) => [version, level] as const));
const blocksIn = (version: number, level: Level) => blocksOf(version, level, CODEWORDS[version - 1] ?? 0);

describe('the blocks of a symbol', () => {
  it.each(TABLE_9)('of version %i in level %s are those of the standard: %s', (version, level, row) => {
    const expected = [...row.matchAll(/(\d+) \((\d+), (\d+)\)/g)].flatMap(([, count, codewords, data]) =>
      Array.from({ length: Number(count) }, () => [Number(codewords), Number(data)]),
    );
    const blocks = blocksIn(version, level);
    expect(blocks.map(({ places, parity }) => [places.length, places.length - parity])).toEqual(expected);
  });

  it('spare as many codewords as the standard says', () => {
    for (const [version, level] of everySymbol) {
      const spared = SPARED[`${version}${level}`] ?? 0;
      expect(blocksIn(version, level).map(({ spare }) => spare)).toEqual(
        blocksIn(version, level).map(() => spared),
      );
    }
  });

  it('have each of its codewords once, and differ by one at most', () => {
    for (const [version, level] of everySymbol) {
      const blocks = blocksIn(version, level);
      const places = blocks.flatMap(({ places }) => places).toSorted((a, b) => a - b);
      expect(places).toEqual(Array.from({ length: CODEWORDS[version - 1] ?? 0 }, (_, at) => at));
      const lengths = blocks.map(({ places }) => places.length);
      expect((lengths.at(-1) ?? 0) - (lengths[0] ?? 0)).toBeLessThanOrEqual(1);
      expect(lengths).toEqual(lengths.toSorted((a, b) => a - b));
    }
  });

  it('that another encoder has made need no correction', () => {
    for (const [version, level] of everySymbol) {
      const codewords = codewordsOf(
        modulesOf('blocks', { version, ecc: level, mask: version % 8 }),
        version % 8,
      );
      for (const { places, parity } of blocksOf(version, level, codewords.length)) {
        const block = Uint8Array.from(places, (place) => codewords[place] ?? 0);
        // The very same one, and not a copy that was corrected.
        expect(corrected(block, parity, 0)).toBe(block);
      }
    }
  });
});

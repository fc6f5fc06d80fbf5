import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { corrected } from '../../../src/core/qr/reed-solomon.ts';
import { EXAMPLE as BLOCK } from './standard.ts';

const PARITY = 10;

const spoilt = (places: readonly number[], by: number): Uint8Array =>
  BLOCK.map((codeword, at) => (places.includes(at) ? codeword ^ by : codeword));
const places = (least: number, most: number) =>
  fc.uniqueArray(fc.integer({ min: 0, max: BLOCK.length - 1 }), { minLength: least, maxLength: most });
const flaw = fc.integer({ min: 1, max: 255 });

describe("a block of the standard's own example", () => {
  it('is what it is', () => {
    expect(corrected(BLOCK, PARITY, 0)).toEqual(BLOCK);
  });

  it('is corrected where half as many codewords are wrong as check it', () => {
    fc.assert(
      fc.property(places(1, 5), flaw, (wrong, by) => {
        expect(corrected(spoilt(wrong, by), PARITY, 0)).toEqual(BLOCK);
      }),
    );
  });

  it('is corrected where as many are known to be doubtful as check it, wrong or not', () => {
    fc.assert(
      fc.property(places(0, 10), flaw, fc.integer({ min: 0, max: 10 }), (doubtful, by, wrong) => {
        expect(corrected(spoilt(doubtful.slice(0, wrong), by), PARITY, 0, doubtful)).toEqual(BLOCK);
      }),
    );
  });

  it('is given up, and not taken for another, where codewords have to be spared that it would need', () => {
    fc.assert(
      fc.property(places(5, 5), flaw, (wrong, by) => {
        expect(corrected(spoilt(wrong, by), PARITY, 2)).toBeNull();
      }),
    );
  });
});

import { encode, QrCodeDataType } from 'uqr';
import { describe, expect, it } from 'vitest';
import { codewordsOf, doubtsOf } from '../../../src/core/qr/codewords.ts';
import { modulesOf } from './drawing.ts';
import { CODEWORDS, EXAMPLE, VERSIONS } from './standard.ts';

const MASKS = [0, 1, 2, 3, 4, 5, 6, 7];

describe('the codewords of a symbol', () => {
  it.each(MASKS)('are those of the standard’s example, whichever mask is laid over them: %i', (mask) => {
    const modules = modulesOf('01234567', { version: 1, ecc: 'M', mask });
    expect(codewordsOf(modules, mask)).toEqual(EXAMPLE);
    expect(codewordsOf(modules, (mask + 1) % 8)).not.toEqual(EXAMPLE);
  });

  it('are as many as the standard has for each version', () => {
    const counts = VERSIONS.map((version) => codewordsOf(modulesOf('A', { version }), 0).length);
    expect(counts).toEqual(CODEWORDS);
  });

  it('stand where another encoder puts data, and nowhere else', () => {
    for (const version of VERSIONS) {
      const modules = modulesOf('A', { version });
      const { types } = encode('A', { border: 0, minVersion: version });
      const isData = types.flat().map((type) => type === QrCodeDataType.Data);
      const doubt = Uint8Array.from(isData, (isData) => (isData ? 0 : 9));
      expect(new Set(doubtsOf({ ...modules, doubt }))).toEqual(new Set([0]));
      // What is left over when all codewords are laid is less than one.
      const left = isData.filter(Boolean).length - 8 * (CODEWORDS[version - 1] ?? 0);
      expect([0, 3, 4, 7]).toContain(left);
    }
  });

  it('are as doubtful as the most doubtful of their modules', () => {
    const modules = modulesOf('A', { version: 1 });
    const doubt = modules.dark.map((_, at) => at % 251);
    const doubts = doubtsOf({ ...modules, doubt });
    expect(doubtsOf(modules)).toEqual(new Uint8Array(26));
    // The first codeword is the two columns on the right, four modules up from the corner.
    const first = [20, 19, 18, 17].flatMap((row) => [row * 21 + 20, row * 21 + 19]);
    expect(doubts[0]).toBe(Math.max(...first.map((at) => doubt[at] ?? 0)));
  });
});

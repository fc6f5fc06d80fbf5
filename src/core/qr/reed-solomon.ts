/**
 * Error correction of one block (ISO/IEC 18004 section 7.5.2): syndromes, Berlekamp and Massey's error locator, Chien's
 * search for its roots, Forney's magnitudes. Codewords that are known to be doubtful are erasures, which cost half of
 * what an error costs (Blahut, "Algebraic Codes for Data Transmission", 2003, section 7.6).
 */
import { over, power, times, timesPower, valueAt } from './galois.ts';

/**
 * The block with its errors corrected, or null where it is too far from any. `parity` is the number of codewords at its
 * end that check it, `spare` how many of these have to be left over: each makes a wrong correction 256 times less likely.
 */
export function corrected(
  block: Uint8Array,
  parity: number,
  spare: number,
  erasures: readonly number[] = [],
): Uint8Array | null {
  const syndromes = syndromesOf(block, parity);
  if (syndromes.every((syndrome) => syndrome === 0)) return block;
  if (erasures.length > parity - spare) return null;
  const erased = erasures.map((at) => power(block.length - 1 - at));
  const locator = locatorOf(syndromes, erased);
  const degree = locator.findLastIndex((coefficient) => coefficient !== 0);
  const errors = degree - erasures.length;
  if (2 * errors + erasures.length > parity - spare) return null;
  const result = withoutErrors(block, syndromes, locator.subarray(0, degree + 1));
  return result !== null && syndromesOf(result, parity).every((syndrome) => syndrome === 0) ? result : null;
}

/** The block as a polynomial, its first codeword being the highest term, at the first powers of two; 0 where all is well. */
function syndromesOf(block: Uint8Array, parity: number): Uint8Array {
  const syndromes = new Uint8Array(parity);
  for (let exponent = 0; exponent < parity; exponent++) {
    let sum = 0;
    for (let at = 0; at < block.length; at++) sum = timesPower(sum, exponent) ^ (block[at] ?? 0);
    syndromes[exponent] = sum;
  }
  return syndromes;
}

/** The polynomial whose roots are the inverses of where errors and erasures are (as powers of two), constant term first. */
function locatorOf(syndromes: Uint8Array, erased: readonly number[]): Uint8Array {
  let locator = new Uint8Array(syndromes.length + 1);
  locator[0] = 1;
  for (const place of erased) locator = plusShifted(locator, locator, place);
  let previous = locator;
  let length = erased.length;
  for (let step = erased.length; step < syndromes.length; step++) {
    let discrepancy = 0;
    for (let at = 0; at <= step; at++) discrepancy ^= times(locator[at] ?? 0, syndromes[step - at] ?? 0);
    const next = plusShifted(locator, previous, discrepancy);
    if (discrepancy !== 0 && 2 * length <= step + erased.length) {
      length = step + 1 + erased.length - length;
      const factor = discrepancy;
      previous = locator.map((coefficient) => over(coefficient, factor));
    } else {
      previous = plusShifted(new Uint8Array(previous.length), previous, 1);
    }
    locator = next;
  }
  return locator;
}

/** a(x) + factor · x · b(x). */
function plusShifted(a: Uint8Array, b: Uint8Array, factor: number): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(
    a,
    (coefficient, at) => coefficient ^ (at === 0 ? 0 : times(factor, b[at - 1] ?? 0)),
  );
}

/** Null where the locator has not as many roots within the block as its degree. */
function withoutErrors(block: Uint8Array, syndromes: Uint8Array, locator: Uint8Array): Uint8Array | null {
  const evaluator = Uint8Array.from(syndromes, (_, at) => {
    let sum = 0;
    for (let of = 0; of <= at; of++) sum ^= times(locator[of] ?? 0, syndromes[at - of] ?? 0);
    return sum;
  });
  // In characteristic 2 the terms of even degree have no derivative.
  const derivative = locator.map((_, at) => (at % 2 === 0 ? (locator[at + 1] ?? 0) : 0));
  const result = block.slice();
  let roots = 0;
  for (let at = 0; at < block.length; at++) {
    const exponent = block.length - 1 - at;
    const inverse = power(255 - (exponent % 255));
    if (valueAt(locator, inverse) !== 0) continue;
    roots++;
    const slope = valueAt(derivative, inverse);
    if (slope === 0) return null;
    const magnitude = times(power(exponent), over(valueAt(evaluator, inverse), slope));
    result[at] = (result[at] ?? 0) ^ magnitude;
  }
  return roots === locator.length - 1 ? result : null;
}

/**
 * Arithmetic of codewords: the field of 256 elements by which QR codes correct errors. Adding is XOR; multiplying goes by
 * logarithms to the base 2 (ISO/IEC 18004 section 6.5.2: modulo x⁸ + x⁴ + x³ + x² + 1).
 */
const MODULUS = 0x11d;

/** The powers of two, twice over, so that two logarithms need not be reduced before they are looked up. */
const POWERS = new Uint8Array(510);
const LOGARITHMS = new Uint8Array(256);
for (let exponent = 0, power = 1; exponent < 255; exponent++) {
  POWERS[exponent] = power;
  POWERS[exponent + 255] = power;
  LOGARITHMS[power] = exponent;
  power = power & 0x80 ? (power << 1) ^ MODULUS : power << 1;
}

/** 2 to an exponent from 0 to 509. */
export function power(exponent: number): number {
  return POWERS[exponent] ?? 0;
}

export function times(a: number, b: number): number {
  return a === 0 || b === 0 ? 0 : (POWERS[(LOGARITHMS[a] ?? 0) + (LOGARITHMS[b] ?? 0)] ?? 0);
}

/** a times 2 to an exponent from 0 to 254. */
export function timesPower(a: number, exponent: number): number {
  return a === 0 ? 0 : (POWERS[(LOGARITHMS[a] ?? 0) + exponent] ?? 0);
}

/** `b` is not 0. */
export function over(a: number, b: number): number {
  return a === 0 ? 0 : (POWERS[(LOGARITHMS[a] ?? 0) + 255 - (LOGARITHMS[b] ?? 0)] ?? 0);
}

/** The value of a polynomial, its constant term first. */
export function valueAt(polynomial: Uint8Array, x: number): number {
  return polynomial.reduceRight((sum, coefficient) => times(sum, x) ^ coefficient, 0);
}

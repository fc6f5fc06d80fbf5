/**
 * Codes: HOTP (RFC 4226), TOTP (RFC 6238) and Steam's five letters, computed by `otpauth`.
 */
import { HOTP, Secret } from 'otpauth';
import type { OtpParameters } from './account.ts';

/** Steam leaves out what looks like something else. */
const STEAM_LETTERS = '23456789BCDFGHJKMNPQRTVWXY';
const STEAM_LENGTH = 5;

/** The dynamic truncation of RFC 4226 section 5.3 has 31 bits: ten digits show all of it. */
const WHOLE = 10;

type Key = Uint8Array<ArrayBuffer>;

function digitsOf(parameters: OtpParameters, secret: Key, counter: number, digits: number): string {
  if (!Number.isSafeInteger(counter) || counter < 0) throw new RangeError('a counter is a whole number');
  return HOTP.generate({
    secret: new Secret({ buffer: secret.slice().buffer }), // a copy: a view's buffer may be longer than the view
    algorithm: parameters.algorithm,
    digits,
    counter,
  });
}

function steamLetters(truncated: number): string {
  let rest = truncated;
  let letters = '';
  while (letters.length < STEAM_LENGTH) {
    letters += STEAM_LETTERS.charAt(rest % STEAM_LETTERS.length);
    rest = Math.floor(rest / STEAM_LETTERS.length);
  }
  return letters;
}

/** The code of a counter (HOTP), or of a step of the clock. Throws a RangeError below 0 and above 2^53 - 1. */
export function counterCode(parameters: OtpParameters, secret: Key, counter: number): string {
  if (parameters.kind !== 'steam') return digitsOf(parameters, secret, counter, parameters.digits);
  return steamLetters(Number(digitsOf(parameters, secret, counter, WHOLE)));
}

/** The step that a time falls in (RFC 6238 section 4.2, T0 = 0), and the times, in ms, between which it lasts. */
export function periodAt(
  parameters: OtpParameters,
  timeMs: number,
): { step: number; from: number; until: number } {
  if (parameters.kind === 'hotp') throw new RangeError('HOTP has no clock');
  const lasts = parameters.period * 1000;
  const step = Math.floor(timeMs / lasts);
  return { step, from: step * lasts, until: (step + 1) * lasts };
}

/** The code of the period that `timeMs` (ms since the epoch) falls in; a RangeError for HOTP, which has none. */
export function codeAt(parameters: OtpParameters, secret: Key, timeMs: number): string {
  return counterCode(parameters, secret, periodAt(parameters, timeMs).step);
}

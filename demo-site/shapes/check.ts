import { base32Bytes } from '../engine/base32.ts';
import { matchStep, readCode, usualShape } from '../engine/otp.ts';
import type { Verdict } from './page.ts';
import { SECRET } from './setup-text.ts';

const secret = base32Bytes(SECRET);

/** Whether one of these fields, or all of them one after the other, hold a code of the zoo's key. */
export function verdictOn(fields: readonly string[], now: number): Verdict {
  const typed = [...fields, fields.join('')].filter((text) => text.trim() !== '');
  if (typed.length === 0) return '';
  return typed.some((text) => isCode(text, now)) ? 'right' : 'wrong';
}

/** Of six digits, or of eight where a page asks for them. It may be used again: nobody signs in with it. */
function isCode(typed: string, now: number): boolean {
  return [6, 8].some((digits) => {
    const code = readCode(typed, digits);
    return code !== null && matchStep(secret, code, now, { ...usualShape, digits }) !== null;
  });
}

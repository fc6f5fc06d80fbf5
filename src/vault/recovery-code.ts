/**
 * A recovery code: 160 random bits in Crockford's base32 (crockford.com/base32.html, without its check symbol),
 * eight groups of four letters. Read however a person copies it from paper: in either case, with any spaces and
 * hyphens, O for 0, I and L for 1.
 */
import { fromBase32, toBase32 } from '../core/bytes.ts';
import type { Bytes } from './format.ts';

export const RECOVERY_CODE_BYTES = 20;

const GROUP = /.{4}(?=.)/g;
/** The same 32 values as RFC 4648 spells them and as Crockford does, who leaves out I, L, O and U. */
const RFC_4648 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Letter by letter; a letter that is not in `from` stays one that `to` does not have either. */
function translate(text: string, from: string, to: string): string {
  return Array.from(text, (letter) => to[from.indexOf(letter)] ?? '?').join('');
}

export function spellRecoveryCode(bytes: Bytes): string {
  return translate(toBase32(bytes), RFC_4648, CROCKFORD).replace(GROUP, '$&-');
}

/** null for what is no recovery code. */
export function readRecoveryCode(text: string): Bytes | null {
  const letters = text
    .toUpperCase()
    .replace(/[\s\p{Dash}]/gu, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
  if (letters.length !== (RECOVERY_CODE_BYTES * 8) / 5) return null;
  return fromBase32(translate(letters, CROCKFORD, RFC_4648));
}

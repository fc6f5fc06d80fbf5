/**
 * A secret as people read and paste it: base32 in groups, in any case, with or without padding.
 *
 * Spaces of every kind, invisible characters and dashes are taken out wherever they stand, full-width letters are
 * read as the plain ones. Digits that are not base32 (0, 1, 8, 9) are refused, not guessed to be letters.
 */
import { fromBase32 } from '../bytes.ts';
import { OtpauthError } from './problem.ts';

/** A secret of 64 bytes takes 103 letters; more than this is no key, whatever it is. */
const LONGEST = 1024;

/** The bytes of a setup key; throws an OtpauthError when there are none, or when it is not base32. */
export function readSetupKey(text: string): Uint8Array<ArrayBuffer> {
  if (text.length > LONGEST) throw new OtpauthError('too-long');
  const letters = text
    .normalize('NFKC')
    .replace(/[\s\p{Pd}\p{Cf}]/gu, '')
    .replace(/=+$/, '')
    .replace(/[a-z]/g, (letter) => letter.toUpperCase());
  if (letters === '') throw new OtpauthError('no-secret');
  const secret = fromBase32(letters);
  if (secret === null || secret.length === 0) throw new OtpauthError('bad-secret');
  return secret;
}

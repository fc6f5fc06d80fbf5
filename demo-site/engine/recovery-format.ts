import type { Random } from './engine.ts';

export type RecoveryFormat = 'digits-8' | 'alphanumeric-16' | 'base32-16';

interface Shape {
  alphabet: string;
  length: number;
  /** Characters between two hyphens, as shown. */
  group: number;
}

const shapes: Record<RecoveryFormat, Shape> = {
  'digits-8': { alphabet: '0123456789', length: 8, group: 8 },
  'alphanumeric-16': {
    alphabet: 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789',
    length: 16,
    group: 16,
  },
  // Crockford's: without I, L, O and U.
  'base32-16': { alphabet: '0123456789ABCDEFGHJKMNPQRSTVWXYZ', length: 16, group: 4 },
};

export function makeRecoveryCode(format: RecoveryFormat, random: Random): string {
  const { alphabet, length } = shapes[format];
  let code = '';
  while (code.length < length) {
    for (const byte of random(length)) {
      // A plain remainder would make the first characters of the alphabet likelier than the last.
      if (byte < 256 - (256 % alphabet.length) && code.length < length) {
        code += alphabet.charAt(byte % alphabet.length);
      }
    }
  }
  return code;
}

export function showRecoveryCode(code: string, format: RecoveryFormat): string {
  return code.match(new RegExp(`.{1,${shapes[format].group}}`, 'gu'))?.join('-') ?? code;
}

/** A code as typed, or null if it can't be one. */
export function readRecoveryCode(typed: unknown, format: RecoveryFormat): string | null {
  if (typeof typed !== 'string' || typed.length > 64) return null;
  const bare = typed.normalize('NFKC').replace(/[\s-]/gu, '');
  const code = format === 'base32-16' ? bare.toUpperCase() : bare;
  const { alphabet, length } = shapes[format];
  return new RegExp(`^[${alphabet}]{${length}}$`, 'u').test(code) ? code : null;
}

import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import {
  makeRecoveryCode,
  readRecoveryCode,
  showRecoveryCode,
  type RecoveryFormat,
} from '../../../demo-site/engine/recovery-format.ts';

const formats: [RecoveryFormat, shown: RegExp][] = [
  ['digits-8', /^\d{8}$/u],
  ['alphanumeric-16', /^[A-Za-z0-9]{16}$/u],
  ['base32-16', /^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/u],
];

describe.each(formats)('%s', (format, shape) => {
  const code = makeRecoveryCode(format, randomBytes);

  test('is shown as its provider shows it, and read back as it is shown or spaced out', () => {
    const shown = showRecoveryCode(code, format);
    expect(shown).toMatch(shape);
    expect(readRecoveryCode(shown, format)).toBe(code);
    expect(readRecoveryCode(` ${code.split('').join(' ')} `, format)).toBe(code);
  });

  test('is nothing that a form could send instead of one', () => {
    for (const other of ['', ' ', '-', code.slice(1), `${code}0`, '!'.repeat(code.length), [code], null, 0]) {
      expect(readRecoveryCode(other, format)).toBeNull();
    }
  });
});

test('No digit is likelier than another: the bytes that would make it so are not used', () => {
  const highBytes = [255, 254, 253, 252, 251, 250];
  const bytes = [...highBytes, ...highBytes, 249, 0, 10, 11, 12, 13, 14, 15, 16, 17];
  const random = (count: number): Uint8Array => Uint8Array.from(bytes.splice(0, count));
  expect(makeRecoveryCode('digits-8', random)).toBe('90012345');
});

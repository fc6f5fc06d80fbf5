/** The texts of the extension, by their keys. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type messages from '../../../src/locales/en/messages.json';

export type Text = keyof typeof messages;

/** A text of the build that is installed: English, or the long texts of the pseudo-locale. `values` are its $1, $2 … */
export type Words = (key: Text, ...values: readonly string[]) => string;

export function wordsOf(extension: string): Words {
  const path = join(extension, '_locales/en/messages.json');
  const all = JSON.parse(readFileSync(path, 'utf8')) as typeof messages;
  return (key, ...values) =>
    all[key].message.replaceAll(/\$(\d)/g, (_, digit) => values[Number(digit) - 1] ?? '');
}

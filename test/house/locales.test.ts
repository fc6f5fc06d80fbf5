/** Every text is used, and every use has a text (which the compiler holds; this holds the other way round). */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const messages = JSON.parse(readFileSync(join(root, 'src/locales/en/messages.json'), 'utf8')) as Record<
  string,
  { message: string }
>;

const sources = [...globSync('src/**/*.{ts,tsx}', { cwd: root }), 'manifest.json', 'vite.config.ts']
  .map((file) => readFileSync(join(root, file), 'utf8'))
  .join('\n');

test('no text is there for nobody', () => {
  const unused = Object.keys(messages).filter((key) => {
    const stem = key.replace(/_(?:one|other)$/, '');
    return !new RegExp(`['"\`_]${stem}(?:['"\`]|__)|\\b${stem}:`).test(sources);
  });
  expect(unused).toEqual([]);
});

test('no text is empty or ends in a space', () => {
  const odd = Object.entries(messages).filter(
    ([, { message }]) => message !== message.trim() || message === '',
  );
  expect(odd).toEqual([]);
});

/**
 * The cases that the vault is held against, V1 to V50. Each stands in the name of a test, or here with the reason why
 * it does not.
 */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '..');
const CASES = 50;

/** What a machine cannot decide here, or what nobody has written a test of yet: it is said which. */
const UNTESTED: Readonly<Record<number, string>> = {};

/** What a machine has seen only in part. */
const IN_PART: Readonly<Record<number, string>> = {
  48: 'Chromium’s question for the right to read the clipboard cannot be answered by its driver: there the switch is seen on, by a yes to an earlier version, and off; in Firefox the click asks for the right.',
};

/** Every number in the name of a test. */
function tested(): ReadonlySet<number> {
  const names = globSync('**/*.test.ts', { cwd: ROOT }).flatMap((file) => {
    const source = readFileSync(join(ROOT, file), 'utf8');
    return [
      ...source.matchAll(
        /(?:\b(?:it|test|describe)|each\(.*\)|each\([^;]*?\)|onEachBrowser)\(\s*['"`]([^'"`]*)/g,
      ),
    ];
  });
  const numbers = names.flatMap(([, name = '']) => [...name.matchAll(/\bV(\d+)\b/g)]);
  return new Set(numbers.map(([, number]) => Number(number)));
}

const all = Array.from({ length: CASES }, (_, index) => index + 1);

test('every case is tested, or it is said why not', () => {
  const numbers = tested();
  expect(all.filter((number) => !numbers.has(number) && !(number in UNTESTED))).toEqual([]);
});

test('nothing that is tested is excused, and there is no other case', () => {
  const numbers = tested();
  const excused = Object.keys(UNTESTED).map(Number);
  expect(excused.filter((number) => numbers.has(number))).toEqual([]);
  expect(Object.keys(IN_PART).filter((number) => !numbers.has(Number(number)))).toEqual([]);
  expect([...numbers, ...excused].filter((number) => number < 1 || number > CASES)).toEqual([]);
});

/** What the README promises about this repository. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const readme = readFileSync(join(root, 'README.md'), 'utf8');
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  scripts: Readonly<Record<string, string>>;
};

test('every npm command in it exists', () => {
  const named = [...readme.matchAll(/npm (?:run )?([a-z][\w:]*)/g)].map((match) => match[1] ?? '');
  const builtIn = ['ci'];
  expect(named.length).toBeGreaterThan(8);
  expect(named.filter((name) => !(name in scripts) && !builtIn.includes(name) && name !== 'version')).toEqual(
    [],
  );
});

test('every file that a script starts exists', () => {
  const started = Object.values(scripts).flatMap((script) => script.match(/[\w/-]+\.ts\b/g) ?? []);
  expect(started.length).toBeGreaterThan(3);
  expect(started.filter((file) => !existsSync(join(root, file)))).toEqual([]);
});

const house = (readme.split('## The house')[1] ?? '').split('```')[1] ?? '';

test('the house has twelve lines, and every room on it exists', () => {
  const lines = house.trim().split('\n');
  expect(lines).toHaveLength(12);
  const named = lines.flatMap((line) => line.match(/^[\w./-]+|(?<=\s{2,})(?:src|test)\/[\w-]+/g) ?? []);
  expect(named.filter((path) => !existsSync(join(root, path)))).toEqual([]);
});

test('every room of src is on it', () => {
  const rooms = globSync('src/*/', { cwd: root }).map((path) => path.replace(/\/$/, ''));
  expect(rooms.filter((room) => !house.includes(room))).toEqual([]);
});

test('every path in code marks exists', () => {
  const paths = [...readme.matchAll(/`((?:src|test|demo-site|dist|\.github)\/[\w./-]+)`/g)].map(
    (match) => match[1] ?? '',
  );
  expect(paths.filter((path) => !path.startsWith('dist/') && !existsSync(join(root, path)))).toEqual([]);
});

test('its picture is there', () => {
  const picture = /!\[[^\]]+\]\(([^)]+)\)/.exec(readme)?.[1] ?? '';
  expect(existsSync(join(root, picture))).toBe(true);
});

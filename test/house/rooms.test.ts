/** The rooms of the house and the arrows between them: whoever breaks one is shown the map. */
import { globSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');

/** Room -> the rooms that it may import, besides itself. */
const arrows: Readonly<Record<string, readonly string[]>> = {
  core: [],
  formats: ['core'],
  vault: ['core', 'formats'],
  messages: ['core'],
  platform: ['locales'],
  background: ['core', 'formats', 'vault', 'messages', 'platform'],
  content: ['core', 'messages', 'platform'],
  ui: ['core', 'messages', 'platform', 'locales', 'icons'],
};

/** Packages that are one room's own: everyone else goes through that room. */
const owners: Readonly<Record<string, string>> = {
  'webextension-polyfill': 'platform',
  idb: 'vault',
  'hash-wasm': 'vault',
  otpauth: 'core',
  jsqr: 'core',
  tldts: 'core',
  qr: 'core',
  preact: 'ui',
  '@preact/signals': 'ui',
  uqr: 'ui',
};

interface Import {
  readonly file: string;
  readonly from: string;
}

function importsOf(folder: string): readonly Import[] {
  return globSync(`${folder}/**/*.{ts,tsx,js}`, { cwd: root }).flatMap((file) => {
    const source = readFileSync(join(root, file), 'utf8');
    const specifiers = source.matchAll(
      /^\s*(?:import|export)\s[^'"]*?from\s+['"]([^'"]+)['"]|import\(['"]([^'"]+)['"]\)|^import\s+['"]([^'"]+)['"]/gm,
    );
    return [...specifiers].map((match) => ({ file, from: match[1] ?? match[2] ?? match[3] ?? '' }));
  });
}

/** The path, from the top, that a relative import leads to. */
function target({ file, from }: Import): string {
  return relative(root, join(root, dirname(file), from));
}

const isRelative = ({ from }: Import): boolean => from.startsWith('.');
const roomOf = (path: string): string => path.split('/')[1] ?? '';

const map = Object.entries(arrows)
  .map(([room, allowed]) => `${room} imports ${allowed.join(', ') || 'no other room'}`)
  .join('\n');

const source = importsOf('src');

describe('the rooms of src', () => {
  test('are the ones on the map', () => {
    const rooms = new Set(globSync('src/*/', { cwd: root }).map((path) => path.split('/')[1]));
    expect(rooms).toEqual(
      new Set([...Object.keys(arrows).filter((room) => room !== 'formats'), 'icons', 'locales']),
    );
  });

  test('import only where an arrow leads', () => {
    const wrong = source
      .filter(isRelative)
      .map((each) => ({ ...each, to: target(each) }))
      .filter(({ file, to }) => {
        if (!to.startsWith('src/')) return true;
        const [here, there] = [roomOf(file), roomOf(to)];
        return here !== there && !(arrows[here] ?? []).includes(there);
      })
      .map(({ file, to }) => `${file} imports ${to}`);
    expect(wrong, `these imports go against the arrows:\n${map}`).toEqual([]);
  });

  test('reach a package only through the room that owns it', () => {
    const wrong = source
      .filter((each) => !isRelative(each))
      .filter(({ file, from }) => {
        const name = from.startsWith('@')
          ? from.split('/').slice(0, 2).join('/')
          : (from.split('/')[0] ?? '');
        // A type leaves nothing in the build.
        const typeOnly = /^import type [^;]*from ['"]webextension-polyfill/m.test(
          readFileSync(join(root, file), 'utf8'),
        );
        return roomOf(file) !== owners[name] && !(name === 'webextension-polyfill' && typeOnly);
      })
      .map(({ file, from }) => `${file} imports ${from}`);
    expect(wrong).toEqual([]);
  });

  test('are seen by this test: there are imports to judge', () => {
    expect(source.filter(isRelative).length).toBeGreaterThan(50);
  });
});

describe('demo-site and src', () => {
  test('never meet', () => {
    const wrong = importsOf('demo-site').filter(
      (each) =>
        (isRelative(each) && !target(each).startsWith('demo-site/')) ||
        ['otpauth', 'jsqr'].includes(each.from),
    );
    expect(wrong).toEqual([]);
  });
});

test('only quirks.ts and the build ask which browser it is', () => {
  const asking = globSync('src/**/*.{ts,tsx}', { cwd: root }).filter((file) =>
    /__BROWSER__|navigator\.userAgent|getBrowserInfo/.test(readFileSync(join(root, file), 'utf8')),
  );
  expect(asking).toEqual(['src/platform/quirks.ts']);
});

test('nothing but the files of the house stands at the top', () => {
  const top = globSync('*', { cwd: root }).filter(
    (name) => !name.startsWith('.') && !['node_modules', 'dist'].includes(name),
  );
  expect(new Set(top)).toEqual(
    new Set([
      'LICENSE',
      'README.md',
      'demo-site',
      'manifest.json',
      'package-lock.json',
      'package.json',
      'src',
      'test',
      'tsconfig.json',
      'vite.config.ts',
    ]),
  );
});

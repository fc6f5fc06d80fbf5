/** What the built extension asks of the browser, and what it shows to pages. Reads `dist`: build first. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const readme = readFileSync(join(root, 'README.md'), 'utf8');

interface Manifest {
  readonly permissions: readonly string[];
  readonly optional_permissions: readonly string[];
  readonly host_permissions: readonly string[];
  readonly content_security_policy: { readonly extension_pages: string };
  readonly content_scripts: readonly { readonly js: readonly string[] }[];
  readonly [key: string]: unknown;
}

function built(browser: string): Manifest {
  const file = join(root, 'dist', browser, 'manifest.json');
  if (!existsSync(file)) throw new Error(`dist/${browser} is not there: npm run build`);
  return JSON.parse(readFileSync(file, 'utf8')) as Manifest;
}

function read(browser: string, file: string): string {
  return readFileSync(join(root, 'dist', browser, file), 'utf8');
}

const IMPORT = /\bimport\s*\(|\bimport\s*["'{*]/;

const POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  // Its one rule knows files of ours alone.
  'trusted-types thread',
].join('; ');

describe.each(['chrome', 'firefox'])('V34: the manifest for %s', (browser) => {
  const manifest = built(browser);

  test('asks for no permission without a reason in the README', () => {
    const asked = [...manifest.permissions, ...manifest.host_permissions];
    const reasons = readme.split(/\| permission +\| reason +\|/)[1] ?? '';
    const all = (reasons.split('\n\n')[0] ?? '').split('\n');
    const other = browser === 'chrome' ? 'Firefox only' : 'Chrome only';
    const rows = all.filter((row) => !row.includes(other)).join('\n');
    expect(asked.filter((permission) => !rows.includes(`\`${permission}\``))).toEqual([]);
    const named = [...rows.matchAll(/`([^`]+)`/g)].map((match) => match[1]);
    expect(new Set(named)).toEqual(new Set(asked));
  });

  test('asks for no more at any time than the README says', () => {
    const table = readme.split(/\| optional permission +\| reason +\|/)[1] ?? '';
    const named = [...(table.split('\n\n')[0] ?? '').matchAll(/`([^`]+)`/g)].map((match) => match[1]);
    expect(new Set(named)).toEqual(new Set(manifest.optional_permissions));
    expect(manifest).not.toHaveProperty('optional_host_permissions');
  });

  test('shows no file of ours to pages, so that none can tell that we are here', () => {
    expect(manifest).not.toHaveProperty('web_accessible_resources');
  });

  test('admits no message from pages or other extensions', () => {
    const connectable = browser === 'chrome' ? { ids: [] } : undefined;
    expect(manifest['externally_connectable']).toEqual(connectable);
  });

  test('has exactly this content security policy', () => {
    expect(manifest.content_security_policy).toEqual({ extension_pages: POLICY });
    expect(manifest).not.toHaveProperty('sandbox');
  });

  test('puts one file into pages, and it imports nothing', () => {
    const files = manifest.content_scripts.flatMap(({ js }) => js);
    expect(files).toEqual(['src/content/main.iife.js']);
    expect(read(browser, 'src/content/main.iife.js')).not.toMatch(IMPORT);
  });

  test('has one more file for single frames, and that imports nothing either', () => {
    const files = globSync('src/content/*.js', { cwd: join(root, 'dist', browser) }).toSorted();
    expect(files).toEqual(['src/content/main.iife.js', 'src/content/on-demand.iife.js']);
    expect(read(browser, 'src/content/on-demand.iife.js')).not.toMatch(IMPORT);
  });

  test('names only files that are there', () => {
    const named = JSON.stringify(manifest).match(/"[\w./-]+\.(?:js|html|png|json)"/g) ?? [];
    const missing = named
      .map((name) => name.slice(1, -1))
      .filter((name) => !existsSync(join(root, 'dist', browser, name)));
    expect(missing).toEqual([]);
  });
});

test('Firefox is told that no data is collected, and which versions will do', () => {
  expect(built('firefox')['browser_specific_settings']).toMatchObject({
    gecko: { data_collection_permissions: { required: ['none'] }, strict_min_version: '142.0' },
  });
});

test('no built file has a source of scripts or connections outside the extension', () => {
  const scripts = globSync('dist/{chrome,firefox}/**/*.{js,html}', { cwd: root });
  expect(scripts.length).toBeGreaterThan(6);
  const suspicious = scripts.filter((file) =>
    /\bfetch\(\s*["'`]https?:|\bnew WebSocket\(|<script[^>]+src=["']https?:|\beval\(/.test(
      readFileSync(join(root, file), 'utf8'),
    ),
  );
  expect(suspicious).toEqual([]);
});

import { readFileSync } from 'node:fs';
import { crx, type ManifestV3Export } from '@crxjs/vite-plugin';
import { build, type Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import manifest from './manifest.json' with { type: 'json' };
import { LongestFirst } from './test/run/longest-first.ts';

type Browser = 'chrome' | 'firefox';

/** What differs between the stores' manifests: one of the four places where browsers are told apart. */
function forBrowser(browser: Browser): ManifestV3Export {
  if (browser === 'chrome') {
    return {
      ...manifest,
      minimum_chrome_version: '130',
      permissions: [...manifest.permissions, 'offscreen'] as never[],
      background: { service_worker: 'src/background/main.ts', type: 'module' },
      // Absent, any other extension could open a port to us; an empty list admits none.
      externally_connectable: { ids: [] },
    };
  }
  return {
    ...manifest,
    // Firefox has no service workers for extensions.
    background: { scripts: ['src/background/main.ts'], type: 'module' },
    browser_specific_settings: {
      gecko: {
        id: 'countersign@countersign.example',
        strict_min_version: '142.0', // the first that knows the next line, on Android too
        data_collection_permissions: { required: ['none'] },
      },
    },
  };
}

/** Emits `_locales/`, which has to stand at the top of the extension, from `src/locales/`. */
function locales(pseudo: boolean): Plugin {
  return {
    name: 'countersign:locales',
    generateBundle() {
      const source = readFileSync(new URL('src/locales/en/messages.json', import.meta.url), 'utf8');
      this.emitFile({
        type: 'asset',
        fileName: '_locales/en/messages.json',
        source: pseudo ? pseudoLocale(source) : source,
      });
    },
  };
}

const TARGET = 'es2023';

/**
 * Emits what stands in no manifest, as one file that imports nothing: the half of the content script that the background
 * puts into single frames, which so needs no file of ours to be shown to pages; and the worker that reads pictures.
 */
function standalone(file: string, browser: Browser): Plugin {
  return {
    name: 'countersign:standalone',
    async generateBundle() {
      const result = await build({
        configFile: false,
        logLevel: 'warn',
        define: { __BROWSER__: JSON.stringify(browser) },
        build: {
          write: false,
          target: TARGET,
          lib: { entry: `${file}.ts`, formats: ['iife'], name: 'standalone', fileName: () => `${file}.js` },
        },
      });
      for (const { output } of [result].flat() as { output: { type: string; code?: string }[] }[]) {
        for (const { code } of output)
          if (code !== undefined) {
            this.emitFile({ type: 'asset', fileName: `${file}.js`, source: code });
          }
      }
    },
  };
}

/** Emits the document in which Chrome lets that worker run, and has a clipboard; Firefox needs none. */
function aside(): Plugin {
  const fileName = 'src/background/aside.html';
  return {
    name: 'countersign:aside',
    generateBundle() {
      const source = readFileSync(new URL(fileName, import.meta.url), 'utf8');
      this.emitFile({ type: 'asset', fileName, source });
    },
  };
}

/** Every text about 40 % longer and accented, so that what is cut off or not translated is seen. */
function pseudoLocale(source: string): string {
  const accents: Record<string, string> = { a: 'á', e: 'ë', i: 'ï', o: 'ö', u: 'û', c: 'ç', n: 'ñ', y: 'ý' };
  const messages = JSON.parse(source) as Record<string, { message: string; placeholders?: object }>;
  for (const entry of Object.values(messages)) {
    const accented = entry.message.replace(/\$\w+\$|[aeioucny]/g, (match) => accents[match] ?? match);
    entry.message = `[${accented}${'·'.repeat(Math.ceil(entry.message.length * 0.4))}]`;
  }
  return JSON.stringify(messages);
}

function extension(mode: string) {
  const browser: Browser = mode.startsWith('firefox') ? 'firefox' : 'chrome';
  return {
    plugins: [
      crx({ manifest: forBrowser(browser), browser }),
      standalone('src/content/on-demand.iife', browser),
      standalone('src/background/qr/worker', browser),
      ...(browser === 'chrome' ? [standalone('src/background/aside', browser), aside()] : []),
      locales(mode.endsWith('-pseudo')),
    ],
    oxc: { jsx: { runtime: 'automatic' as const, importSource: 'preact' } },
    define: { __BROWSER__: JSON.stringify(browser) },
    build: { outDir: `dist/${mode}`, target: TARGET, modulePreload: false as const },
  };
}

const tests = {
  oxc: { jsx: { runtime: 'automatic' as const, importSource: 'preact' } },
  define: { __BROWSER__: JSON.stringify('chrome') },
  test: {
    // A retry would hide a flaky test, and a focused one would hide all the others.
    retry: 0,
    allowOnly: false,
    // Of one file: with those of the other, as many browsers as two processors can keep going.
    maxConcurrency: 2,
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        extends: true as const,
        test: {
          name: 'unit',
          // By default one processor is left to who sits there; of the two that CI has, that is half.
          maxWorkers: '100%',
          // Passwords are hashed as they are in use, and on a busy machine that takes its time.
          testTimeout: 120_000,
          hookTimeout: 120_000,
          include: [
            'test/{core,formats,vault,messages,platform,background,content,ui,demo-site,house}/**/*.test.ts',
          ],
        },
      },
      {
        extends: true as const,
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          // Each file drives browsers of its own; of one file at a time two processors are idle for a third of the time.
          maxWorkers: 2,
          // No test asserts a time; one that hangs waits for something, and that wait has an end of its own.
          testTimeout: 900_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
};

export default defineConfig(({ mode }) => (process.env['VITEST'] ? tests : extension(mode)));

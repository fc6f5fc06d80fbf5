/**
 * `npm start [-- --firefox] [--tour] [--screenshots FOLDER]`: the extension in a real browser with a fresh profile,
 * and the demo site on screen. Without a display, or with `--tour`, it drives itself: headless, each step printed as
 * it happens and left as a screenshot.
 */
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type Driven, launch } from '../e2e/browser.ts';
import { type BrowserKind, ensureBrowsers } from './browsers.ts';
import { ROOT, run } from './command.ts';
import { type Demo, serveDemo } from './demo.ts';
import { main, Stop } from './stop.ts';
import { tour } from './tour.ts';

await main(async () => {
  const options = readOptions();
  const ending = untilInterrupted();
  if (options.tour) makeWritable(options.screenshots);
  ensureBrowsers([options.browser]);
  const demo = await serveDemo();
  try {
    const extension = await build(options.browser, ending);
    await withBrowser(options, extension, ending, (driven) =>
      options.tour ? tour(driven, demo, options.screenshots) : stay(driven, demo, ending),
    );
  } catch (error) {
    // What fails because it was told to end has not failed.
    if (!ending.aborted) throw error;
  } finally {
    await demo.close();
  }
  // A step of the tour may still be waiting for a page that is gone.
  if (ending.aborted) process.exit();
});

/** With a browser that has the extension and a fresh profile, of which nothing is left afterwards. */
async function withBrowser(
  { browser, tour }: Options,
  extension: string,
  signal: AbortSignal,
  act: (driven: Driven) => Promise<void>,
): Promise<void> {
  const profile = mkdtempSync(join(tmpdir(), 'countersign-profile-'));
  try {
    const driven = await launch(browser, { extension, profile, headless: tour, signal });
    try {
      await Promise.race([act(driven), once(signal, 'abort')]);
    } finally {
      await driven.close();
    }
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
  }
}

interface Options {
  readonly browser: BrowserKind;
  readonly tour: boolean;
  readonly screenshots: string;
}

function readOptions(): Options {
  try {
    const { values } = parseArgs({
      options: {
        firefox: { type: 'boolean', default: false },
        tour: { type: 'boolean', default: false },
        screenshots: { type: 'string', default: join(ROOT, '.cache/tour') },
      },
    });
    return {
      browser: values.firefox ? 'firefox' : 'chromium',
      tour: values.tour || !hasDisplay(),
      screenshots: resolve(values.screenshots),
    };
  } catch (error) {
    throw new Stop(error instanceof Error ? error.message : String(error));
  }
}

function hasDisplay(): boolean {
  if (process.platform === 'darwin' || process.platform === 'win32') return true;
  return Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);
}

/** Aborts at the first Ctrl-C (or an order to end); by the second, node ends as it always does. */
function untilInterrupted(): AbortSignal {
  const ending = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => {
      console.log('\nEnding the browser and the demo site.');
      ending.abort();
    });
  }
  return ending.signal;
}

function makeWritable(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    const probe = join(folder, '.writable');
    writeFileSync(probe, '');
    rmSync(probe);
  } catch {
    throw new Stop(`The folder ${folder} can't be written to: name another one with --screenshots FOLDER.`);
  }
}

async function build(browser: BrowserKind, signal: AbortSignal): Promise<string> {
  const mode = browser === 'chromium' ? 'chrome' : 'firefox';
  console.log(`Building the extension into dist/${mode} …`);
  const { code, output } = await run(`vite build --mode ${mode}`, false, signal);
  if (code !== 0) throw new Stop(`The build failed:\n${output}`);
  return join(ROOT, 'dist', mode);
}

/** Puts the demo site on screen, and stays until the person closes the browser or presses Ctrl-C. */
async function stay(driven: Driven, demo: Demo, ending: AbortSignal): Promise<void> {
  const [page = await driven.newPage()] = await driven.browser.pages();
  await page.goto(demo.origin);
  console.log(demo.introduction);
  console.log('Countersign is the button with the two strokes in the toolbar. Ctrl-C ends everything.');
  await new Promise<void>((done) => {
    driven.browser.once('disconnected', () => done());
    ending.addEventListener('abort', () => done());
  });
}

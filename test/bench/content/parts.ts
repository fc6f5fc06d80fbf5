/** What is measured, a row for each page. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Driven } from '../../e2e/browser.ts';
import type { PageServer } from '../../page-server.ts';
import { AFTER_MOST, ALWAYS_ON_MOST, CHANGING, COMPARED, LEFT_ALONE, LOAD_MOST, TASK_MOST } from './bars.ts';
import { differenceOf, isOver, type Difference } from './differences.ts';
import { hostileCosts } from './hostile.ts';
import { pages, type MeasuredPage } from './pages.ts';
import { withYardstick } from './yardstick.ts';
import { closings, goingOn, loads, runsOnceOver, shareOf, type Both } from './runs.ts';

export const EXTENSION = resolve(import.meta.dirname, '../../../dist/chrome');

export interface Row {
  readonly what: string;
  readonly measured: string;
  /** '' for what is told, and has no bar. */
  readonly bar: string;
  readonly isMet: boolean;
}

type Browsers = Both & { readonly ours: Driven };
type Part = (browsers: Browsers, server: PageServer<MeasuredPage>, runs: number) => AsyncGenerator<Row>;

const OTHER = '127.0.0.1';
/** The host that an account is kept for: there, what is loaded on demand reads the page, too. */
const KEPT = 'localhost';
const names = Object.keys(pages) as MeasuredPage[];

export const PARTS: Readonly<Record<string, Part>> = {
  size,
  yardstick,
  load,
  closing,
  after,
  alone,
  hostile,
  kept,
};

async function* size(): AsyncGenerator<Row> {
  const always = kilobytesOf('main');
  yield {
    what: 'in every frame, gzip',
    measured: `${always.toFixed(1)} kB`,
    bar: `at most ${ALWAYS_ON_MOST} kB`,
    isMet: always <= ALWAYS_ON_MOST,
  };
  const measured = `${kilobytesOf('on-demand').toFixed(1)} kB`;
  yield { what: 'loaded on demand, gzip', measured, bar: '', isMet: true };
}

function kilobytesOf(half: 'main' | 'on-demand'): number {
  const script = readFileSync(join(EXTENSION, `src/content/${half}.iife.js`));
  return gzipSync(script, { level: 9 }).length / 1000;
}

async function* yardstick(
  { bare }: Browsers,
  server: PageServer<MeasuredPage>,
  runs: number,
): AsyncGenerator<Row> {
  for (const name of COMPARED) {
    const all = await withYardstick((ours) => loads({ ours, bare }, server.urlOf(name, OTHER), runs));
    const measured = inMilliseconds(differenceOf(all));
    yield { what: `${name}, an extension of one listener`, measured, bar: '', isMet: true };
  }
}

async function* load(
  browsers: Browsers,
  server: PageServer<MeasuredPage>,
  runs: number,
): AsyncGenerator<Row> {
  for (const name of names) {
    const difference = differenceOf(await loads(browsers, server.urlOf(name, OTHER), runs));
    const most = LOAD_MOST[name];
    const isMet = !isOver(difference, most);
    yield { what: name, measured: inMilliseconds(difference), bar: `at most ${most} ms`, isMet };
  }
}

async function* closing(
  browsers: Browsers,
  server: PageServer<MeasuredPage>,
  runs: number,
): AsyncGenerator<Row> {
  for (const name of LEFT_ALONE) {
    const difference = differenceOf(await closings(browsers, server.urlOf(name, OTHER), runs));
    yield { what: name, measured: inMilliseconds(difference), bar: '', isMet: true };
  }
}

async function* after(
  browsers: Browsers,
  server: PageServer<MeasuredPage>,
  runs: number,
): AsyncGenerator<Row> {
  for (const name of CHANGING) {
    yield { ...(await shareOn(browsers, server.urlOf(name, OTHER), runs)), what: name };
  }
}

async function* kept(
  browsers: Browsers,
  server: PageServer<MeasuredPage>,
  runs: number,
): AsyncGenerator<Row> {
  for (const name of names) {
    const difference = differenceOf(await loads(browsers, server.urlOf(name, KEPT), runs));
    yield { what: name, measured: inMilliseconds(difference), bar: '', isMet: true };
  }
  for (const name of CHANGING) {
    yield { ...(await shareOn(browsers, server.urlOf(name, KEPT), runs)), what: `${name}, after` };
  }
  yield* aloneOn(browsers, server, KEPT);
}

async function shareOn(browsers: Browsers, url: string, runs: number): Promise<Omit<Row, 'what'>> {
  const seen = await goingOn(browsers, url, runs);
  if (seen.every(({ ours }) => ours.runs === 0))
    throw new Error(`${url}: nothing of ours ran to be measured`);
  const difference = differenceOf(seen);
  return {
    measured: inShares(difference),
    bar: `at most ${percent(AFTER_MOST)} of a core`,
    isMet: shareOf(difference.own) <= AFTER_MOST && shareOf(difference.from) <= AFTER_MOST,
  };
}

function alone(browsers: Browsers, server: PageServer<MeasuredPage>): AsyncGenerator<Row> {
  return aloneOn(browsers, server, OTHER);
}

async function* aloneOn(
  { ours }: Browsers,
  server: PageServer<MeasuredPage>,
  host: string,
): AsyncGenerator<Row> {
  for (const name of LEFT_ALONE) {
    const runs = await runsOnceOver(ours, server.urlOf(name, host));
    const measured = `${runs} times something of ours ran while it changed`;
    yield { what: `${name}, once its watching is over`, measured, bar: 'never', isMet: runs === 0 };
  }
}

async function* hostile({ ours }: Browsers): AsyncGenerator<Row> {
  for (const [name, { longest }] of await hostileCosts(ours)) {
    const bar = `no task over ${TASK_MOST} ms`;
    yield { what: name, measured: `longest task ${longest.toFixed(1)} ms`, bar, isMet: longest <= TASK_MOST };
  }
}

function inMilliseconds({ own, thread, from, to }: Difference): string {
  const spread = `${from.toFixed(1)} to ${to.toFixed(1)}`;
  return `scripts ${own.toFixed(2)} ms, thread ${thread.toFixed(1)} ms (${spread})`;
}

function inShares({ own, thread, from, to }: Difference): string {
  const [low, high] = [from, to].map((ms) => percent(shareOf(ms)));
  return `scripts ${percent(shareOf(own))}, thread ${percent(shareOf(thread))} (${low} to ${high})`;
}

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

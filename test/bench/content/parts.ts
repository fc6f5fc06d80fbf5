/** What is measured, a row for each page. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Driven } from '../../e2e/browser.ts';
import type { PageServer } from '../../page-server.ts';
import { AFTER_MOST, ALWAYS_ON_MOST, CHANGING, LEFT_ALONE, LOAD_MOST, TASK_MOST } from './bars.ts';
import { differenceOf, isOver, type Difference } from './differences.ts';
import { hostileCosts } from './hostile.ts';
import { pages, type MeasuredPage } from './pages.ts';
import { goingOn, loads, runsOnceOver, shareOf, type Both } from './runs.ts';

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

/** By host: the one that an account is kept for is read by what is loaded on demand, too. */
const HOSTS = { '': '127.0.0.1', ', with an account': 'localhost' } as const;
const names = Object.keys(pages) as MeasuredPage[];

export const PARTS: Readonly<Record<string, Part>> = { size, load, after, alone, hostile };

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

async function* load(
  browsers: Browsers,
  server: PageServer<MeasuredPage>,
  runs: number,
): AsyncGenerator<Row> {
  for (const [suffix, host] of Object.entries(HOSTS)) {
    for (const name of names) {
      const difference = differenceOf(await loads(browsers, server.urlOf(name, host), runs));
      const most = LOAD_MOST[name];
      const bar = suffix === '' ? `at most ${most} ms` : '';
      const isMet = bar === '' || !isOver(difference, most);
      yield { what: name + suffix, measured: inMilliseconds(difference), bar, isMet };
    }
  }
}

async function* after(
  browsers: Browsers,
  server: PageServer<MeasuredPage>,
  runs: number,
): AsyncGenerator<Row> {
  for (const [suffix, host] of Object.entries(HOSTS)) {
    for (const name of CHANGING) {
      const seen = await goingOn(browsers, server.urlOf(name, host), runs);
      const difference = differenceOf(seen);
      if (seen.every(({ ours }) => ours.runs === 0))
        throw new Error(`${name}: nothing of ours ran to be measured`);
      const measured = inShares(difference);
      const bar = `at most ${percent(AFTER_MOST)} of a core`;
      const isMet = shareOf(difference.own) <= AFTER_MOST && shareOf(difference.from) <= AFTER_MOST;
      yield { what: name + suffix, measured, bar, isMet };
    }
  }
}

async function* alone({ ours }: Browsers, server: PageServer<MeasuredPage>): AsyncGenerator<Row> {
  for (const [suffix, host] of Object.entries(HOSTS)) {
    for (const name of LEFT_ALONE) {
      const runs = await runsOnceOver(ours, server.urlOf(name, host));
      const measured = `${runs} times something of ours ran while it changed`;
      yield { what: name + suffix, measured, bar: 'never', isMet: runs === 0 };
    }
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

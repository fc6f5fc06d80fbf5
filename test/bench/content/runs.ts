/** Runs of the same page with the extension and without it, at the same time, so that both meet the same machine. */
import { setTimeout } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import type { Bare } from '../../e2e/browser.ts';
import { type Cost, costOf } from './trace.ts';

export interface Both {
  readonly ours: Bare;
  readonly bare: Bare;
}

export interface Run {
  readonly ours: Cost;
  readonly bare: Cost;
}

/** ms after the load: by then the page has been looked at, and the background has answered. */
const SETTLED = 1_200;
/** ms: the watching that follows a load is over, or goes on for good. */
const WATCHED = 5_000;
/** ms of one run on a page that stands there. */
const WINDOW = 2_000;

/** Each in a new tab, from its first byte until it has settled. */
export async function loads(both: Both, url: string, runs: number): Promise<readonly Run[]> {
  return repeat(runs, () =>
    inBoth(both, async (page) => {
      return costOf(page, async () => {
        await page.goto(url);
        await setTimeout(SETTLED);
      });
    }),
  );
}

/** Each in a new tab, from when it has settled until its watching is over, which ends with a closer look. */
export async function closings(both: Both, url: string, runs: number): Promise<readonly Run[]> {
  return repeat(runs, () =>
    inBoth(both, async (page) => {
      await page.goto(url);
      await setTimeout(SETTLED);
      return costOf(page, () => setTimeout(WATCHED));
    }),
  );
}

/** On one and the same page in each browser, which goes on changing. */
export async function goingOn(both: Both, url: string, runs: number): Promise<readonly Run[]> {
  const [ours, bare] = await Promise.all([watched(both.ours, url), watched(both.bare, url)]);
  try {
    return await repeat(runs, async () => {
      const [one, other] = await Promise.all([changesOf(ours), changesOf(bare)]);
      return { ours: one, bare: other };
    });
  } finally {
    await Promise.all([ours.close(), bare.close()]);
  }
}

/** How often something of ours runs on a page that begins to change only when its watching is over. */
export async function runsOnceOver(browser: Bare, url: string): Promise<number> {
  const page = await watched(browser, url);
  await page.evaluate('change()');
  const { runs } = await changesOf(page);
  await page.close();
  return runs;
}

/** Of a core. */
export const shareOf = (ms: number): number => ms / WINDOW;

async function watched(browser: Bare, url: string): Promise<Page> {
  const page = await browser.newPage();
  await page.goto(url);
  await setTimeout(WATCHED);
  return page;
}

const changesOf = (page: Page): Promise<Cost> => costOf(page, () => setTimeout(WINDOW));

async function inBoth({ ours, bare }: Both, measure: (page: Page) => Promise<Cost>): Promise<Run> {
  const [one, other] = await Promise.all(
    [ours, bare].map(async (browser) => {
      const page = await browser.newPage();
      const cost = await measure(page);
      await page.close();
      return cost;
    }),
  );
  if (one === undefined || other === undefined) throw new Error('a browser has not run');
  return { ours: one, bare: other };
}

async function repeat<T>(times: number, run: () => Promise<T>): Promise<readonly T[]> {
  const all: T[] = [];
  while (all.length < times) all.push(await run());
  return all;
}

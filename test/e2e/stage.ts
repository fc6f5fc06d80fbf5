/** What every end-to-end test stands on: a provider of its own, and the built extension in a browser of its own. */
import { appendFileSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import type { BrowserKind } from '../run/browsers.ts';
import { type Driven, type Hearing, launch, readSession, type Setting } from './browser.ts';
import { Chip } from './pages/chip.ts';
import { CloudMc } from './pages/cloudmc.ts';
import { Popup } from './pages/popup.ts';
import { type Served, serveProvider, type Serving } from './provider.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const CONTENT_SCRIPT = 'src/content/main.iife.js';
const KINDS: readonly BrowserKind[] = ['chromium', 'firefox'];

/** A person at a browser that has the extension, with one tab in which the provider is visited. */
export interface Seat {
  readonly driven: Driven;
  readonly profile: string;
  /** The folder of what was downloaded. */
  readonly downloads: string;
  readonly page: Page;
  readonly cloudmc: CloudMc;
  readonly chip: Chip;
  /** Whoever hears of the errors of the background: the test fails if there was one that nobody caught. */
  readonly background: Hearing;
  /** Opens Countersign on the tab, as a click on the toolbar button does. */
  popup(): Promise<Popup>;
}

export interface Stage extends Seat {
  readonly kind: BrowserKind;
  readonly provider: Served;
  /** The same browser with another, empty profile. */
  another(): Promise<Seat>;
  /** Ends the browser and starts it with the profile that it had; `meanwhile`, the profile is anybody's. */
  restart(meanwhile?: () => void): Promise<Seat>;
}

export interface StageSetting {
  /** Which build is installed in place of the browser's own. */
  readonly build?: 'chrome-pseudo';
  /** Whether another version is put in its place: then it is a copy. */
  readonly updates?: boolean;
  /** JavaScript that runs behind our content script, in its own world, in each page: a copy of the build is made to have it. */
  readonly behindContentScript?: string;
  readonly kinds?: readonly BrowserKind[];
  /** Whether the person has left it to us to let things move: a ring that runs out is drawn again all the time. */
  readonly motion?: boolean;
  /** Which provider is there, and what time it is there. */
  readonly serving?: Serving;
  /** Beside others of its file that may be so too: for what mostly waits. */
  readonly beside?: boolean;
}

/** One test, written once and played in every browser, in all of them at the same time. */
export function onEachBrowser(
  subject: string,
  play: (stage: Stage) => Promise<void>,
  {
    build,
    updates = false,
    behindContentScript = '',
    kinds = KINDS,
    motion = false,
    serving,
    beside = false,
  }: StageSetting = {},
): void {
  (beside ? describe.concurrent : describe)(subject, () => {
    test.concurrent.each(kinds)('in %s', async (kind) => {
      const folder = mkdtempSync(join(tmpdir(), 'countersign-e2e-'));
      const provider = await serveProvider(serving);
      const seats: Seat[] = [];
      const uncaught: string[] = [];
      const sitDown = async (profile = join(folder, String(seats.length))): Promise<Seat> => {
        const built = join(ROOT, 'dist', build ?? { chromium: 'chrome', firefox: 'firefox' }[kind]);
        const isCopy = updates || behindContentScript !== '';
        const own = isCopy ? join(folder, 'extension') : built;
        if (isCopy) cpSync(built, own, { recursive: true });
        if (behindContentScript !== '') appendFileSync(join(own, CONTENT_SCRIPT), behindContentScript);
        const seat = await takeSeat(kind, { extension: own, profile, motion }, provider, uncaught);
        seats.push(seat);
        return seat;
      };
      try {
        const seat = await sitDown();
        const restart = async (meanwhile = () => {}) => {
          await seats.pop()?.driven.close();
          meanwhile();
          return sitDown(seat.profile);
        };
        await play({ ...seat, kind, provider, another: () => sitDown(), restart });
        await Promise.all(seats.map(({ driven }) => driven.close()));
        expect(uncaught, 'errors that nobody caught in the background').toEqual([]);
      } catch (error) {
        await keepEvidence(seats, `${subject} ${kind}`);
        throw error;
      } finally {
        await Promise.all(seats.map(({ driven }) => driven.close()));
        await provider.close();
        rmSync(folder, { recursive: true, force: true });
      }
    });
  });
}

async function takeSeat(
  kind: BrowserKind,
  setting: Setting & { readonly profile: string },
  provider: Served,
  uncaught: string[],
): Promise<Seat> {
  const { profile } = setting;
  mkdirSync(profile, { recursive: true });
  const downloads = `${profile}-downloads`;
  mkdirSync(downloads, { recursive: true });
  const launched = await launch(kind, { ...setting, downloads, network: 'loopback' });
  const background = await launched.hearBackground();
  const driven = heeding(launched, background, uncaught);
  const page = await driven.newPage();
  return {
    driven,
    profile,
    downloads,
    page,
    cloudmc: new CloudMc(page, provider.origin),
    chip: new Chip(page),
    background,
    popup: () => Popup.on(page, driven),
  };
}

/** The same browser, which before it ends says what its background was heard to throw. */
function heeding(driven: Driven, background: Hearing, uncaught: string[]): Driven {
  let isOver = false;
  const listenToTheEnd = async () => {
    if (isOver) return;
    isOver = true;
    try {
      uncaught.push(...(await background.heard()));
    } catch (error) {
      uncaught.push(`it could not be heard: ${String(error)}`);
    }
  };
  return {
    ...driven,
    async close() {
      await listenToTheEnd();
      await driven.close();
    },
    async kill() {
      await listenToTheEnd();
      await driven.kill();
    },
  };
}

/** Which answers the background was waiting for then, as a page of ours sees it: no picture shows that. */
async function noteAwaited(page: Page, beside: string): Promise<void> {
  if (!page.url().includes('-extension://')) return;
  const { awaited } = await readSession(page);
  writeFileSync(`${beside}.json`, JSON.stringify(awaited, null, 2));
}

/** What stood on the screen when a test failed. */
async function keepEvidence(seats: readonly Seat[], name: string): Promise<void> {
  const folder = join(ROOT, '.cache/e2e');
  mkdirSync(folder, { recursive: true });
  for (const [index, { driven }] of seats.entries()) {
    const pages = await driven.browser.pages().catch(() => []);
    for (const [tab, page] of pages.entries()) {
      const path = join(folder, `${name} ${index}-${tab}.png`.replaceAll(' ', '-')) as `${string}.png`;
      // Evidence only: the error itself is what counts. A tab that is not in front may never be drawn.
      await Promise.race([photograph(page, path), setTimeout(2_000)]).catch(() => undefined);
      await Promise.race([noteAwaited(page, path), setTimeout(2_000)]).catch(() => undefined);
    }
  }
}

async function photograph(page: Page, path: `${string}.png`): Promise<void> {
  await page.bringToFront();
  await page.screenshot({ path });
}

/**
 * Pages that would have us work without end, or keep what nobody set up: a person can go on using each, is told
 * plainly what is not taken, and nothing of it is kept. How long they keep us busy is measured by `npm run bench -- content`.
 */
import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';
import { servePages } from '../page-server.ts';
import { EVIL, EVIL_PARAMETERS, hostileNames, hostilePages, type HostilePage } from './hostile-pages.ts';
import { inPopup } from './life.ts';
import type { Popup } from './pages/popup.ts';
import { onEachBrowser, type Seat } from './stage.ts';
import { until } from './until.ts';

/** What the popup says when it is asked to read the page. */
const refusals: Partial<Record<HostilePage, (popup: Popup) => Promise<void>>> = {
  'a code of four kilobytes': (popup) => popup.says('problem_not_otpauth'),
  'a label of a hundred kilobytes': (popup) => popup.says('problem_too_long'),
  'ten thousand pictures': (popup) => popup.says('problem_no_code'),
  'a canvas of 20000 by 20000': (popup) => popup.says('problem_no_code'),
  'a code that changes ten times a second': (popup) => popup.says('problem_not_otpauth'),
};

onEachBrowser(
  'V38 a hostile page goes on working, is refused plainly, and leaves nothing behind',
  async (stage) => {
    await inPopup(stage, (popup) => popup.createVault());
    const server = await servePages(hostilePages);
    for (const name of hostileNames) {
      await stage.page.goto(server.urlOf(name));
      await stage.page.bringToFront();
      await goesOn(stage.page);
      await reads(stage, name);
      await goesOn(stage.page);
    }
    await stage.page.goto('about:blank');
    await inPopup(stage, async (popup) => expect(await popup.accounts()).toEqual([]));
    await stage.background.test();
    server.close();
  },
);

/** Asks the popup to read the page, and sees what it says. */
async function reads(stage: Seat, name: HostilePage): Promise<void> {
  await inPopup(stage, async (popup) => {
    if (name === 'markup in every field') {
      await popup.says('foundTitle');
      await popup.says('warning_odd_text');
      // As text, and not as what it would be if it were written into a page.
      await popup.sees(EVIL.issuer);
      expect(await popup.page.$('img, script:not([src])')).toBeNull();
      return;
    }
    await popup.openWaysToAdd();
    await popup.readPage();
    if (name === 'markup in one parameter after another') return refusesEach(stage, popup);
    await refusals[name]?.(popup);
  });
}

/** Each code is refused in words of ours, and nothing of it is written anywhere. */
async function refusesEach({ page }: Seat, popup: Popup): Promise<void> {
  for (const problem of Object.keys(EVIL_PARAMETERS) as (keyof typeof EVIL_PARAMETERS)[]) {
    await popup.says(problem);
    expect(await popup.text()).not.toContain('alert');
    expect(await popup.page.$('img, script:not([src])')).toBeNull();
    await page.$eval('#next', (button) => (button as HTMLButtonElement).click());
    await popup.readPageAgain();
  }
}

/** A person can still use the page. */
async function goesOn(page: Page): Promise<void> {
  const count = () => page.$eval('#count', (button) => Number(button.textContent));
  const before = await count();
  await page.$eval('#count', (button) => button.scrollIntoView());
  await page.click('#count');
  await until('the page answers', async () => (await count()) > before);
}

import axe, { type AxeResults } from 'axe-core';
import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';
import { sees } from './pages/hands.ts';
import { PASSWORD, type Popup } from './pages/popup.ts';
import { onEachBrowser } from './stage.ts';
import { until } from './until.ts';

const ACCOUNT = { issuer: 'Example', name: 'carol', setupKey: 'gezd gnbv gy3t qojq gezd gnbv gy3t qojq' };

onEachBrowser(
  'the keyboard alone makes a vault, adds an account, copies its code and locks',
  async (stage) => {
    const { page } = await stage.popup();
    const { keyboard } = page;
    const write = async (label: string, text: string) => {
      await tabTo(page, label);
      await keyboard.type(text);
    };
    const choose = async (name: string) => {
      await tabTo(page, name);
      await keyboard.press('Enter');
    };
    await write('New password', PASSWORD);
    await write('The same again', PASSWORD);
    await keyboard.press('Enter');
    await sees(page, 'No accounts yet');

    await choose('Add one now');
    await sees(page, 'From an image');
    await choose('By hand');
    await sees(page, 'Setup key');
    await write('Site or issuer', ACCOUNT.issuer);
    await write('Account name', ACCOUNT.name);
    await write('Setup key', ACCOUNT.setupKey);
    await keyboard.press('Enter');
    await sees(page, 'Is this right?');
    await choose('Keep');
    await sees(page, 'Kept');

    await choose(ACCOUNT.name);
    await sees(page, 'Code copied');
    await tabTo(page, 'Lock', 'back');
    await keyboard.press('Enter');
    await sees(page, 'Locked');
  },
);

onEachBrowser('axe finds nothing in any view, light or dark', async (stage) => {
  const popup = await stage.popup();
  const found: string[] = [];
  await eachView(popup, async (view) => {
    for (const scheme of ['light', 'dark'] as const) {
      await stage.driven.prefer(scheme, popup.page);
      const violated = await violations(popup.page);
      found.push(...violated.map((violation) => `${view}, ${scheme}: ${violation}`));
    }
  });
  expect(found).toEqual([]);
});

onEachBrowser(
  'texts that are longer by half still fit into the popup',
  async (stage) => {
    const popup = await stage.popup();
    const found: string[] = [];
    await eachView(popup, async (view) => {
      found.push(...(await cutOff(popup.page)).map((element) => `${view}: ${element}`));
    });
    expect(found).toEqual([]);
  },
  { build: 'chrome-pseudo', kinds: ['chromium'] },
);

/** Presses Tab, or with `back` Shift and Tab, until the focus is on what has this name. */
async function tabTo(page: Page, name: string, back?: 'back'): Promise<void> {
  const stops = 20;
  // A view that has just opened puts the focus where one begins; nobody presses Tab before it is there to be seen.
  await until('something has the focus', async () => (await focusedName(page)) !== '');
  for (let stop = 0; stop < stops; stop++) {
    if ((await focusedName(page)).includes(name)) return;
    if (back) await page.keyboard.down('Shift');
    await page.keyboard.press('Tab');
    if (back) await page.keyboard.up('Shift');
  }
  throw new Error(`Tab does not get to "${name}"`);
}

async function focusedName(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (element === null || !document.body.contains(element) || element === document.body) return '';
    const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : [];
    const texts = [element.getAttribute('aria-label'), ...labels.map((label) => label.textContent)];
    return [...texts, element.textContent].join(' ');
  });
}

/** Through all of the popup, from its first run to its lock. */
async function eachView(popup: Popup, look: (view: string) => Promise<void>): Promise<void> {
  await look('the first run');
  await popup.createVault();
  await look('the empty list');
  await popup.openWaysToAdd();
  await look('the ways to add');
  await popup.typeIn(ACCOUNT);
  await look('the preview');
  await popup.keep();
  await look('the list');
  await popup.openDetails();
  await look('an account');
  await popup.back();
  await popup.openSettings();
  await look('the settings');
  await popup.lockInSettings();
  await look('locked');
}

async function violations(page: Page): Promise<readonly string[]> {
  // As an expression, for the popup's policy lets no script be added to it, and rightly so.
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { axe } = window as unknown as { axe: { run(): Promise<AxeResults> } };
    const { violations } = await axe.run();
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  });
}

/** What sticks out of the popup or of its own box. */
async function cutOff(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    return [...document.body.querySelectorAll('*')]
      .filter((element) => element.checkVisibility() && element.closest('.visually-hidden') === null)
      .filter((element) => {
        const { left, right } = element.getBoundingClientRect();
        const clips = getComputedStyle(element).overflowX !== 'visible' && !element.matches('input');
        return left < 0 || right > width + 1 || (clips && element.scrollWidth > element.clientWidth + 1);
      })
      .map((element) => `${element.tagName} ${element.className}: ${element.textContent}`);
  });
}

import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';
import { keepByHand } from './life.ts';
import { onEachBrowser } from './stage.ts';

onEachBrowser('no code is had by a click that a page makes or steals', async (stage) => {
  const { cloudmc, chip, page } = stage;
  await keepByHand(stage);
  await cloudmc.signIn('bob');
  await chip.settles();

  await clickByScript(page);
  for (const [attack, veil] of Object.entries(veils)) {
    await page.evaluate(veil);
    await chip.clickWhereItStands();
    expect(await cloudmc.codeInField(), attack).toBe('');
    // After a click that it does not believe, it stays away from the page.
    await cloudmc.signIn('bob');
    await chip.settles();
  }

  // The same chip on the same page, uncovered, under the same pointer.
  await chip.fills(cloudmc.codeField);
});

/** All that a script can do to a button whose shadow root is closed. */
async function clickByScript(page: Page): Promise<void> {
  await page.evaluate(() => {
    const host = document.querySelector<HTMLElement>('div[popover=manual]');
    if (host === null) throw new Error('no chip');
    const { left, top, width, height } = host.getBoundingClientRect();
    const point = {
      clientX: left + width / 2,
      clientY: top + height / 2,
      bubbles: true,
      composed: true,
      detail: 1,
    };
    host.click();
    for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click']) {
      host.dispatchEvent(new MouseEvent(type, point));
      document.elementFromPoint(point.clientX, point.clientY)?.dispatchEvent(new MouseEvent(type, point));
    }
    host.focus();
    for (const key of ['Enter', ' '])
      host.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
  });
}

/** Ways to have the chip clicked by somebody who sees something else. None needs what the page's policy forbids. */
const veils = {
  'the whole page made transparent': () => {
    document.documentElement.style.setProperty('opacity', '0.01', 'important');
  },
  'a popover above it that lets clicks through': () => {
    const cover = document.createElement('section'); // the chip's host is a div
    cover.popover = 'manual';
    cover.style.cssText = 'inset:0;width:100vw;height:100vh;border:0;background:white;pointer-events:none';
    document.body.append(cover);
    cover.showPopover();
  },
  'a dialog above it that lets clicks through': () => {
    const cover = document.createElement('dialog');
    cover.style.cssText = 'inset:0;width:100vw;height:100vh;border:0;background:white;pointer-events:none';
    document.body.append(cover);
    cover.showModal();
  },
};

/** When pages are looked at: those without a field are left alone in the end, and one that is come back to is not forgotten. */
import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';
import { costOf } from '../bench/content/trace.ts';
import { servePages } from '../page-server.ts';
import { inPopup } from './life.ts';
import { setupKeyOf } from './pages/cloudmc.ts';
import { onEachBrowser } from './stage.ts';
import { until } from './until.ts';

const CHANGE = `<script>
  let at = 0;
  setInterval(() => (document.querySelector('p').textContent = at++), 20);
</script>`;

const pages = {
  'no field': `<!doctype html><title>News</title><h1>From the hills</h1><p></p>${CHANGE}`,
  'a field': `<!doctype html><title>News</title><h1>From the hills</h1><input name="q"><p></p>${CHANGE}`,
  'a prompt': `<!doctype html><title>Sign in</title><h1>Two-factor authentication</h1>
    <form><label>Code from your authenticator app <input name="code" autocomplete="one-time-code"></label></form>
    <script>addEventListener('pageshow', ({ persisted }) => (document.title = persisted ? 'As it was' : 'Loaded'));</script>`,
  another: '<!doctype html><title>Another</title><p>Another page</p>',
};

onEachBrowser(
  'on a page without a field that goes on changing nothing of ours runs in the end, on one with a field it does',
  async ({ page, driven }) => {
    const server = await servePages(pages);
    const other = await driven.newPage();
    await other.goto(server.urlOf('a field'));
    await page.goto(server.urlOf('no field'));
    // The trace shows us where we do run, and showed us on this page too, when it was new.
    expect(await seesUs(page)).toBe(true);
    await until('the page is left alone', async () => !(await seesUs(page)));
    await until('the other is not', () => seesUs(other));
    server.close();
  },
  { kinds: ['chromium'] }, // there is no such trace in Firefox
);

/** Whether anything of ours runs while the page changes a hundred times. */
async function seesUs(page: Page): Promise<boolean> {
  await page.bringToFront();
  const shown = () => page.$eval('p', ({ textContent }) => Number(textContent));
  const { runs } = await costOf(page, async () => {
    const before = await shown();
    await until('it has changed', async () => (await shown()) > before + 100);
  });
  return runs > 0;
}

onEachBrowser('a prompt that is come back to in the page cache is offered its code again', async (stage) => {
  const { page, chip } = stage;
  const server = await servePages(pages);
  await page.goto(server.urlOf('a prompt', 'localhost'));
  await inPopup(stage, async (popup) => {
    await popup.createVault();
    await popup.openWaysToAdd();
    await popup.typeIn({ issuer: 'Kept', name: 'bob', setupKey: setupKeyOf('bob') });
    await popup.offerHere();
    await popup.keep();
  });
  await chip.appears();
  await page.goto(server.urlOf('another', 'localhost'));
  await page.evaluate('void setTimeout(() => history.back())');
  await until('the page is as it was', async () => (await page.title()) === 'As it was');
  await chip.appears();
  server.close();
});

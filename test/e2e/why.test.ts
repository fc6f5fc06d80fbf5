/** The full page says of the page beside it what was made of each field, and why nothing is offered there. */
import { expect } from 'vitest';
import { attributesWith } from './looks.ts';
import { FullPage } from './pages/full-page.ts';
import { ShapePage } from './pages/shape.ts';
import { onEachBrowser } from './stage.ts';

onEachBrowser('one can see in words why nothing is offered on a page', async ({ page, driven, provider }) => {
  const shape = new ShapePage(page, provider.origin);
  const own = await FullPage.open(driven);
  await own.createVault();
  await page.bringToFront();
  await shape.visit('booking');
  await own.page.bringToFront();
  await own.goTo('why');
  await own.sees('Booking code');
  await own.says('whyVeto_goods');
  expect(await own.text()).toContain('No account is bound to');
  expect(await attributesWith(own.page, ['Booking'])).toEqual([]);

  await page.bringToFront();
  await shape.visit('sms');
  await own.page.bringToFront();
  await own.lookAgain();
  await own.says('whyChannel_sms');
  await own.says('whyQuiet');
});

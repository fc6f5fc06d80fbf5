/** How long one task of ours may hold up a page that means it badly, while the page stands there and while it is read. */
import { setTimeout } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import type { Driven } from '../../e2e/browser.ts';
import { hostileNames, hostilePages, type HostilePage } from '../../e2e/hostile-pages.ts';
import { Popup } from '../../e2e/pages/popup.ts';
import { servePages } from '../../page-server.ts';
import { type Cost, costOf } from './trace.ts';

const STANDS = 2_500; // ms

export async function hostileCosts(driven: Driven): Promise<ReadonlyMap<HostilePage, Cost>> {
  const server = await servePages(hostilePages);
  const page = await driven.newPage();
  const costs = new Map<HostilePage, Cost>();
  try {
    for (const name of hostileNames) {
      costs.set(name, await costOf(page, () => visit(page, driven, server.urlOf(name))));
    }
  } finally {
    await page.close();
    server.close();
  }
  return costs;
}

async function visit(page: Page, driven: Driven, url: string): Promise<void> {
  await page.goto(url);
  await setTimeout(STANDS);
  const popup = await Popup.on(page, driven);
  await popup.openWaysToAdd();
  await popup.readPage();
  await popup.hasRead();
  await popup.close();
  await page.bringToFront();
}

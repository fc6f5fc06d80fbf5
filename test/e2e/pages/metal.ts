/** Metal: six boxes in a popup, which send themselves, and a few recovery codes. */
import type { Page } from 'puppeteer-core';
import { ProviderSite } from './provider-site.ts';

export class Metal extends ProviderSite {
  constructor(page: Page, origin: string) {
    super(page, origin, 'metal');
  }
}

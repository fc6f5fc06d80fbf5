/** CryptoCloud: no codes are kept, for the manual setup code is the backup; whoever has it moves to another device. */
import type { Page } from 'puppeteer-core';
import { ProviderSite } from './provider-site.ts';

export class CryptoCloud extends ProviderSite {
  constructor(page: Page, origin: string) {
    super(page, origin, 'cryptocloud');
  }
}

/** Defguard: a list of methods, each with a menu behind a gear; once one is enabled, everybody is signed out. */
import type { Page } from 'puppeteer-core';
import { click } from './hands.ts';
import { ProviderSite } from './provider-site.ts';

export class Defguard extends ProviderSite {
  constructor(page: Page, origin: string) {
    super(page, origin, 'defguard');
  }

  async isSignedOutEverywhere(): Promise<void> {
    await this.isOn('sign-in');
    await this.says('signed-out-everywhere');
  }

  protected override async press2fa(button: string): Promise<void> {
    await click(this.page, '[data-testid=edit-totp]');
    await super.press2fa(button);
  }
}

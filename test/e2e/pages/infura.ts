/** Infura: one backup code, which turns 2FA off, and support for who has lost that too. */
import type { Page } from 'puppeteer-core';
import { click, press, sees } from './hands.ts';
import { ProviderSite } from './provider-site.ts';

export class Infura extends ProviderSite {
  constructor(page: Page, origin: string) {
    super(page, origin, 'infura');
  }

  /** From the prompt for a code. */
  async recoverAccount(): Promise<void> {
    await press(this.page, 'link', this.profile.signIn.recoverLink);
    await this.isOn('recover');
  }

  async openCase(): Promise<void> {
    await press(this.page, 'button', 'Open a support case');
    await this.isOn('recover-sent');
  }

  /** Follows the link in the mail to the owner, and says that it was the owner who asked. */
  async confirmOwnership(): Promise<void> {
    await this.open('/outbox');
    const link = await this.page.$eval('[data-testid=mail] a', (link) => link.pathname + link.search);
    await this.open(link);
    await press(this.page, 'button', 'Yes, it is mine');
    await this.isOn('recover-confirmed');
  }

  /** Signs in as the one who works for support, and gives the account back. */
  async approveAsSupport(): Promise<void> {
    await this.signIn('agent');
    await this.openMenu();
    await press(this.page, 'link', 'Support cases');
    await click(this.page, 'input[name=proof]');
    await press(this.page, 'button', 'Approve');
    await sees(this.page, '2FA goes off 24 hours later');
    await this.signOut();
  }
}

/** CloudMC: its backup codes can be made anew, and managing it all starts with the password. */
import type { Page } from 'puppeteer-core';
import { demoUsers } from '../../../demo-site/providers/users.ts';
import { until } from '../until.ts';
import { sees, visibleText } from './hands.ts';
import { ProviderSite } from './provider-site.ts';

export class CloudMc extends ProviderSite {
  constructor(page: Page, origin: string) {
    super(page, origin, 'cloudmc');
  }

  /** The setup key as the page shows it, in groups of four. */
  async setupKey(): Promise<string> {
    const key = /\b[A-Z2-7]{4}(?: [A-Z2-7]{4}){3,}\b/;
    return until('the setup key can be read', async () => key.exec(await visibleText(this.page))?.[0]);
  }

  async codeInField(): Promise<string> {
    return this.page.$eval('input.code', (field) => field.value);
  }

  async refusesTheCode(): Promise<void> {
    await sees(this.page, 'That code is not valid');
  }

  async saysThatItIsTooLate(): Promise<void> {
    await sees(this.page, 'That set-up is over');
  }
}

/** The setup key that stands beside a user on the front page. */
export function setupKeyOf(username: string): string {
  return demoUsers.find((user) => user.username === username)?.secret ?? '';
}

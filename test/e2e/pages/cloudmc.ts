/** CloudMC, the demo provider, as its customers use it. */
import type { Page } from 'puppeteer-core';
import { demoUsers } from '../../../demo-site/providers/users.ts';
import { until } from '../until.ts';
import { press, sees, visibleText, write } from './hands.ts';

export class CloudMc {
  /** The field for a code at the sign-in and in the set-up form, and the one for a backup code. */
  readonly codeField = 'input.code';
  readonly page: Page;
  readonly #origin: string;

  constructor(page: Page, origin: string) {
    this.page = page;
    this.#origin = origin;
  }

  /** Its front page. */
  async visit(): Promise<void> {
    await this.page.goto(this.#origin);
  }

  /** Signs in with user name and password; where two-factor authentication is on, this ends at the prompt. */
  async signIn(username: string): Promise<void> {
    await this.page.bringToFront();
    await this.page.goto(`${this.#origin}/login`);
    await write(this.page, 'User name', username);
    await write(this.page, 'Password', user(username).password);
    await this.#leaves(() => press(this.page, 'button', 'Sign in'));
  }

  async isSignedIn(): Promise<void> {
    await this.page.locator('[data-testid=user-menu]').wait();
  }

  async signOut(): Promise<void> {
    await this.page.locator('[data-testid=user-menu] summary').click();
    await press(this.page, 'button', 'Sign out');
    await this.#isOn('sign-in');
  }

  // ---------------------------------------------------------------- setting up

  async startEnabling(username: string): Promise<void> {
    await this.page.goto(`${this.#origin}/account/security`);
    await press(this.page, 'button', 'Enable two-factor authentication (2FA)');
    await write(this.page, 'Password', user(username).password);
    await press(this.page, 'button', 'Confirm');
    await this.#isOn('setup');
  }

  /** The setup key as the page shows it, in groups of four. */
  async setupKey(): Promise<string> {
    const key = /\b[A-Z2-7]{4}(?: [A-Z2-7]{4}){3,}\b/;
    return until('the setup key can be read', async () => key.exec(await visibleText(this.page))?.[0]);
  }

  async confirmEnabling(): Promise<void> {
    await this.#leaves(() => press(this.page, 'button', 'Enable'));
  }

  /** The backup codes, which it shows once. */
  async backupCodes(): Promise<readonly string[]> {
    await this.#isOn('codes');
    return (await visibleText(this.page)).match(/\b\d{8}\b/g) ?? [];
  }

  async doneWithCodes(): Promise<void> {
    await press(this.page, 'button', 'Done');
    await this.#isOn('security');
  }

  async disable(username: string): Promise<void> {
    await this.page.goto(`${this.#origin}/account/security`);
    await press(this.page, 'button', 'Manage two-factor authentication (2FA)');
    await write(this.page, 'Password', user(username).password);
    await press(this.page, 'button', 'Confirm');
    await press(this.page, 'button', 'Disable two-factor authentication');
    await this.#isOn('security');
  }

  // ---------------------------------------------------------------- the second step of the sign-in

  async seesPrompt(): Promise<void> {
    await this.#isOn('sign-in-code');
  }

  async useBackupCode(): Promise<void> {
    await press(this.page, 'link', 'Use my backup codes');
    await this.#isOn('sign-in-backup');
  }

  async typeCode(code: string): Promise<void> {
    await this.page.locator(this.codeField).click();
    await this.page.keyboard.type(code);
  }

  async codeInField(): Promise<string> {
    return this.page.$eval('input.code', (field) => field.value);
  }

  async submitCode(): Promise<void> {
    await this.#leaves(() => press(this.page, 'button', 'Continue'));
  }

  async refusesTheCode(): Promise<void> {
    await sees(this.page, 'That code is not valid');
  }

  async saysThatItIsTooLate(): Promise<void> {
    await sees(this.page, 'That set-up is over');
  }

  /** Each of its pages says which one it is. */
  async #isOn(id: string): Promise<void> {
    await this.page.locator(`body[data-page="${id}"]`).wait();
  }

  /** Does what makes the browser load another page, and waits for that page. */
  async #leaves(act: () => Promise<void>): Promise<void> {
    await Promise.all([this.page.waitForNavigation({ waitUntil: 'load' }), act()]);
  }
}

/** The setup key that stands beside a user on the front page. */
export function setupKeyOf(username: string): string {
  return user(username).secret ?? '';
}

function user(username: string) {
  const found = demoUsers.find((each) => each.username === username);
  if (found === undefined) throw new Error(`CloudMC has no ${username}`);
  return found;
}

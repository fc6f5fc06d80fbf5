/** A demo provider as its customers use it: what all of them have in common, in the words of each one's profile. */
import type { Page } from 'puppeteer-core';
import { noticeText } from '../../../demo-site/pages/words.ts';
import { usersOf } from '../../../demo-site/providers/users.ts';
import { type ProviderId, providers } from '../../../demo-site/provider.ts';
import { PATIENCE } from '../until.ts';
import { click, press, sees, write } from './hands.ts';

export class ProviderSite {
  readonly page: Page;
  /** The field for a code, at the sign-in and in the set-up form, and the one for a backup code. Of boxes, the first. */
  readonly codeField = 'input.code';
  protected readonly profile: (typeof providers)[ProviderId];
  readonly #origin: string;

  constructor(page: Page, origin: string, id: ProviderId) {
    this.page = page;
    this.profile = providers[id];
    this.#origin = origin;
  }

  /** Its front page. */
  async visit(): Promise<void> {
    await this.open('/');
  }

  /** Signs in with user name and password; where two-factor authentication is on, this ends at the prompt. */
  async signIn(username: string): Promise<void> {
    await this.page.bringToFront();
    await this.open('/login');
    await write(this.page, 'User name', username);
    await write(this.page, 'Password', this.passwordOf(username));
    await this.leaves(() => press(this.page, 'button', 'Sign in'));
  }

  async isSignedIn(): Promise<void> {
    await this.page.locator('[data-testid=user-menu]').wait();
  }

  async signOut(): Promise<void> {
    await this.openMenu();
    await press(this.page, 'button', 'Sign out');
    await this.isOn('sign-in');
  }

  // ---------------------------------------------------------------- the second step of the sign-in

  async seesPrompt(): Promise<void> {
    await this.isOn('sign-in-code');
  }

  async submitCode(): Promise<void> {
    await this.leaves(() => press(this.page, 'button', this.profile.signIn.submit));
  }

  async typeCode(code: string): Promise<void> {
    await this.page.locator(this.codeField).click();
    await this.page.keyboard.type(code);
  }

  async hasRefused(): Promise<boolean> {
    return (await this.page.$('[data-testid=error]')) !== null;
  }

  async useBackupCode(): Promise<void> {
    await press(this.page, 'link', this.profile.signIn.backupLink);
    await this.isOn('sign-in-backup');
  }

  async submitBackupCode(): Promise<void> {
    const { signIn, backup } = this.profile;
    await this.leaves(() => press(this.page, 'button', backup?.signIn.submit ?? signIn.submit));
  }

  /** Whether a code that is complete is sent without a click. */
  get sendsByItself(): boolean {
    return this.profile.setup.input === 'boxes';
  }

  // ---------------------------------------------------------------- setting up

  /** By way of the menus. */
  async startEnabling(username: string): Promise<void> {
    const { enable } = this.profile;
    await this.goToSecurity();
    if (enable.password === 'same-form') await this.writePassword(username);
    await this.press2fa(enable.button);
    if (enable.password === 'prompt') await this.confirmPassword(username);
    await this.isOn('setup');
    // Some draw it late, and nobody scans what is not there.
    await this.page.waitForSelector('[data-testid=setup-qr]', { visible: true });
  }

  async confirmEnabling(): Promise<void> {
    await this.leaves(() => press(this.page, 'button', this.profile.setup.submit));
  }

  /** The codes for a lost device, which it shows once. */
  async backupCodes(): Promise<readonly string[]> {
    await this.isOn('codes');
    return this.page.$$eval('#recovery-codes li', (items) =>
      items.map(({ textContent }) => textContent.trim()),
    );
  }

  async doneWithCodes(): Promise<void> {
    const label = this.profile.backup?.acknowledge.label ?? '';
    await this.leaves(() => press(this.page, 'button', label));
  }

  // ---------------------------------------------------------------- changing and ending it

  /** Where codes can be made anew and all of it turned off, for a provider that has a page for that. */
  async manage(username: string): Promise<void> {
    await this.goToSecurity();
    await this.press2fa(this.profile.manage.button);
    if (this.profile.manage.password === 'prompt') await this.confirmPassword(username);
    await this.isOn('manage');
  }

  async regenerateCodes(username: string): Promise<readonly string[]> {
    await this.manage(username);
    await press(this.page, 'button', this.profile.manage.regenerate ?? '');
    return this.backupCodes();
  }

  async disable(username: string): Promise<void> {
    const { place, disable } = this.profile.manage;
    if (place === 'own-page') {
      await this.manage(username);
      await press(this.page, 'button', disable);
    } else {
      await this.goToSecurity();
      await this.press2fa(disable);
    }
    await this.says('disabled');
  }

  // ---------------------------------------------------------------- for the pages of each

  protected async open(path: string): Promise<void> {
    await this.page.goto(this.#origin + path);
  }

  /** Waits for what it says once something was done, in its own words. */
  async says(notice: string): Promise<void> {
    await sees(this.page, noticeText(notice, this.profile) ?? `no words for ${notice}`);
  }

  protected async openMenu(): Promise<void> {
    await click(this.page, '[data-testid=user-menu] summary');
  }

  protected async goToSecurity(): Promise<void> {
    const { layout, profile, details, security } = this.profile.nav;
    await this.openMenu();
    // The page that is left may have a link of the same name as the one that is come to.
    await this.leaves(() => press(this.page, 'link', profile));
    if (layout === 'tabs') await press(this.page, 'link', security);
    if (layout === 'edit') await press(this.page, 'link', details);
    await this.isOn('security');
  }

  /** Presses what changes two-factor authentication, wherever the provider has put it. */
  protected async press2fa(button: string): Promise<void> {
    await press(this.page, 'button', button);
  }

  protected async writePassword(username: string): Promise<void> {
    await write(this.page, this.profile.password.label, this.passwordOf(username));
  }

  protected async confirmPassword(username: string): Promise<void> {
    await this.isOn('step-up');
    await this.writePassword(username);
    await press(this.page, 'button', this.profile.password.submit);
  }

  /** Each of its pages says which one it is. */
  async isOn(id: string): Promise<void> {
    await this.page.locator(`body[data-page="${id}"]`).wait();
  }

  /** Does what makes the browser load another page, and waits for that page. */
  async leaves(act: () => Promise<unknown>): Promise<void> {
    await Promise.all([this.page.waitForNavigation({ waitUntil: 'load', timeout: PATIENCE }), act()]);
  }

  protected passwordOf(username: string): string {
    const user = usersOf(this.profile.id).find((each) => each.username === username);
    if (user === undefined) throw new Error(`${this.profile.name} has no ${username}`);
    return user.password;
  }
}

/** Countersign's popup, as a person uses it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import type messages from '../../../src/locales/en/messages.json';
import type { Driven } from '../browser.ts';
import { until } from '../until.ts';
import { press, sees, seesNo, visibleText, write } from './hands.ts';

/** A password as the popup asks for one: five unrelated words. */
export const PASSWORD = 'walrus nickel orchid tundra ferry';

export interface TypedAccount {
  readonly issuer: string;
  readonly name: string;
  readonly setupKey: string;
}

/** A text of the build that is installed: English, or the long texts of the pseudo-locale. */
type Words = (key: keyof typeof messages) => string;

export class Popup {
  readonly page: Page;
  readonly #words: Words;

  private constructor(page: Page, words: Words) {
    this.page = page;
    this.#words = words;
  }

  /** Opens it on a page, as a click on the toolbar button does. */
  static async on(page: Page, driven: Driven): Promise<Popup> {
    const popup = new Popup(await driven.openPopup(page), wordsOf(driven.extension));
    await until('the popup has asked the background', () => popup.isReady());
    return popup;
  }

  /** The same page in a tab of its own, which stays open beside the page that it speaks of. */
  static async inTab(driven: Driven): Promise<Popup> {
    const popup = new Popup(await driven.ownTab(), wordsOf(driven.extension));
    await until('the popup has asked the background', () => popup.isReady());
    return popup;
  }

  /** Opens it anew, as a click on the toolbar button does: it asks the page that is in front. */
  async reopen(): Promise<void> {
    await this.page.evaluate(() => {
      document.body.dataset['old'] = '';
      location.reload();
    });
    await until('the popup is new', async () => (await this.page.$('body:not([data-old])')) !== null);
    await until('the popup has asked the background', () => this.isReady());
  }

  /** Waits until it shows all that there is on the page that it speaks of. */
  async hasLooked(): Promise<void> {
    await until('the popup has looked at the page', async () => {
      return (await this.page.$('main.list [aria-busy=false]')) !== null;
    });
  }

  /** What it would fill into the page: a code, a recovery code, or nothing. */
  async fills(): Promise<'code' | 'recovery' | null> {
    const [label] = await this.page.$$eval('.row-fill', (buttons) =>
      buttons.map((button) => button.textContent),
    );
    if (label === undefined) return null;
    return label === this.#words('fillRecovery') ? 'recovery' : 'code';
  }

  /** The accounts that it found on the page: what the card of each says of it. */
  async found(): Promise<readonly (readonly string[])[]> {
    return this.page.$$eval('.card.found', (cards) =>
      cards.map((card) => [...card.querySelectorAll('dd')].map((fact) => fact.textContent)),
    );
  }

  /** Whether it says that the page shows two keys that do not agree. */
  async warnsOfAnotherKey(): Promise<boolean> {
    return (await this.text()).includes(this.#words('warning_key_differs'));
  }

  /** The recovery codes that it found on the page. */
  async foundCodes(): Promise<readonly string[]> {
    return this.page.$$eval('.card .recovery-codes li', (items) => items.map((item) => item.textContent));
  }

  /** Whether it shows one of its views, and no longer that it is about to. */
  async isReady(): Promise<boolean> {
    return (await this.page.$('main:not([aria-busy])')) !== null;
  }

  async createVault(password = PASSWORD): Promise<void> {
    await this.#write('createPassword', password);
    await this.#write('createRepeat', password);
    await this.#press('createButton');
    // Not that it is empty: there may be something to keep on the page that it stands on.
    await this.page.locator('main.list').wait();
  }

  async unlock(password = PASSWORD): Promise<void> {
    await this.tryToUnlock(password);
    await seesNo(this.page, this.#words('unlockTitle'));
  }

  async tryToUnlock(password: string): Promise<void> {
    await this.#write('unlockPassword', password);
    await this.#press('unlockButton');
  }

  async lock(): Promise<void> {
    await this.#press('lock');
    await this.#sees('unlockTitle');
  }

  /** Waits for the account that it found on the page, and keeps it. */
  async keepFound(): Promise<void> {
    await this.#sees('foundTitle');
    await this.keep();
  }

  /** The same for an account that is kept already, with another secret. */
  async keepNewSecret(): Promise<void> {
    await this.#sees('foundTitle');
    await this.keep('foundKeepNew');
  }

  /** Keeps what is shown to be kept. */
  async keep(button: 'foundKeep' | 'foundKeepNew' = 'foundKeep'): Promise<void> {
    await this.#press(button);
    await seesNo(this.page, this.#words('foundKeeping'));
    await this.page.locator('input[type=search]').wait();
  }

  async keepRecoveryCodes(): Promise<void> {
    await this.#press('recoveryKeep');
    await seesNo(this.page, this.#words('recoveryKeep'));
  }

  /** The page says that two-factor authentication is off: it is so. */
  async confirmsThatItIsOff(): Promise<void> {
    await this.#press('hintOffYes');
    await this.#sees('offByHand');
  }

  /** The page speaks of support: it was asked. */
  async notesSupportCase(): Promise<void> {
    await this.#press('hintSupportYes');
    await seesNo(this.page, this.#words('hintSupportYes'));
  }

  /** Support has given the account back. */
  async endsSupportCase(): Promise<void> {
    await this.#press('supportOff');
    await this.#sees('offByHand');
  }

  async openWaysToAdd(): Promise<void> {
    await this.#press('addAccount');
    await this.#sees('addTitle');
  }

  /** From the ways to add: reads the page that the popup stands on, its screen too. */
  async readPage(): Promise<void> {
    // It can be pressed only once the page is known.
    await until('the page is known', async () => (await this.page.$('.way[aria-disabled="true"]')) === null);
    await this.page.locator(`::-p-text(${this.#words('addPage')})`).click();
  }

  /** From the ways to add, up to the preview of what is about to be kept. */
  async typeIn(account: TypedAccount): Promise<void> {
    await press(this.page, 'button', `${this.#words('addHand')} ${this.#words('addHandHint')}`);
    await this.#write('handIssuer', account.issuer);
    await this.#write('handName', account.name);
    await this.#write('handKey', account.setupKey);
    await this.#press('handNext');
    await this.#sees('previewTitle');
  }

  /** Waits until it has read the page, whatever it found. */
  async hasRead(): Promise<void> {
    await this.page.locator('.card.found, .problem').wait();
  }

  /** From the ways to add, up to the preview of what is about to be kept. */
  async pasteLink(uri: string): Promise<void> {
    await press(this.page, 'button', `${this.#words('addText')} ${this.#words('addTextHint')}`);
    await this.#write('textLabel', uri);
    await this.#press('textRead');
    await this.#sees('previewTitle');
  }

  /** In the preview: its codes are to be offered on the page that the popup stands on. */
  async offerHere(): Promise<void> {
    await this.page.locator('::-p-aria([role="checkbox"])').click();
  }

  async openDetails(): Promise<void> {
    await this.page.locator('.row .icon-button').click();
    await this.#sees('accountState');
  }

  /** From its details: the secret, to take it to another device. */
  async setupKey(password = PASSWORD): Promise<string> {
    await this.#press('secretShow');
    await this.#write('recoveryShowPassword', password);
    await this.#press('recoveryShowButton');
    const key = await this.page.locator('.setup-key').waitHandle();
    return key.evaluate(({ textContent }) => textContent.replaceAll(' ', ''));
  }

  /** From its details. */
  async remove(): Promise<void> {
    await this.#press('remove');
    await this.page.locator('main.list').wait();
  }

  async openSettings(): Promise<void> {
    await this.#press('settings');
    await this.#sees('settingsLockAfter');
  }

  async lockInSettings(): Promise<void> {
    await this.#press('settingsLockNow');
    await this.#sees('unlockTitle');
  }

  async back(): Promise<void> {
    await this.#press('back');
  }

  /** The rows of the accounts of the page that it speaks of. */
  async accountsHere(): Promise<readonly string[]> {
    return this.page.$$eval('.group.here .row-main', (rows) => rows.map((row) => row.textContent));
  }

  /** The code of the only account. */
  async code(): Promise<string> {
    const code = () => this.page.$eval('.row .code', ({ textContent }) => textContent.replaceAll(/\D/g, ''));
    return until('a code can be read', code);
  }

  /** The rows of the list. */
  async accounts(): Promise<readonly string[]> {
    return this.page.$$eval('.row-main', (rows) => rows.map((row) => row.textContent));
  }

  async sees(text: string): Promise<void> {
    await sees(this.page, text);
  }

  /** Sees one of the interface's own texts. */
  async says(key: keyof typeof messages): Promise<void> {
    await this.#sees(key);
  }

  async seesNo(text: string): Promise<void> {
    await seesNo(this.page, text);
  }

  async text(): Promise<string> {
    return visibleText(this.page);
  }

  async close(): Promise<void> {
    await this.page.close();
  }

  async #press(key: keyof typeof messages): Promise<void> {
    await press(this.page, 'button', this.#words(key));
  }

  async #write(key: keyof typeof messages, text: string): Promise<void> {
    await write(this.page, this.#words(key), text);
  }

  async #sees(key: keyof typeof messages): Promise<void> {
    await sees(this.page, this.#words(key));
  }
}

function wordsOf(extension: string): Words {
  const path = join(extension, '_locales/en/messages.json');
  const all = JSON.parse(readFileSync(path, 'utf8')) as typeof messages;
  return (key) => all[key].message;
}

/** Countersign's popup, as a person uses it. */
import type { ElementHandle, Page } from 'puppeteer-core';
import type { Driven } from '../browser.ts';
import { until } from '../until.ts';
import { byRole, press, sees, seesNo, visibleText, write } from './hands.ts';
import { wordsOf, type Text, type Words } from './words.ts';

/** A password as the popup asks for one: five unrelated words. */
export const PASSWORD = 'walrus nickel orchid tundra ferry';

export interface TypedAccount {
  readonly issuer: string;
  readonly name: string;
  readonly setupKey: string;
}

export class Popup {
  readonly page: Page;
  protected readonly words: Words;
  readonly #leave: () => Promise<void>;

  protected constructor(page: Page, words: Words, leave = () => page.close()) {
    this.page = page;
    this.words = words;
    this.#leave = leave;
  }

  /** Opens it on a page, as a click on the toolbar button does. */
  static async on(page: Page, driven: Driven): Promise<Popup> {
    const window = await driven.openPopup(page);
    return Popup.in(window, driven, () => driven.closePopup(window));
  }

  /** The popup that stands in this window already. */
  static async in(window: Page, driven: Driven, leave?: () => Promise<void>): Promise<Popup> {
    const popup = new Popup(window, wordsOf(driven.extension), leave);
    await until('the popup has asked the background', () => popup.isReady());
    return popup;
  }

  /** The same page in a tab of its own, which stays open beside the page that it speaks of. */
  static async inTab(driven: Driven): Promise<Popup> {
    return Popup.in(await driven.ownTab(), driven);
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

  /** Opens it anew at the view to which an entry of the context menu leads. */
  async reopenAt(view: 'pointed'): Promise<void> {
    await this.page.evaluate((view) => history.replaceState(null, '', `#${view}`), view);
    await this.reopen();
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
    return label === this.words('fillRecovery') ? 'recovery' : 'code';
  }

  /** The accounts that it found on the page: what the card of each says of it. */
  async found(): Promise<readonly (readonly string[])[]> {
    return this.page.$$eval('.card.found', (cards) =>
      cards.map((card) => [...card.querySelectorAll('dd')].map((fact) => fact.textContent)),
    );
  }

  /** Whether it says that the page shows two keys that do not agree. */
  async warnsOfAnotherKey(): Promise<boolean> {
    return (await this.text()).includes(this.words('warning_key_differs'));
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
    await this.fillIn('createPassword', password);
    await this.fillIn('createRepeat', password);
    await this.pressText('createButton');
    // Not that it is empty: there may be something to keep on the page that it stands on.
    await this.page.locator('main.list').wait();
  }

  async unlock(password = PASSWORD): Promise<void> {
    await this.tryToUnlock(password);
    await seesNo(this.page, this.words('unlockTitle'));
  }

  async tryToUnlock(password: string): Promise<void> {
    await this.fillIn('unlockPassword', password);
    await this.pressText('unlockButton');
  }

  async lock(): Promise<void> {
    await this.pressText('lock');
    await this.says('unlockTitle');
  }

  /** Waits for the account that it found on the page, and keeps it. */
  async keepFound(): Promise<void> {
    await this.says('foundTitle');
    await this.keep();
  }

  /** The same for an account that is kept already, with another secret. */
  async keepNewSecret(): Promise<void> {
    await this.says('foundTitle');
    await this.keep('foundKeepNew');
  }

  /** Keeps what is shown to be kept, the first of it. */
  async keep(button: 'foundKeep' | 'foundKeepNew' = 'foundKeep'): Promise<void> {
    const pressed = await this.page.locator(byRole(this.page, 'button', this.words(button))).waitHandle();
    await this.pressText(button);
    // Its label says that it works at it before it has: the button itself is what stands there until then.
    await until('it is kept, and stands in the list', async () => {
      const isGone = await pressed.evaluate((element) => !element.isConnected);
      return isGone && (await this.page.$('main.list input[type=search]')) !== null;
    });
  }

  async keepRecoveryCodes(): Promise<void> {
    await this.pressText('recoveryKeep');
    // What stands there until they are kept is the list of them, whatever the button says meanwhile.
    await until('the recovery codes are kept', async () => {
      return (await this.foundCodes()).length === 0 && (await this.page.$('main.list .row')) !== null;
    });
  }

  /** The page says that two-factor authentication is off: it is so. */
  async confirmsThatItIsOff(): Promise<void> {
    await this.pressText('hintOffYes');
    await this.says('offByHand');
  }

  /** The page speaks of support: it was asked. */
  async notesSupportCase(): Promise<void> {
    await this.pressText('hintSupportYes');
    await seesNo(this.page, this.words('hintSupportYes'));
  }

  /** Support has given the account back. */
  async endsSupportCase(): Promise<void> {
    await this.pressText('supportOff');
    await this.says('offByHand');
  }

  async openWaysToAdd(): Promise<void> {
    await this.pressText('addAccount');
    await this.says('addTitle');
  }

  /** From the ways to add: reads the page that the popup stands on, its screen too. */
  async readPage(): Promise<void> {
    // It can be pressed only once the page is known.
    await until('the page is known', async () => (await this.page.$('.way[aria-disabled="true"]')) === null);
    await this.page.locator(`::-p-text(${this.words('addPage')})`).click();
  }

  /** After it was read. */
  async readPageAgain(): Promise<void> {
    await this.pressText('pageAgain');
  }

  /** From the ways to add, up to the preview of what is about to be kept. */
  async typeIn(account: TypedAccount): Promise<void> {
    await press(this.page, 'button', `${this.words('addHand')} ${this.words('addHandHint')}`);
    await this.fillIn('handIssuer', account.issuer);
    await this.fillIn('handName', account.name);
    await this.fillIn('handKey', account.setupKey);
    await this.pressText('handNext');
    await this.says('previewTitle');
  }

  /** From the ways to add, or from where pictures are given already. */
  async givesPictures(paths: readonly string[]): Promise<void> {
    if ((await this.page.$('input[type=file]')) === null) {
      await press(this.page, 'button', `${this.words('addImage')} ${this.words('addImageHint')}`);
    }
    const input = await this.page.waitForSelector('input[type=file]');
    await (input as ElementHandle<HTMLInputElement>).uploadFile(...paths);
  }

  /** Waits until it has read the page, whatever it found. */
  async hasRead(): Promise<void> {
    await this.page.locator('.card.found, .problem').wait();
  }

  /** From the ways to add, up to the preview of what is about to be kept. */
  async pasteLink(uri: string): Promise<void> {
    await press(this.page, 'button', `${this.words('addText')} ${this.words('addTextHint')}`);
    await this.fillIn('textLabel', uri);
    await this.pressText('textRead');
    await this.says('previewTitle');
  }

  /** In the preview: its codes are to be offered on the page that the popup stands on. */
  async offerHere(): Promise<void> {
    await this.page.locator('input[type=checkbox]').click();
  }

  async openDetails(): Promise<void> {
    await this.page.locator('.row .icon-button').click();
    await this.says('accountState');
  }

  /** From its details: the secret, to take it to another device. */
  async setupKey(password = PASSWORD): Promise<string> {
    await this.pressText('secretShow');
    await this.askForSecret(password);
    return this.shownSecret();
  }

  async askForSecret(password: string): Promise<void> {
    await this.fillIn('recoveryShowPassword', password);
    await this.pressText('recoveryShowButton');
  }

  /** Waits for the set-up key that is shown, and gives it without its gaps. */
  async shownSecret(): Promise<string> {
    const shown = await this.page.locator('.setup-key').waitHandle();
    return shown.evaluate((element) => element.textContent.replaceAll(' ', ''));
  }

  /** From its details: turns something on, or off again, for the one site of the account. */
  async chooseForSite(choice: 'siteSubmit' | 'siteAppend', on = true): Promise<void> {
    await this.unfoldSiteOptions();
    await this.#tick(choice, on);
  }

  /** From the details of an account of one site. */
  async unfoldSiteOptions(): Promise<void> {
    await this.page.locator('.sites summary').click();
    await this.says('siteNever');
  }

  async #tick(choice: Text, on: boolean): Promise<void> {
    // A box is called by all that is said of it.
    const box = await this.page.locator(`::-p-text(${this.words(choice)})`).waitHandle();
    await box.click();
    const isOn = () => box.evaluate((one) => one.closest('label')?.querySelector('input')?.checked);
    await until('the box says so', async () => (await isOn()) === on);
    await this.says('settingsSaved');
  }

  /** From its details. */
  async remove(): Promise<void> {
    await this.pressText('remove');
    await this.page.locator('main.list').wait();
  }

  async openSettings(): Promise<void> {
    await this.pressText('settings');
    await this.says('settingsLockAfter');
  }

  async lockInSettings(): Promise<void> {
    await this.pressText('settingsLockNow');
    await this.says('unlockTitle');
  }

  async back(): Promise<void> {
    await this.pressText('back');
  }

  /** The rows of the accounts of the page that it speaks of. */
  async accountsHere(): Promise<readonly string[]> {
    return this.page.$$eval('.group.here .row-main', (rows) => rows.map((row) => row.textContent));
  }

  /** An account that it asks about belongs to this page too; `name` is how it calls it there. */
  async usesHere(name: string): Promise<void> {
    await press(this.page, 'button', this.words('proposeUse', name));
    await seesNo(this.page, this.words('proposeTitle'));
  }

  /** And this one does not. */
  async refusesHere(name: string): Promise<void> {
    await press(this.page, 'button', this.words('proposeRefuseOne', name));
    await seesNo(this.page, this.words('proposeTitle'));
  }

  /** From the list, by way of the settings: takes back that `name` was refused on `host`. */
  async proposesAgain(name: string, host: string): Promise<void> {
    await this.openSettings();
    await this.says('settingsRefused');
    // Out from under the notice that offers to undo it.
    await this.page.mouse.move(190, 300);
    await this.page.mouse.wheel({ deltaY: 200 });
    await press(this.page, 'button', this.words('settingsRefusedEndOne', name, host));
    await seesNo(this.page, this.words('settingsRefused'));
    await this.back();
  }

  /** From the list, by way of the settings: whether anything of Countersign's may stand in any page. */
  async letsStandInPages(allowed: boolean): Promise<void> {
    await this.openSettings();
    await this.#tick('settingsInPages', allowed);
    await this.back();
  }

  /** Nothing is to be offered on the site of the page that it stands on. */
  async neverOffersHere(): Promise<void> {
    await this.pressText('neverOn');
    await this.says('neverNote');
  }

  async undo(): Promise<void> {
    await this.pressText('undo');
  }

  /** Has the code of one of the accounts of this page filled into it. */
  async fillsFrom(name: string): Promise<void> {
    const row = `//li[contains(@class, "row")][contains(., ${JSON.stringify(name)})]`;
    await this.page.locator(`::-p-xpath(${row}//button[contains(@class, "row-fill")])`).click();
  }

  /** The code of the only account. */
  async code(): Promise<string> {
    const code = () => this.page.$eval('.row .code', ({ textContent }) => textContent.replaceAll(/\D/g, ''));
    return until('a code can be read', code);
  }

  /** Copies the code of the only account. */
  async copyCode(account: TypedAccount): Promise<void> {
    await this.page.locator('.row-main').click();
    await this.says('copied', account.issuer);
  }

  /** The rows of the list. */
  async accounts(): Promise<readonly string[]> {
    return this.page.$$eval('.row-main', (rows) => rows.map((row) => row.textContent));
  }

  async sees(text: string): Promise<void> {
    await sees(this.page, text);
  }

  /** Sees one of the interface's own texts. */
  async says(key: Text, ...values: readonly string[]): Promise<void> {
    await sees(this.page, this.words(key, ...values));
  }

  /** One of the interface's own texts, for what no method of this page does. */
  word(key: Text, ...values: readonly string[]): string {
    return this.words(key, ...values);
  }

  async seesNo(text: string): Promise<void> {
    await seesNo(this.page, text);
  }

  async text(): Promise<string> {
    return visibleText(this.page);
  }

  async close(): Promise<void> {
    await this.#leave();
  }

  protected async pressText(key: Text): Promise<void> {
    await press(this.page, 'button', this.words(key));
  }

  protected async fillIn(key: Text, text: string): Promise<void> {
    await write(this.page, this.words(key), text);
  }
}

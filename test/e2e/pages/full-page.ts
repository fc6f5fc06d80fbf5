/** Countersign's full page, as a person uses it: all that the popup has, and what there is more room for. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from 'puppeteer-core';
import type { Driven } from '../browser.ts';
import { until } from '../until.ts';
import { press, sees, seesNo } from './hands.ts';
import { PASSWORD, Popup, type TypedAccount } from './popup.ts';
import { wordsOf, type Text } from './words.ts';

/** The vault's, in the browser's storage. */
const DATABASE = 'countersign';

/** What the menu leads to. */
const SECTIONS = {
  accounts: 'listTitle',
  'ways to open': 'keysTitle',
  backups: 'backupsTitle',
  trash: 'trashTitle',
  why: 'whyMenu',
  settings: 'settings',
} as const satisfies Record<string, Text>;

type Section = keyof typeof SECTIONS;

const HOW = { merge: 'backupMerge', replace: 'backupReplace' } as const satisfies Record<string, Text>;

export class FullPage extends Popup {
  /** Opens another one, in a tab of its own. */
  static async open(driven: Driven): Promise<FullPage> {
    const page = new FullPage(await driven.fullPage(), wordsOf(driven.extension));
    await until('the full page has asked the background', () => page.isReady());
    return page;
  }

  async goTo(section: Section): Promise<void> {
    await this.pressText(SECTIONS[section]);
    await this.page.locator(`.menu-entry[aria-current] ::-p-text(${this.words(SECTIONS[section])})`).wait();
  }

  /** In the view that says why something is offered, or nothing is. */
  async lookAgain(): Promise<void> {
    await this.pressText('whyAgain');
  }

  /** From the accounts. */
  override async openWaysToAdd(): Promise<void> {
    const isEmpty = (await this.page.$('main.list .empty')) !== null;
    await this.pressText(isEmpty ? 'emptyAdd' : 'addAccount');
    await this.says('addTitle');
  }

  /** From wherever it is. */
  async keepByHand(account: TypedAccount): Promise<void> {
    await this.goTo('accounts');
    await this.openWaysToAdd();
    await this.typeIn(account);
    await this.keep();
  }

  override async lock(): Promise<void> {
    await this.lockInSettings();
  }

  /** Of the extension that the page belongs to. */
  async version(): Promise<string> {
    return this.page.evaluate(() => {
      interface Api {
        readonly runtime: { getManifest(): { readonly version: string } };
      }
      const { browser, chrome } = globalThis as unknown as { browser?: Api; chrome: Api };
      return (browser ?? chrome).runtime.getManifest().version;
    });
  }

  /** Whether nothing but the lock's view is to be seen. */
  async isBlank(): Promise<boolean> {
    return (await this.page.$('main.gate')) !== null && (await this.page.$('.menu, .row, .entry')) === null;
  }

  // ---------------------------------------------------------------- the ways to open it

  /** What each of them is called, with what is said of it. */
  async ways(): Promise<readonly string[]> {
    return this.page.$$eval('.entry .names', (entries) => entries.map((entry) => entry.textContent));
  }

  /** `meanwhile`: while the code is shown. */
  async addRecoveryCode(
    name: string,
    password = PASSWORD,
    meanwhile: () => Promise<unknown> = async () => undefined,
  ): Promise<void> {
    await this.pressText('recoveryCodeMake');
    await this.fillIn('keyName', name);
    await this.fillIn('keyCurrent', password);
    await this.pressText('recoveryCodeMake');
    await this.says('recoveryCodeTitle');
    const code = await this.page.$eval('.code-to-keep', (element) => element.textContent);
    await meanwhile();
    await this.pressText('recoveryCodeNoted');
    await seesNo(this.page, code);
  }

  async addPasskey(name: string, password = PASSWORD): Promise<void> {
    await this.pressText('passkeyAdd');
    await this.fillIn('keyName', name);
    await this.fillIn('keyCurrent', password);
    await this.pressText('passkeyAdd');
    await this.says('passkeyAdded');
  }

  /** Whether a passkey can be added at all. */
  async offersPasskeys(): Promise<boolean> {
    return (
      (await this.page.$(`::-p-xpath(//button[normalize-space() = "${this.words('passkeyAdd')}"])`)) !== null
    );
  }

  async rename(way: string, name: string): Promise<void> {
    await this.#pressAt(way, 'keyRename');
    await this.fillIn('keyName', name);
    await this.pressText('editSave');
    await sees(this.page, name);
  }

  async removeWay(way: string, password = PASSWORD): Promise<void> {
    await this.#pressAt(way, 'remove');
    await this.fillIn('keyCurrent', password);
    await this.#pressAt(way, 'remove');
    await this.says('keyRemoved');
  }

  async canRemove(way: string): Promise<boolean> {
    return (await this.page.$(this.#buttonAt(way, 'remove'))) !== null;
  }

  async changePassword(from: string, to: string): Promise<void> {
    await this.pressText('passwordChange');
    await this.#chooses('createPassword', to);
    await this.fillIn('keyCurrent', from);
    await this.pressText('passwordSave');
    await this.says('passwordChanged');
  }

  /** The first one of a vault without a password. */
  async setFirstPassword(password = PASSWORD): Promise<void> {
    await this.pressText('passwordSet');
    await this.#chooses('createPassword', password);
    await this.pressText('passwordSave');
    await this.says('passwordChanged');
  }

  async makeNewVaultKey(password = PASSWORD): Promise<void> {
    await this.pressText('rotate');
    await this.fillIn('keyCurrent', password);
    await this.pressText('rotateNow');
    await this.says('rotated');
  }

  async setPin(pin: string, password = PASSWORD): Promise<void> {
    await this.pressText('pinSet');
    await this.#chooses('pinNew', pin);
    await this.fillIn('keyCurrent', password);
    await this.pressText('pinSave');
    await this.says('pinRemove');
  }

  async createUnprotected(): Promise<void> {
    await this.page.locator(`::-p-text(${this.words('createOther')})`).click();
    await this.pressText('createUnprotected');
    await this.page.locator('main.list').wait();
  }

  // ---------------------------------------------------------------- opening it otherwise

  async unlockWithPasskey(): Promise<void> {
    await this.pressText('keyUsePasskey');
    await seesNo(this.page, this.words('unlockTitle'));
  }

  async tryPin(pin: string): Promise<void> {
    await this.fillIn('keyPin', pin);
    await this.pressText('unlockButton');
  }

  async unlockWithPin(pin: string): Promise<void> {
    await this.tryPin(pin);
    await seesNo(this.page, this.words('unlockTitle'));
  }

  // ---------------------------------------------------------------- what lets secrets out

  async openAccount(name: string): Promise<void> {
    await press(this.page, 'button', this.words('details', name));
    await this.says('accountState');
  }

  async showsSecret(): Promise<boolean> {
    return (await this.page.$('.setup-key, canvas.qr')) !== null;
  }

  /** The pixels of the QR code that is shown. */
  async shownQrCode(): Promise<{ readonly data: readonly number[]; readonly width: number }> {
    const canvas = await this.page.locator('canvas.qr').waitHandle();
    return canvas.evaluate((element) => {
      const { width, height } = element;
      const image = element.getContext('2d')?.getImageData(0, 0, width, height);
      return { data: [...(image?.data ?? [])], width };
    });
  }

  /** From the backups. */
  async exportPlain(downloads: string, password = PASSWORD): Promise<string> {
    await this.pressText('exportMake');
    await this.fillIn('recoveryShowPassword', password);
    await this.pressText('exportSave');
    return readFileSync(await arrived(downloads, '.txt'), 'utf8');
  }

  // ---------------------------------------------------------------- backups

  /** The file's path. */
  async makeBackup(filePassword: string, downloads: string, password = PASSWORD): Promise<string> {
    await this.pressText('backupMake');
    await this.#chooses('backupPassword', filePassword);
    await this.fillIn('keyCurrent', password);
    await this.pressText('backupSave');
    const file = await arrived(downloads, '.backup.json');
    await sees(this.page, this.words('backupLast', '').replace(/ ?\.$/, ''));
    return file;
  }

  /** What restoring it would do: a line for each account. */
  async lookIntoBackup(file: string, filePassword: string): Promise<readonly string[]> {
    const input = await this.page.$('input[type=file]');
    if (input === null) throw new Error('no file can be chosen');
    await (input as unknown as { uploadFile(path: string): Promise<void> }).uploadFile(file);
    await this.fillIn('backupItsPassword', filePassword);
    await this.pressText('backupLook');
    await this.says('backupHow');
    return this.page.$$eval('.compared li', (lines) => lines.map((line) => line.textContent));
  }

  async restoreBackup(how: keyof typeof HOW): Promise<void> {
    await this.page.locator(`::-p-text(${this.words(HOW[how])})`).click();
    await this.pressText('backupRestore');
    await this.says('backupChoose');
  }

  // ---------------------------------------------------------------- the rest

  /** From its details. */
  async beginEditing(): Promise<void> {
    await this.pressText('edit');
    await this.says('editTitle');
  }

  /** From its details. */
  async edit(to: { readonly issuer: string; readonly name: string; readonly hosts: string }): Promise<void> {
    await this.beginEditing();
    await this.fillIn('handIssuer', to.issuer);
    await this.fillIn('handName', to.name);
    await this.fillIn('editHosts', to.hosts);
    await this.pressText('editSave');
    await this.says('accountState');
  }

  async restoreFromTrash(name: string): Promise<void> {
    await press(this.page, 'button', this.words('trashRestoreOne', name));
    await this.says('trashEmpty');
  }

  async deleteForGood(name: string): Promise<void> {
    await this.#pressAt(name, 'trashDelete');
    await this.#pressAt(name, 'deleteForGood');
    await this.says('trashEmpty');
  }

  /** In the settings: the shortest time without use. */
  async locksAfterAMinute(): Promise<void> {
    const label = this.words('settingsLockAfter');
    await this.page.locator(`::-p-xpath(//label[normalize-space() = "${label}"])`).click();
    await this.page.keyboard.press('Home');
    await this.says('settingsSaved');
  }

  /** As one does that has other stores: the database gets a higher version. */
  async newerVersionMakesItsOwn(): Promise<void> {
    await this.page.evaluate(
      (name) =>
        new Promise<void>((resolve, reject) => {
          const opening = indexedDB.open(name, 2);
          opening.addEventListener('error', () => reject(new Error('it does not open')));
          opening.addEventListener('success', () => {
            opening.result.close();
            resolve();
          });
        }),
      DATABASE,
    );
  }

  /** From its details: presses what would, whatever comes of it. */
  async triesToRemove(): Promise<void> {
    await this.pressText('remove');
  }

  /** In the settings: whether what is copied is taken off the clipboard again. */
  async clearsClipboard(): Promise<boolean> {
    const input = await this.#clipboardSwitch().waitHandle();
    return input.evaluate((element) => (element as HTMLInputElement).checked);
  }

  async setClearsClipboard(to: boolean): Promise<void> {
    await this.#clipboardSwitch().click();
    await this.says('settingsSaved');
    await until(`the switch is ${to}`, async () => (await this.clearsClipboard()) === to);
  }

  /** The vault is older than it was, and the person goes on with it. */
  async acceptSetBack(): Promise<void> {
    await this.pressText('setBackAccept');
    await seesNo(this.page, this.words('setBack'));
  }

  /** Unfolds what buttons of these names hide. */
  async unfold(...steps: readonly Text[]): Promise<void> {
    for (const step of steps) {
      const before = await this.#unfolded();
      await this.pressText(step);
      await until('it is unfolded', async () => (await this.#unfolded()) > before);
    }
  }

  async fold(): Promise<void> {
    await this.pressText('cancel');
  }

  async #unfolded(): Promise<number> {
    return (await this.page.$$('.step')).length;
  }

  #clipboardSwitch(): Locator<Element> {
    return this.page.locator(`::-p-xpath(//label[contains(., "${this.words('clipboardClear')}")]//input)`);
  }

  async #chooses(label: Text, text: string): Promise<void> {
    await this.fillIn(label, text);
    await this.fillIn('createRepeat', text);
  }

  /** A button of the entry in which this text stands. */
  #buttonAt(entry: string, button: Text): string {
    return `::-p-xpath(//li[contains(., "${entry}")]//button[normalize-space() = "${this.words(button)}"])`;
  }

  async #pressAt(entry: string, button: Text): Promise<void> {
    await this.page.locator(this.#buttonAt(entry, button)).click();
  }
}

/** Waits for a download whose name ends like this, and gives its path. */
async function arrived(folder: string, end: string): Promise<string> {
  const name = await until(`a file *${end} has arrived`, () => {
    const whole = readdirSync(folder).filter((file) => file.endsWith(end));
    return whole.find((file) => readFileSync(join(folder, file)).length > 0);
  });
  return join(folder, name);
}

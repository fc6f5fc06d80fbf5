/** The vault's full page: the ways to open it, what lets secrets out, backups and trash, and how it all looks. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { argon2id } from '@noble/hashes/argon2.js';
import jsQR from 'jsqr';
import { expect } from 'vitest';
import {
  FILE_PASSWORD as STRANGERS_PASSWORD,
  foreignBackup,
  type RootParameters,
} from '../vault/foreign-backup.ts';
import { attributesWith, cutOff, violations } from './looks.ts';
import { FullPage } from './pages/full-page.ts';
import { choose, typeInto } from './pages/keyboard.ts';
import { PASSWORD, type TypedAccount } from './pages/popup.ts';
import type { Text } from './pages/words.ts';
import { onEachBrowser, type Seat, type Stage } from './stage.ts';
import { CAROL, DAVE } from './typed-accounts.ts';
import { until } from './until.ts';

const nameOf = ({ issuer, name }: TypedAccount): string => `${issuer} (${name})`;
const [NAME_OF_CAROL, NAME_OF_DAVE] = [nameOf(CAROL), nameOf(DAVE)];
const OTHER_PASSWORD = 'copper lantern violet meadow sparrow';
const FILE_PASSWORD = 'granite feather oyster saddle plum';
const PIN = '2468';

/** In all the ways that there are, the first of them by the keyboard alone; and in none that there were. */
async function opensInEachWay({ driven }: Seat): Promise<void> {
  const page = await FullPage.open(driven);
  const code = await beginByKeyboard(page);
  await page.goTo('ways to open');
  await page.rename('in the drawer', 'at my sister’s');
  const ways = await page.ways();
  expect(ways[0]).toContain(page.word('key_password'));
  expect(ways[1]).toContain('at my sister’s');
  expect(await page.canRemove('at my sister’s')).toBe(true);

  const hasPasskeys = await driven.plugInAuthenticator(page.page);
  expect(await page.offersPasskeys()).toBe(hasPasskeys);
  if (hasPasskeys) {
    await page.addPasskey('my finger');
    await page.lock();
    await page.unlockWithPasskey();
    await page.goTo('ways to open');
  } else await page.says('passkeyNone');

  await page.changePassword(PASSWORD, OTHER_PASSWORD);
  await page.removeWay('at my sister’s', OTHER_PASSWORD);
  expect((await page.ways()).join()).not.toContain('at my sister’s');
  // Only passkeys would be left.
  await page.says('keyStays');
  expect(await page.canRemove(page.word('keyHint_password'))).toBe(false);

  await page.makeNewVaultKey(OTHER_PASSWORD);
  await until('only the password is left', async () => (await page.ways()).length === 1);
  await page.lock();
  await page.tryToUnlock(PASSWORD);
  await page.says('wrongPassword');
  expect(await page.text()).not.toContain(code);
  await page.unlock(OTHER_PASSWORD);
  await page.sees(CAROL.issuer);
}

/** Makes a vault, an account and a recovery code, and comes in by that. */
async function beginByKeyboard(ours: FullPage): Promise<string> {
  const { page } = ours;
  const write = (label: Text, text: string) => typeInto(page, ours.word(label), text);
  const go = (name: Text, back?: 'back') => choose(page, ours.word(name), back);
  await write('createPassword', PASSWORD);
  await write('createRepeat', PASSWORD);
  await page.keyboard.press('Enter');
  await ours.says('emptyTitle');
  await go('emptyAdd');
  await go('addHand');
  await write('handIssuer', CAROL.issuer);
  await write('handKey', CAROL.setupKey);
  await page.keyboard.press('Enter');
  await ours.says('previewTitle');
  await go('foundKeep');
  // Its name can be read before that it is kept, and the keys that follow would go to a view that is about to end.
  await page.locator('main.list .row-main').wait();

  await go('keysTitle', 'back');
  await go('recoveryCodeMake');
  await write('keyName', 'in the drawer');
  await write('keyCurrent', PASSWORD);
  await page.keyboard.press('Enter');
  await ours.says('recoveryCodeTitle');
  const code = await page.$eval('.code-to-keep', (element) => element.textContent);
  await go('recoveryCodeNoted');
  await ours.sees('in the drawer');
  await go('settingsLockNow', 'back');
  await ours.says('unlockTitle');
  await go('keyUseRecoveryCode');
  await write('keyRecoveryCode', code);
  await page.keyboard.press('Enter');
  await ours.sees(CAROL.issuer);
  return code;
}

onEachBrowser(
  'a secret, a QR code and an export ask for the password again, and a backup brings all back',
  async (stage) => {
    const { downloads } = stage;
    const page = await FullPage.open(stage.driven);
    await page.createVault();
    await page.keepByHand(CAROL);
    await page.openAccount(NAME_OF_CAROL);
    await page.unfold('secretShow');
    await page.askForSecret('not the password');
    await page.says('wrongPassword');
    expect(await page.showsSecret()).toBe(false);
    await page.askForSecret(PASSWORD);
    expect(await page.shownSecret()).toBe(CAROL.setupKey);
    const { data, width } = await page.shownQrCode();
    const read = jsQR(Uint8ClampedArray.from(data), width, data.length / 4 / width);
    expect(read?.data).toContain(`secret=${CAROL.setupKey}`);

    await page.edit({ issuer: 'Quill Bank', name: 'carol', hosts: 'login.quill.example' });
    await page.sees('login.quill.example');
    await page.keepByHand(DAVE);
    await page.goTo('backups');
    expect((await page.exportPlain(downloads)).trim().split('\n')).toHaveLength(2);
    const file = await page.makeBackup(FILE_PASSWORD, downloads);
    await goesThroughTheTrash(page);
    await pinOpensIt(stage, page);

    const second = await FullPage.open((await stage.another()).driven);
    await second.createVault();
    await second.keepByHand({ issuer: 'Elsewhere', name: 'erin', setupKey: 'MFRGGZDFMZTWQ2LKNNWG23TPOA' });
    await second.goTo('backups');
    const lines = await second.lookIntoBackup(file, FILE_PASSWORD);
    expect(lines.filter((line) => line.endsWith('new'))).toHaveLength(2);
    await second.restoreBackup('merge');
    await second.goTo('accounts');
    const issuers = (await second.accounts()).map((row) => /Elsewhere|Quill Bank|Wrenmail/.exec(row)?.[0]);
    expect(issuers).toEqual(['Elsewhere', 'Quill Bank', 'Wrenmail']);
    await second.goTo('backups');
    const again = await second.lookIntoBackup(file, FILE_PASSWORD);
    expect(again.every((line) => line.endsWith('as here'))).toBe(true);
    await second.restoreBackup('replace');
    await second.goTo('trash');
    await second.sees('Elsewhere');
  },
  { beside: true },
);

async function goesThroughTheTrash(page: FullPage): Promise<void> {
  await page.goTo('accounts');
  await page.openAccount(NAME_OF_DAVE);
  await page.remove();
  await page.goTo('trash');
  await page.restoreFromTrash(NAME_OF_DAVE);
  await page.goTo('accounts');
  await page.openAccount(NAME_OF_DAVE);
  await page.remove();
  await page.goTo('trash');
  await page.deleteForGood(DAVE.issuer);
}

/** Until the browser ends, and no longer than for five wrong ones. */
async function pinOpensIt(stage: Stage, page: FullPage): Promise<void> {
  await page.goTo('ways to open');
  await page.setPin(PIN);
  await page.lock();
  await page.unlockWithPin(PIN);
  await page.lock();
  for (const left of [
    '4 tries are',
    '3 tries are',
    '2 tries are',
    '1 try is',
    'The PIN can no longer be tried',
  ]) {
    await page.tryPin('1111');
    await page.sees(left);
  }
  await page.unlock();
  await page.lock();
  await page.unlockWithPin(PIN);

  // The next browser asks for the password first.
  const later = await FullPage.open((await stage.restart()).driven);
  expect(await later.text()).not.toContain('PIN');
  await later.unlock();
  await later.lock();
  await later.unlockWithPin(PIN);
  await later.sees('Quill Bank');
}

const SECRETS = [
  ...[CAROL, DAVE].flatMap(({ issuer, name, setupKey }) => [issuer, name, setupKey]),
  'quill.example',
];

/** What is wrong with how a view looks, is read out, or is built. */
async function flaws(stage: Stage, page: FullPage, view: string): Promise<readonly string[]> {
  const found: string[] = [];
  await stage.driven.prefer('light', page.page);
  found.push(...(await violations(page.page)));
  // In the dark only the colours are others.
  await stage.driven.prefer('dark', page.page);
  found.push(...(await violations(page.page, ['color-contrast'])).map((violation) => `dark: ${violation}`));
  found.push(...(await attributesWith(page.page, SECRETS)));
  found.push(...named(page.page.url()));
  for (const width of WIDTHS) {
    await page.page.setViewport({ width, height: 900 });
    found.push(...(await cutOff(page.page)).map((element) => `${width} px wide: ${element}`));
  }
  return found.map((flaw) => `${view}, ${flaw}`);
}

const WIDTHS = [400, 1100];

/** The secrets and names that stand in a text. */
function named(text: string): readonly string[] {
  return SECRETS.filter((secret) => text.includes(secret));
}

/** A person comes to these only by showing a key, or by changing something. */
async function viewsInUse(
  stage: Stage,
  page: FullPage,
  look: (view: string) => Promise<unknown>,
): Promise<void> {
  await look('the first run');
  await page.createVault();
  await look('the empty list');
  await page.keepByHand(CAROL);
  await page.keepByHand(DAVE);
  await page.openAccount(NAME_OF_DAVE);
  await page.remove();
  await page.openAccount(NAME_OF_CAROL);
  await page.edit({ issuer: CAROL.issuer, name: CAROL.name, hosts: 'login.quill.example' });
  await page.unfold('secretShow');
  await page.askForSecret(PASSWORD);
  await page.shownSecret();
  await look('a secret');
  await page.goTo('ways to open');
  if (await stage.driven.plugInAuthenticator(page.page)) await page.addPasskey('my finger');
  await page.addRecoveryCode('in the drawer', PASSWORD, () => look('a new recovery code'));
  await page.setPin(PIN);
  await page.goTo('backups');
  await page.lookIntoBackup(await strangersBackup(stage.downloads), STRANGERS_PASSWORD);
  await look('the preview of a backup');
}

/** These are to be seen by whoever finds it open. */
async function viewsToSee(page: FullPage, look: (view: string) => Promise<unknown>): Promise<void> {
  const unfolded = async (...steps: readonly Text[]) => {
    for (const step of steps) {
      await page.unfold(step);
      await look(step);
      await page.fold();
    }
  };
  await page.goTo('accounts');
  await look('the list');
  await page.openAccount(NAME_OF_CAROL);
  await look('an account');
  await page.beginEditing();
  await look('editing');
  await page.goTo('ways to open');
  await look('the ways to open');
  await unfolded('recoveryCodeMake', 'passwordChange', 'pinChange', 'rotate', 'unprotect');
  await page.goTo('backups');
  await look('the backups');
  await unfolded('backupMake', 'exportMake');
  await page.goTo('trash');
  await look('the trash');
  await unfolded('trashDelete');
  await page.goTo('why');
  await look('why not here');
  await page.goTo('settings');
  await look('the settings');
}

/** All of it: looked at, left alone for a minute, in which another browser is used, and used again. */
async function lookAndLock(stage: Stage): Promise<void> {
  const page = await FullPage.open(stage.driven);
  const found: string[] = [];
  page.page.on('console', (message) => found.push(...named(message.text())));
  const look = async (view: string) => void found.push(...(await flaws(stage, page, view)));
  await viewsInUse(stage, page, look);
  await viewsToSee(page, look);
  expect(found).toEqual([]);

  await page.locksAfterAMinute();
  const beside = await FullPage.open(stage.driven);
  await beside.openAccount(NAME_OF_CAROL);
  await page.page.bringToFront();
  // The minute goes on with both open; then nothing is left on any of them, nor in the session.
  await opensInEachWay(await stage.another());
  await until('the page is blank', () => page.isBlank(), 150_000);
  await until('the other one is blank', () => beside.isBlank());
  await page.says('lockedTime');
  expect(await page.text()).not.toContain(CAROL.issuer);
  expect(await stage.driven.sessionStorage(page.page)).not.toHaveProperty('vault');
  expect(await flaws(stage, page, 'locked')).toEqual([]);

  await page.page.bringToFront();
  await page.tryPin(PIN);
  await page.sees(CAROL.issuer);
  await beside.sees(CAROL.issuer);
  await beside.page.bringToFront();
  await beside.lock();
  await until('the first one is blank again', () => page.isBlank());
  expect(found).toEqual([]);
}

onEachBrowser(
  'every view is as it should be with texts that are longer by half, and gone after a minute; each way opens it again',
  lookAndLock,
  { build: 'chrome-pseudo', kinds: ['chromium'], beside: true },
);
onEachBrowser(
  'every view is as it should be, and gone after a minute; each way opens it again',
  lookAndLock,
  { kinds: ['firefox'], beside: true },
);

/** The root of a backup's keys, by another Argon2id than ours. */
function rootOf({ salt, m, t, p }: RootParameters): Uint8Array {
  return argon2id(STRANGERS_PASSWORD, salt, { m, t, p, dkLen: 32 });
}

/** A backup of which not everything can be taken. */
async function strangersBackup(folder: string): Promise<string> {
  const file = join(folder, 'a strangers.backup.json');
  const overview = {
    issuer: 'Heronry',
    name: 'erin',
    parameters: { kind: 'totp', algorithm: 'SHA1', digits: 6, period: 30 },
    state: 'active',
    since: 1_760_000_000_000,
    created: 1_760_000_000_000,
    hosts: [],
    recovery: null,
    trashedFrom: null,
  };
  const good = { overview, secret: { secret: 'aGVyb24gaGVyb24gaGVyb24=', counter: 0, recoveryCodes: [] } };
  const accounts = [good, { ...good, secret: { ...good.secret, secret: '' } }, {}];
  const sites = { 'heronry.example': { never: true } };
  const held = JSON.stringify({ created: 1_760_000_000_000, accounts, sites });
  writeFileSync(file, foreignBackup(held, rootOf));
  return file;
}

/** Browsers write what is typed in a tab to the disk, to bring it back after a crash. Of our pages, nothing. */
import { expect } from 'vitest';
import type { Driven } from './browser.ts';
import type { Page } from 'puppeteer-core';
import { FullPage } from './pages/full-page.ts';
import { press, sees, write } from './pages/hands.ts';
import { PASSWORD } from './pages/popup.ts';
import { searchProfile, sessionRestore, writtenAs } from './profile-search.ts';
import { onEachBrowser } from './stage.ts';
import { until } from './until.ts';

const TYPED = {
  'New password': PASSWORD,
  'The same again': PASSWORD,
  'Site or issuer': 'Aubergine Savings',
  'Account name': 'rosalind.typed',
  'Setup key': 'KRSXG5CTMVRXEZLUKN2HE2LOM4QQ',
};
/** Typed into every field of the full page's. */
const EVERYWHERE = 'plover-typed';
/** Typed into an ordinary page at the same time, so that what is looked for is seen to be written there at all. */
const CONTROL = 'control-quetzal';

onEachBrowser('V19: nothing that is typed into our pages is kept for the next start', async (stage) => {
  const { cloudmc, driven, profile, provider } = stage;
  const ours = await driven.ownTab();
  for (const label of ['New password', 'The same again'] as const) await write(ours, label, TYPED[label]);
  await press(ours, 'button', 'Create vault');
  await sees(ours, 'No accounts yet');
  await press(ours, 'button', 'Add an account');
  await ours.locator('::-p-text(By hand)').click();
  for (const label of ['Site or issuer', 'Account name', 'Setup key'] as const) {
    await write(ours, label, TYPED[label]);
  }

  const tabs = [ours, ...(await typeIntoFullPages(driven))];

  await cloudmc.page.bringToFront();
  await cloudmc.page.goto(`${provider.origin}/login`);
  await write(cloudmc.page, 'User name', CONTROL);
  // Each goes into the background once: that is when what is in a tab is written at the latest.
  for (const tab of tabs) await tab.bringToFront();
  await cloudmc.page.bringToFront();

  const control = writtenAs(CONTROL, CONTROL);
  await until(
    'the browser has written what is typed in its tabs',
    () => searchProfile(profile, sessionRestore, control).length > 0,
  );
  await driven.kill();
  const typed = [...Object.values(TYPED), EVERYWHERE].flatMap((text) => writtenAs(text, text));
  expect(searchProfile(profile, sessionRestore, typed)).toEqual([]);
});

/** Leaves tabs of the full page open in which every field has been typed into. */
async function typeIntoFullPages(driven: Driven): Promise<readonly Page[]> {
  // One after the other, for only the tab in front is drawn, and can be used.
  const list = await FullPage.open(driven);
  await list.keepByHand({ issuer: 'Openly', name: 'kept', setupKey: 'GEZDGNBVGY3TQOJQ' });
  const inList = await typeIntoAll(list.page);
  const keys = await FullPage.open(driven);
  await keys.goTo('ways to open');
  await keys.unfold('recoveryCodeMake', 'passwordChange', 'pinSet', 'rotate', 'unprotect');
  const inKeys = await typeIntoAll(keys.page);
  const backups = await FullPage.open(driven);
  await backups.goTo('backups');
  await backups.unfold('backupMake', 'exportMake');
  const inBackups = await typeIntoAll(backups.page);
  const account = await FullPage.open(driven);
  await account.openAccount('Openly (kept)');
  await account.unfold('secretShow');
  const inAccount = await typeIntoAll(account.page);
  const edit = await FullPage.open(driven);
  await edit.openAccount('Openly (kept)');
  await edit.beginEditing();
  const inEdit = await typeIntoAll(edit.page);
  // A view that lost its fields would make all this prove nothing.
  expect([inList, inKeys, inBackups, inAccount, inEdit]).toEqual([1, 10, 4, 1, 3]);
  return [list, keys, backups, account, edit].map(({ page }) => page);
}

/** How many there were. */
async function typeIntoAll(page: Page): Promise<number> {
  const fields = await page.$$('input:not([type=file], [type=checkbox], [type=radio])');
  for (const field of fields) await field.type(EVERYWHERE);
  return fields.length;
}

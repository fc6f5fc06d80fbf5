/** Browsers write what is typed in a tab to the disk, to bring it back after a crash. Of our pages, nothing. */
import { expect } from 'vitest';
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

  await cloudmc.page.bringToFront();
  await cloudmc.page.goto(`${provider.origin}/login`);
  await write(cloudmc.page, 'User name', CONTROL);
  // Each goes into the background once: that is when what is in a tab is written at the latest.
  await ours.bringToFront();
  await cloudmc.page.bringToFront();

  const control = writtenAs(CONTROL, CONTROL);
  await until(
    'the browser has written what is typed in its tabs',
    () => searchProfile(profile, sessionRestore, control).length > 0,
    60_000,
  );
  await driven.kill();
  const typed = Object.values(TYPED).flatMap((text) => writtenAs(text, text));
  expect(searchProfile(profile, sessionRestore, typed)).toEqual([]);
});

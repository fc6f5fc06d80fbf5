/** The main job from end to end, as a person does it: each step is printed and left as a screenshot. */
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import type { Driven } from '../e2e/browser.ts';
import { Chip } from '../e2e/pages/chip.ts';
import { CloudMc } from '../e2e/pages/cloudmc.ts';
import { Popup } from '../e2e/pages/popup.ts';
import type { Demo } from './demo.ts';

/** Takes a person's place at a browser that is headless. `folder` is there and can be written to. */
export async function tour(driven: Driven, demo: Demo, folder: string): Promise<void> {
  console.log(demo.introduction);
  console.log(`No display: taking the tour instead. Screenshots are left in ${folder}\n`);
  const page = await driven.newPage();
  const cloudmc = new CloudMc(page, demo.origin);
  const chip = new Chip(page);
  const step = stepsInto(folder);
  const inPopup = async (act: (popup: Popup) => Promise<void>, said: string) => {
    const popup = await Popup.on(page, driven);
    await act(popup);
    await step(said, popup.page);
    await popup.close();
    await page.bringToFront();
  };

  await inPopup((popup) => popup.createVault(), 'A vault is created, with a password');
  await cloudmc.signIn('alice');
  await step('Alice signs in to CloudMC with her password alone', page);
  await cloudmc.startEnabling('alice');
  await step('She sets up two-factor authentication: CloudMC shows a QR code', page);
  await inPopup(
    (popup) => popup.sees('Found on this page'),
    'Countersign has found the code and shows what it read',
  );
  await inPopup(
    (popup) => popup.keepFound(),
    'She keeps the account: it is pending until CloudMC accepts a code',
  );
  await chip.fills(cloudmc.codeField);
  await step('At the field stands a chip: one click fills the code', page);
  await cloudmc.confirmEnabling();
  await cloudmc.backupCodes();
  await chip.settles();
  await step('CloudMC has accepted it, and shows the backup codes once', page);
  await inPopup((popup) => popup.keepRecoveryCodes(), 'She keeps the backup codes with the account');
  await cloudmc.doneWithCodes();
  await cloudmc.signOut();
  await step('She signs out', page);
  await cloudmc.signIn('alice');
  console.log('      (the code of the enrolment is spent: the chip waits for the next one)');
  await chip.fills(cloudmc.codeField);
  await step('At the next sign-in the chip fills the code', page);
  await cloudmc.submitCode();
  await step('She is in', page);
  await cloudmc.signOut();
  await cloudmc.signIn('alice');
  await cloudmc.useBackupCode();
  await chip.fills(cloudmc.codeField);
  await step('Without the code there are the backup codes: the chip fills the next unused one', page);
  await cloudmc.submitCode();
  await step('She is in again', page);
  await inPopup((popup) => popup.sees('7 of 8'), 'Countersign has marked it as used: 7 of 8 are left');
}

/** Numbers, prints and photographs. */
function stepsInto(folder: string): (said: string, page: Page) => Promise<void> {
  let number = 0;
  return async (said, page) => {
    number += 1;
    const two = String(number).padStart(2, '0');
    const name = said
      .toLowerCase()
      .replaceAll(/[^a-z]+/g, '-')
      .slice(0, 50);
    await page.screenshot({ path: join(folder, `${two}-${name}.png`) });
    console.log(`  ${two}  ${said}`);
  };
}

/** The life of an account, as a person lives it with Countersign at CloudMC; the tests are variations of it. */
import { setupKeyOf } from './pages/cloudmc.ts';
import type { Popup } from './pages/popup.ts';
import type { Seat } from './stage.ts';

/** What stood on the pages of the set-up. */
export interface Enabled {
  readonly setupKey: string;
  readonly backupCodes: readonly string[];
}

/** From nothing to an account that CloudMC has accepted, and whose backup codes are kept. */
export async function enable(seat: Seat, between = nothing): Promise<Enabled> {
  const { cloudmc, chip } = seat;
  const setupKey = await keepFromPage(seat, between);
  await chip.fills(cloudmc.codeField);
  await between();
  await cloudmc.confirmEnabling();
  const backupCodes = await cloudmc.backupCodes();
  await between();
  await inPopup(seat, async (popup) => {
    await popup.keepRecoveryCodes();
    await popup.sees('8 of 8');
    await popup.seesNo('Waiting for the site');
  });
  await between();
  await cloudmc.doneWithCodes();
  return { setupKey, backupCodes };
}

/** To the set-up page, where the QR code was noticed and the account is kept: pending. */
export async function keepFromPage(seat: Seat, between = nothing): Promise<string> {
  const { cloudmc } = seat;
  await inPopup(seat, (popup) => popup.createVault());
  await between();
  await cloudmc.signIn('alice');
  await cloudmc.startEnabling('alice');
  const key = await cloudmc.setupKey();
  await between();
  await inPopup(seat, async (popup) => {
    await popup.keepFound();
    await popup.sees('Waiting for the site to accept a code');
  });
  await between();
  return key;
}

/** The short way to an account in use: Bob has had two-factor authentication for long, and types its setup key in. */
export async function keepByHand(seat: Seat): Promise<void> {
  const { cloudmc } = seat;
  await cloudmc.visit();
  await inPopup(seat, async (popup) => {
    await popup.createVault();
    await popup.openWaysToAdd();
    await popup.typeIn({ issuer: 'CloudMC', name: 'bob', setupKey: setupKeyOf('bob') });
    await popup.offerHere();
    await popup.keep();
  });
}

/** In with the code that the chip fills: the next one, for the one of the enrolment is spent. */
export async function signInWithCode({ cloudmc, chip }: Seat, between = nothing): Promise<void> {
  await cloudmc.signIn('alice');
  await between();
  await chip.fills(cloudmc.codeField);
  await between();
  await cloudmc.submitCode();
  await cloudmc.isSignedIn();
}

export async function signInWithBackupCode({ cloudmc, chip }: Seat, between = nothing): Promise<void> {
  await cloudmc.signIn('alice');
  await cloudmc.useBackupCode();
  await between();
  await chip.fills(cloudmc.codeField);
  await between();
  await cloudmc.submitCode();
  await cloudmc.isSignedIn();
}

/** Opens the popup on the tab, does something in it, and closes it. */
export async function inPopup(seat: Seat, act: (popup: Popup) => Promise<void>): Promise<void> {
  const popup = await seat.popup();
  await act(popup);
  await popup.close();
  await seat.page.bringToFront();
}

async function nothing(): Promise<void> {
  // Between two steps of a life that nobody disturbs, nothing happens.
}

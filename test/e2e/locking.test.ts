import { expect } from 'vitest';
import { inPopup, keepByHand } from './life.ts';
import { onEachBrowser } from './stage.ts';

onEachBrowser('locking takes the chip off the open page, and unlocking brings it back', async (stage) => {
  const { cloudmc, chip, driven, page } = stage;
  await keepByHand(stage);
  await cloudmc.signIn('bob');
  await chip.appears();

  await inPopup(stage, (popup) => popup.lock());
  await chip.goes();
  expect(await driven.sessionStorage(page)).not.toHaveProperty('vault');
  await inPopup(stage, async (popup) => {
    await popup.tryToUnlock('not the password');
    await popup.sees('That is not the password');
    expect(await popup.text()).not.toContain('bob');
  });
  expect(await chip.isThere()).toBe(false);

  await inPopup(stage, (popup) => popup.unlock());
  await chip.fills(cloudmc.codeField);
  await cloudmc.submitCode();
  await cloudmc.isSignedIn();
  await stage.background.test();
});

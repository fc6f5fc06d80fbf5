import { expect } from 'vitest';
import { enable, inPopup, signInWithCode } from './life.ts';
import { onEachBrowser } from './stage.ts';

onEachBrowser('a second profile knows nothing of the first, and has a life of its own', async (first) => {
  const { backupCodes } = await enable(first);

  const second = await first.another();
  await second.cloudmc.signIn('alice');
  await second.cloudmc.seesPrompt();
  await inPopup(second, (popup) => popup.sees('New password'));
  // With the first profile's backup code, typed from a piece of paper, she moves over to the second one.
  await second.cloudmc.useBackupCode();
  await second.cloudmc.typeCode(backupCodes[0] ?? '');
  await second.cloudmc.submitCode();
  await second.cloudmc.disable('alice');
  expect(await second.chip.isThere()).toBe(false);
  await second.cloudmc.signOut();
  await enable(second);
  await second.cloudmc.signOut();
  await signInWithCode(second);

  // What the first one still has is of no use any more.
  await first.cloudmc.signOut();
  await first.cloudmc.signIn('alice');
  await first.chip.fills(first.cloudmc.codeField);
  await first.cloudmc.submitCode();
  await first.cloudmc.refusesTheCode();
});

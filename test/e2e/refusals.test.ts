import { expect } from 'vitest';
import { inPopup, keepFromPage } from './life.ts';
import { onEachBrowser } from './stage.ts';
import { until } from './until.ts';

const MINUTE = 60_000;
const PENDING = 'Waiting for the site to accept a code';

onEachBrowser(
  'a code that the provider refuses leaves the account pending',
  async (stage) => {
    const { cloudmc, chip, provider } = stage;
    await keepFromPage(stage);
    // The provider's clock is five minutes ahead: a good code is a wrong one.
    provider.moveClock(5 * MINUTE);
    const refused = await chip.fills(cloudmc.codeField);
    await cloudmc.confirmEnabling();
    await cloudmc.refusesTheCode();
    await inPopup(stage, (popup) => popup.sees(PENDING));

    provider.moveClock(-5 * MINUTE);
    const accepted = await chip.fills(cloudmc.codeField);
    expect(accepted).not.toBe(refused);
    await cloudmc.confirmEnabling();
    await cloudmc.backupCodes();
    await inPopup(stage, async (popup) => {
      await popup.sees('alice@example.com');
      await popup.seesNo(PENDING);
    });
    await stage.background.test();
  },
  { beside: true },
);

onEachBrowser(
  'a set-up that has expired is begun again, and only the new one becomes active',
  async (stage) => {
    const { cloudmc, chip, provider } = stage;
    const old = await keepFromPage(stage);
    provider.moveClock(11 * MINUTE);
    await chip.fills(cloudmc.codeField);
    await cloudmc.confirmEnabling();
    await cloudmc.saysThatItIsTooLate();
    provider.moveClock(-11 * MINUTE);
    await inPopup(stage, (popup) => popup.sees(PENDING));

    await cloudmc.startEnabling('alice');
    expect(await cloudmc.setupKey()).not.toBe(old);
    await inPopup(stage, (popup) => popup.keepNewSecret());
    await chip.fills(cloudmc.codeField);
    await cloudmc.confirmEnabling();
    await cloudmc.backupCodes();
    await inPopup(stage, async (popup) => {
      await until('there is one account', async () => (await popup.accounts()).length === 1);
      await popup.seesNo(PENDING);
    });
  },
  { beside: true },
);

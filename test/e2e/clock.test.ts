/** CryptoCloud's hint speaks of time synchronisation; here it is the clock of this device that is wrong. */
import { expect } from 'vitest';
import { inPopup } from './life.ts';
import { setupKeyOf } from './pages/cloudmc.ts';
import { CryptoCloud } from './pages/cryptocloud.ts';
import { onEachBrowser } from './stage.ts';

const TEN_MINUTES = 600_000; // ms

onEachBrowser(
  'a code is made for the time of its site, once that is known, and the popup says by how much it differs',
  async (stage) => {
    const site = new CryptoCloud(stage.page, stage.provider.origin);
    await site.visit();
    let ofThisDevice = '';
    await inPopup(stage, async (popup) => {
      await popup.createVault();
      await popup.openWaysToAdd();
      await popup.typeIn({ issuer: 'CryptoCloud', name: 'bob', setupKey: setupKeyOf('bob') });
      await popup.offerHere();
      await popup.keep();
      ofThisDevice = await popup.code();
      await popup.seesNo('clock is');
    });

    await site.signIn('bob');
    await site.typeCode(ofThisDevice);
    await site.submitCode();
    expect(await site.hasRefused()).toBe(true);

    await inPopup(stage, async (popup) => {
      await popup.sees('s behind the site’s');
    });
    await stage.chip.fills(site.codeField);
    await site.submitCode();
    await site.isSignedIn();
  },
  { serving: { profile: 'cryptocloud', clock: () => Date.now() + TEN_MINUTES } },
);

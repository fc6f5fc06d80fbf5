import { expect } from 'vitest';
import { FullPage } from './pages/full-page.ts';
import { onEachBrowser } from './stage.ts';
import { CAROL, DAVE } from './typed-accounts.ts';

onEachBrowser(
  'V49: an update, and the way back from it, lock an open vault and lose nothing of it; V11: a newer one’s is read-only',
  async (stage) => {
    const { driven } = stage;
    const page = await FullPage.open(driven);
    await page.createVault();
    await page.keepByHand(CAROL);
    const before = await page.version();

    await driven.update('0.99.0');
    const updated = await FullPage.open(driven);
    expect(await updated.version()).toBe('0.99.0');
    expect(await updated.isBlank()).toBe(true);
    await updated.unlock();
    await updated.sees(CAROL.issuer);
    await updated.keepByHand(DAVE);

    await driven.update(before);
    const back = await FullPage.open(driven);
    expect(await back.version()).toBe(before);
    expect(await back.isBlank()).toBe(true);
    await back.unlock();
    await back.sees(CAROL.issuer);
    await back.sees(DAVE.issuer);

    await back.newerVersionMakesItsOwn();
    await back.lock();
    await back.says('readOnlyLocked');
    await back.unlock();
    await back.says('readOnlyNote');
    await back.sees(DAVE.issuer);
    await back.openDetails();
    await back.triesToRemove();
    await back.says('failure_newer_version');
    await back.goTo('accounts');
    await back.sees(CAROL.issuer);
    await back.sees(DAVE.issuer);
  },
  { updates: true },
);

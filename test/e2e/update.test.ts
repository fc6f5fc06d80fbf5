import { FullPage } from './pages/full-page.ts';
import { onEachBrowser } from './stage.ts';
import { expect } from 'vitest';

const CAROL = { issuer: 'Quillbank', name: 'carol.finch', setupKey: 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ' };
const DAVE = { issuer: 'Wrenmail', name: 'dave.ibis', setupKey: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP' };

onEachBrowser(
  'V49: an update, and the way back from it, lock an open vault and lose nothing of it',
  async (stage) => {
    const { driven } = stage;
    const page = await FullPage.open(driven);
    await page.createVault();
    await page.openWaysToAdd();
    await page.typeIn(CAROL);
    await page.keep();

    await driven.update('0.99.0');
    const updated = await FullPage.open(driven);
    expect(await updated.version()).toBe('0.99.0');
    expect(await updated.isBlank()).toBe(true);
    await updated.unlock();
    await updated.sees(CAROL.issuer);
    await updated.openWaysToAdd();
    await updated.typeIn(DAVE);
    await updated.keep();

    await driven.update('0.1.0');
    const back = await FullPage.open(driven);
    expect(await back.version()).toBe('0.1.0');
    expect(await back.isBlank()).toBe(true);
    await back.unlock();
    await back.sees(CAROL.issuer);
    await back.sees(DAVE.issuer);
  },
  { updates: true },
);

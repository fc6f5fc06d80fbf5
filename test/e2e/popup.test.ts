import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';
import { inPopup } from './life.ts';
import { cutOff, violations } from './looks.ts';
import { sees } from './pages/hands.ts';
import { choose, typeInto } from './pages/keyboard.ts';
import { CloudMc } from './pages/cloudmc.ts';
import { PASSWORD } from './pages/popup.ts';
import { onEachBrowser, type Stage } from './stage.ts';

const ACCOUNT = { issuer: 'Example', name: 'carol', setupKey: 'gezd gnbv gy3t qojq gezd gnbv gy3t qojq' };

onEachBrowser(
  'the keyboard alone makes a vault, adds an account, copies its code and locks',
  async (stage) => {
    const { page } = await stage.popup();
    const { keyboard } = page;
    await typeInto(page, 'New password', PASSWORD);
    await typeInto(page, 'The same again', PASSWORD);
    await keyboard.press('Enter');
    await sees(page, 'No accounts yet');

    await choose(page, 'Add one now');
    await sees(page, 'From images');
    await choose(page, 'By hand');
    await sees(page, 'Setup key');
    await typeInto(page, 'Site or issuer', ACCOUNT.issuer);
    await typeInto(page, 'Account name', ACCOUNT.name);
    await typeInto(page, 'Setup key', ACCOUNT.setupKey);
    await keyboard.press('Enter');
    await sees(page, 'Is this right?');
    await choose(page, 'Keep');
    await sees(page, 'Kept');

    await choose(page, ACCOUNT.name);
    await sees(page, 'Code copied');
    await choose(page, 'Lock', 'back');
    await sees(page, 'Locked');
  },
  { motion: true },
);

onEachBrowser('axe finds nothing in any view, light or dark', async (stage) => {
  const found: string[] = [];
  await eachView(stage, async (view, popup) => {
    for (const scheme of ['light', 'dark'] as const) {
      await stage.driven.prefer(scheme, popup);
      const violated = await violations(popup);
      found.push(...violated.map((violation) => `${view}, ${scheme}: ${violation}`));
    }
  });
  expect(found).toEqual([]);
});

onEachBrowser(
  'texts that are longer by half still fit into the popup',
  async (stage) => {
    const found: string[] = [];
    await eachView(stage, async (view, popup) => {
      found.push(...(await cutOff(popup)).map((element) => `${view}: ${element}`));
    });
    expect(found).toEqual([]);
  },
  { build: 'chrome-pseudo', kinds: ['chromium'] },
);

type Look = (view: string, popup: Page) => Promise<void>;

/** Through all of the popup, from its first run to its lock. */
async function eachView(stage: Stage, lookAt: Look): Promise<void> {
  await stage.cloudmc.visit();
  await inPopup(stage, async (popup) => {
    const look = (view: string) => lookAt(view, popup.page);
    await look('the first run');
    await popup.createVault();
    await look('the empty list');
    await popup.openWaysToAdd();
    await look('the ways to add');
    await popup.typeIn(ACCOUNT);
    await popup.offerHere();
    await look('the preview');
    await popup.keep();
    await look('the list');
    await popup.openDetails();
    await popup.unfoldSiteOptions();
    await look('an account, with the options for its site');
  });
  const login = new CloudMc(stage.page, stage.provider.originOf('login.cloudmc.example'));
  await login.signIn('bob');
  await login.seesPrompt();
  await inPopup(stage, async (popup) => {
    const look = (view: string) => lookAt(view, popup.page);
    await popup.says('proposeTitle');
    await look('a proposal');
    await popup.refusesHere('Example (carol)');
    await popup.openSettings();
    await popup.says('settingsRefused');
    await look('the settings, with a refusal');
    await popup.lockInSettings();
    await look('locked');
  });
}

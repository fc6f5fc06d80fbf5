import { expect } from 'vitest';
import { readSession } from './browser.ts';
import { FullPage } from './pages/full-page.ts';
import { Scratchpad } from './pages/scratchpad.ts';
import { onEachBrowser, type Stage } from './stage.ts';
import { CAROL } from './typed-accounts.ts';
import { until } from './until.ts';

/** A person who wants the clipboard cleared has copied a code; and the background was ended. */
async function copyCode({ driven, page, provider }: Stage) {
  await driven.saysYesToPermissions();
  const ours = await FullPage.open(driven);
  await ours.createVault();
  await ours.goTo('settings');
  // In Chromium it is on by a yes that was given before.
  if (!(await ours.clearsClipboard())) await ours.setClearsClipboard(true);
  await ours.keepByHand(CAROL);
  await page.goto(`${provider.origin}/login`);
  await ours.page.bringToFront();
  // The half minute may end in between.
  const codes = [await ours.code()];
  await ours.copyCode(CAROL);
  codes.push(await ours.code());
  const isNoted = async (text: boolean) => {
    const { copied } = await readSession(ours.page);
    return copied !== undefined && (JSON.stringify(copied) !== '{}') === text;
  };
  await until('the background has heard of it', () => isNoted(true));
  await driven.killWorker();
  return {
    ours,
    pad: new Scratchpad(page, 'input[name=username]'),
    codes,
    isLookedAt: () => until('the clipboard was looked at', () => isNoted(false), 180_000),
  };
}

const beside = { beside: true, updates: true };

onEachBrowser(
  'V48: a code that was copied goes off the clipboard, though the background was ended',
  async (stage) => {
    const { ours, pad, codes, isLookedAt } = await copyCode(stage);
    expect(codes).toContain(await pad.paste());
    await isLookedAt();
    await until('the clipboard is empty', async () => (await pad.paste()) === '');
    await ours.page.bringToFront();
    await ours.goTo('settings');
    await ours.setClearsClipboard(false);
  },
  beside,
);

onEachBrowser(
  'V48: what a person has copied since then stays on the clipboard',
  async (stage) => {
    const { pad, isLookedAt } = await copyCode(stage);
    await pad.copy('a letter');
    await isLookedAt();
    expect(await pad.paste()).toBe('a letter');
  },
  // What is compared is the same in both, and how it is read is seen above.
  { ...beside, kinds: ['chromium'] },
);

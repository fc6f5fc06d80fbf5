/** What lies in the profile while nobody has the vault open, and what happens to it there. */
import { randomBytes } from 'node:crypto';
import { cpSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';
import { FullPage } from './pages/full-page.ts';
import { keysInMemory, plant } from './profile-marks.ts';
import {
  decodeBase32,
  everywhere,
  extensionStorage,
  putBack,
  searchProfile,
  spellingsOf,
  vaultDatabases,
  writtenAs,
} from './profile-search.ts';
import { onEachBrowser } from './stage.ts';
import { CAROL, DAVE } from './typed-accounts.ts';

onEachBrowser(
  'V17: after the first password, the profile says nothing of the time without one',
  async (stage) => {
    const { driven, profile } = stage;
    const page = await FullPage.open(driven);
    await page.createUnprotected();
    await page.keepByHand(CAROL);
    await page.sees('This vault has no password');
    const before = await keysInMemory(stage);
    await page.page.bringToFront();
    await page.goTo('ways to open');
    await page.setFirstPassword();
    const after = await keysInMemory(stage);
    expect(before.filter((key) => after.some((other) => Buffer.from(key).equals(other)))).toEqual([]);

    await page.page.bringToFront();
    await page.lock();
    await page.unlock();
    await page.sees(CAROL.issuer);
    const marker = randomBytes(32);
    await plant(page.page, marker.toString('base64'));
    await driven.close();
    // Without this find, that nothing else is found would prove nothing.
    expect(searchProfile(profile, extensionStorage, spellingsOf('marker', marker))).not.toEqual([]);
    const secret = spellingsOf('secret', decodeBase32(CAROL.setupKey));
    const keys = [...before, ...after].flatMap((key) => spellingsOf('vault key', key));
    expect(searchProfile(profile, everywhere, [...secret, ...keys])).toEqual([]);
    const names = [CAROL.issuer, CAROL.name].flatMap((name) => writtenAs(name, name));
    expect(searchProfile(profile, extensionStorage, names)).toEqual([]);
  },
);

onEachBrowser('V7: a vault that was set back as a whole is said to be older than it was', async (stage) => {
  const { profile } = stage;
  const first = await FullPage.open(stage.driven);
  await first.createVault();
  await first.keepByHand(CAROL);
  expect(await storageOf(first.page)).toEqual({
    unlimited: true,
    promised: stage.driven.promisesToKeepStorage,
  });

  const copy = `${profile}-copy`;
  const second = await FullPage.open((await stage.restart(() => cpSync(profile, copy, COPIED))).driven);
  await second.unlock();
  await second.keepByHand(DAVE);
  await second.seesNo('older than it was last seen');

  const third = await FullPage.open(
    (await stage.restart(() => putBack(profile, copy, vaultDatabases))).driven,
  );
  await third.unlock();
  await third.sees('older than it was last seen');
  await third.sees(CAROL.issuer);
  expect(await third.text()).not.toContain(DAVE.issuer);
  await third.acceptSetBack();
  await third.reopen();
  await third.sees(CAROL.issuer);
  await third.seesNo('older than it was last seen');
});

/** Sockets and locks of a browser that has ended are no part of its profile. */
const COPIED = {
  recursive: true,
  filter: (path: string) => !/(\/lock|Singleton\w+|\.parentlock)$/.test(path),
};

/** Whether the browser lets it have the room that it needs, and whether it has promised to keep what is there. */
async function storageOf(page: Page): Promise<{ unlimited: boolean; promised: boolean }> {
  return page.evaluate(async () => {
    interface Api {
      readonly permissions: { getAll(): Promise<{ readonly permissions?: readonly string[] }> };
    }
    const { browser, chrome } = globalThis as unknown as { browser?: Api; chrome: Api };
    const { permissions = [] } = await (browser ?? chrome).permissions.getAll();
    return {
      unlimited: permissions.includes('unlimitedStorage'),
      promised: await navigator.storage.persisted(),
    };
  });
}

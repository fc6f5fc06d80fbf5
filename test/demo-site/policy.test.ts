import { expect, test } from 'vitest';
import type { Policy } from '../../demo-site/engine/engine.ts';
import {
  bobSecret,
  enable,
  enterPassword,
  isSignedIn,
  signIn,
  TestSite,
  useBackupCode,
} from './support/site.ts';

/** What other providers document, and no page shows yet. */
async function siteWith(policy: Partial<Policy>): Promise<TestSite> {
  const site = await TestSite.start();
  Object.assign(site.engine, { policy: { ...site.engine.policy, ...policy } });
  return site;
}

test('Where a backup code turns 2FA off, it does so for good, says so, and ends the other sessions', async () => {
  const site = await siteWith({ onRecoveryUse: 'spend-and-disable' });
  const other = site.browser();
  await signIn(other, 'bob', site.code(bobSecret));
  const browser = site.browser();
  const page = await useBackupCode(browser, 'bob', '27182818');
  expect(page.path).toBe('/console?notice=two-factor-off');
  expect(page.text).toContain('two-factor authentication is now off');
  expect((await other.get('/console')).path).toBe('/login?notice=session-over');
  await browser.post('/logout', {});
  expect(isSignedIn(await enterPassword(browser, 'bob'))).toBe(true);
  const mails = site.rows<{ body: string }>('SELECT body FROM mails');
  expect(mails.at(-1)?.body).toContain('Two-factor authentication is now off.');
});

test('Where enabling ends every session, this one ends once the codes are acknowledged', async () => {
  const site = await siteWith({ afterEnable: 'sign-out-everywhere' });
  const browser = site.browser();
  await enable(site, browser);
  expect(site.rows('SELECT id FROM sessions')).toHaveLength(0);
  expect((await browser.get('/console')).path).toBe('/login');
});

test('Where there are no backup codes, none are made and none is taken', async () => {
  const site = await siteWith({ recovery: null });
  const browser = site.browser();
  const { codes, secret } = await enable(site, browser);
  expect(codes).toEqual([]);
  await browser.post('/logout', {});
  expect(isSignedIn(await useBackupCode(browser, 'alice', '27182818'))).toBe(false);
  expect(isSignedIn(await signIn(browser, 'alice', site.code(secret)))).toBe(true);
});

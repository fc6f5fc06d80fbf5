import { expect, test } from 'vitest';
import { base32Bytes } from '../../../demo-site/engine/base32.ts';
import {
  beginSetup,
  bobSecret,
  enterPassword,
  isSignedIn,
  passwords,
  signIn,
  TestSite,
} from '../support/site.ts';

test('F1: a code that signed in does not sign in again, nor at a challenge that was open beside', async () => {
  const site = await TestSite.start();
  const code = site.code(bobSecret);
  const [first, beside, later] = [site.browser(), site.browser(), site.browser()];
  await enterPassword(beside, 'bob');
  expect(isSignedIn(await signIn(first, 'bob', code))).toBe(true);
  const replayed = await beside.post('/login/2fa', { code });
  expect(replayed.status).toBe(422);
  expect(replayed.text).toContain('That code is not valid');
  await first.post('/logout', {});
  expect(isSignedIn(await signIn(later, 'bob', code))).toBe(false);
});

test('F1: fifty uses of one code at the same moment give one session', async () => {
  const site = await TestSite.start();
  const code = site.code(bobSecret);
  const browsers = Array.from({ length: 50 }, () => site.browser());
  for (const browser of browsers) await enterPassword(browser, 'bob');
  await Promise.all(browsers.map(async (browser) => await browser.post('/login/2fa', { code })));
  expect(site.rows('SELECT id FROM sessions')).toHaveLength(1);
});

test('F6: a code is not taken again in the next interval, where it is still in the window', async () => {
  const site = await TestSite.start();
  const code = site.code(bobSecret);
  expect(isSignedIn(await signIn(site.browser(), 'bob', code))).toBe(true);
  site.wait(30);
  expect(isSignedIn(await signIn(site.browser(), 'bob', code))).toBe(false);
});

test('F7: a code of a clock that runs ahead is spent as the step that it is of, and older ones with it', async () => {
  const site = await TestSite.start();
  const [current, ahead] = [site.code(bobSecret), site.code(bobSecret, 1)];
  expect(isSignedIn(await signIn(site.browser(), 'bob', ahead))).toBe(true);
  expect(isSignedIn(await signIn(site.browser(), 'bob', ahead))).toBe(false);
  expect(isSignedIn(await signIn(site.browser(), 'bob', current))).toBe(false);
  site.wait(30);
  expect(isSignedIn(await signIn(site.browser(), 'bob', ahead))).toBe(false);
  expect(isSignedIn(await signIn(site.browser(), 'bob', site.code(bobSecret, 1)))).toBe(true);
});

test.each([31, 59])('F8: a used code is not forgotten after %i seconds', async (seconds) => {
  const site = await TestSite.start();
  site.now = Date.UTC(2026, 0, 1, 12);
  const code = site.code(bobSecret, 1);
  expect(isSignedIn(await signIn(site.browser(), 'bob', code))).toBe(true);
  site.wait(seconds);
  expect(isSignedIn(await signIn(site.browser(), 'bob', code))).toBe(false);
});

test('F8: the code that confirmed the set-up does not sign in', async () => {
  const site = await TestSite.start();
  const browser = site.browser();
  await signIn(browser, 'alice');
  const secret = await beginSetup(browser, passwords['alice']);
  const code = site.code(secret);
  await browser.post('/2fa/confirm', { code });
  expect(isSignedIn(await signIn(site.browser(), 'alice', code))).toBe(false);
  site.wait(30);
  expect(isSignedIn(await signIn(site.browser(), 'alice', site.code(secret)))).toBe(true);
});

test('F37: one code is good for one purpose: what signed in does not step up, nor the other way round', async () => {
  const site = await TestSite.start();
  const old = site.browser();
  await signIn(old, 'bob', site.code(bobSecret));
  site.wait(11 * 60);
  const stepUp = async (code: string) => {
    await old.get('/step-up?goal=manage');
    return await old.post('/step-up', {
      goal: 'manage',
      factor: 'code',
      password: passwords['bob'] ?? '',
      code,
    });
  };
  const forSignIn = site.code(bobSecret);
  expect(isSignedIn(await signIn(site.browser(), 'bob', forSignIn))).toBe(true);
  expect((await stepUp(forSignIn)).status).toBe(422);
  site.wait(30);
  const forStepUp = site.code(bobSecret);
  expect((await stepUp(forStepUp)).path).toBe('/2fa/manage');
  expect(isSignedIn(await signIn(site.browser(), 'bob', forStepUp))).toBe(false);
});

test('F14: a code is not taken outside its window, whichever way the clock is off', async () => {
  const site = await TestSite.start();
  for (const steps of [-3, -2, 2, 3]) {
    expect(isSignedIn(await signIn(site.browser(), 'bob', site.code(bobSecret, steps)))).toBe(false);
  }
  expect(isSignedIn(await signIn(site.browser(), 'bob', site.code(bobSecret, -1)))).toBe(true);
});

test('F33: every secret has 160 bits, and no two are the same', async () => {
  const site = await TestSite.start();
  const browser = site.browser();
  await signIn(browser, 'alice');
  const secrets = new Set<string>();
  for (let at = 0; at < 100; at += 1) secrets.add(await beginSetup(browser, passwords['alice']));
  expect(secrets.size).toBe(100);
  for (const secret of secrets) expect(base32Bytes(secret)).toHaveLength(20);
});

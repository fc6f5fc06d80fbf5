import { expect, test } from 'vitest';
import type { Browser } from '../support/browser.ts';
import {
  bobSecret,
  codesOn,
  enterPassword,
  isSignedIn,
  passwords,
  secretOn,
  signIn,
  TestSite,
  useBackupCode,
  whileHashing,
} from '../support/site.ts';
import { labelOf, lastMail } from './steps.ts';

/** In with a backup code, and on to where another authenticator is set up. @returns its secret */
async function beginAnother(browser: Browser): Promise<string> {
  await useBackupCode(browser, 'bob', '27182818');
  await browser.get('/2fa/manage?ask=1');
  const manage = await browser.post('/step-up', { goal: 'manage', password: passwords['bob'] ?? '' });
  expect(labelOf(manage, 'replace')).toBe('Re-enable 2FA with a new token generator');
  return secretOn(await browser.post('/2fa/replace', {}));
}

test('CloudMC: who lost the token generator comes in with a backup code and re-enables 2FA with a new one', async () => {
  const site = await TestSite.start();
  const [browser, elsewhere] = [site.browser(), site.browser()];
  await signIn(elsewhere, 'bob', site.code(bobSecret));
  const secret = await beginAnother(browser);
  expect(secret).not.toBe(bobSecret);
  const codes = codesOn(await browser.post('/2fa/confirm', { code: site.code(secret) }));
  expect(codes).toHaveLength(8);
  await browser.post('/2fa/codes/ack', {});
  expect(lastMail(site)?.subject).toContain('Another authenticator is set up');
  expect((await elsewhere.get('/console')).path).toBe('/login?notice=session-over');
  site.wait(30);
  expect(isSignedIn(await signIn(site.browser(), 'bob', site.code(bobSecret)))).toBe(false);
  expect(isSignedIn(await useBackupCode(site.browser(), 'bob', '31415926'))).toBe(false);
  expect(isSignedIn(await signIn(site.browser(), 'bob', site.code(secret)))).toBe(true);
  expect(isSignedIn(await useBackupCode(site.browser(), 'bob', codes[0] ?? ''))).toBe(true);
});

test('F23: a new authenticator that was begun and left takes nothing from the one before, and brings nothing', async () => {
  const site = await TestSite.start();
  const browser = site.browser();
  const secret = await beginAnother(browser);
  expect(isSignedIn(await signIn(site.browser(), 'bob', site.code(secret)))).toBe(false);
  expect(isSignedIn(await signIn(site.browser(), 'bob', site.code(bobSecret)))).toBe(true);
  await browser.post('/2fa/cancel', {});
  expect((await browser.post('/2fa/confirm', { code: site.code(secret) })).path).toContain('setup-over');
  site.wait(30);
  expect(isSignedIn(await signIn(site.browser(), 'bob', site.code(bobSecret)))).toBe(true);
});

test('F9: a new authenticator takes no place that has meanwhile been emptied', async () => {
  const site = await TestSite.start();
  const browser = site.browser();
  const secret = await beginAnother(browser);
  const other = browser.copy();
  whileHashing(site.engine, 'hashCodes', async () => await other.post('/2fa/disable', {}));
  const late = await browser.post('/2fa/confirm', { code: site.code(secret) });
  expect(codesOn(late)).toEqual([]);
  expect((await enterPassword(site.browser(), 'bob')).path).toBe('/console');
});

test('F30: a session that is merely there begins no other authenticator', async () => {
  const site = await TestSite.start();
  const browser = site.browser();
  await signIn(browser, 'bob', site.code(bobSecret));
  site.wait(11 * 60);
  expect((await browser.post('/2fa/replace', {})).path).toBe('/step-up?goal=manage');
  expect(site.rows('SELECT id FROM pending_enrolments')).toEqual([]);
});

test.each(['metal', 'infura', 'cryptocloud', 'defguard'] as const)(
  '%s, which knows no other authenticator beside the one, begins none',
  async (profile) => {
    const site = await TestSite.start({ profile });
    const browser = site.browser();
    await signIn(browser, 'bob', site.code(bobSecret));
    expect((await browser.post('/2fa/replace', {})).status).toBe(409);
  },
);

import { describe, expect, test } from 'vitest';
import type { Browser } from '../support/browser.ts';
import {
  bobSecret,
  carolSecret,
  enterPassword,
  isSignedIn,
  passwords,
  signIn,
  TestSite,
} from '../support/site.ts';
import { labelOf, lastMail, shownCodes } from './steps.ts';

async function start(): Promise<TestSite> {
  return await TestSite.start({ profile: 'defguard' });
}

function mailed(site: TestSite): string {
  const code = /: (\d{6})\n/u.exec(lastMail(site)?.body ?? '')?.[1];
  if (code === undefined) throw new Error('the last mail has no code');
  return code;
}

/** Bob, with codes by e-mail beside his authenticator, signed out by that. */
async function enable(site: TestSite): Promise<Browser> {
  const browser = site.browser();
  await signIn(browser, 'bob', site.code(bobSecret));
  await browser.get('/account/security');
  await browser.post('/2fa/mail/start', {});
  await browser.post('/2fa/mail/confirm', { code: mailed(site) });
  site.wait(30);
  return browser;
}

async function askForMail(site: TestSite): Promise<Browser> {
  const browser = site.browser();
  await enterPassword(browser, 'bob');
  await browser.post('/login/mail/send', {});
  return browser;
}

test('Defguard: a second method brings no new recovery codes, signs out everywhere, and signs in by e-mail', async () => {
  const site = await start();
  const browser = site.browser();
  await signIn(browser, 'bob', site.code(bobSecret));
  const edit = await browser.get('/account/security');
  expect(labelOf(edit, 'mail-status')).toBe('Disabled');
  expect(labelOf(edit, 'enable-mail-option')).toBe('Enable');
  const modal = await browser.post('/2fa/mail/start', {});
  expect(modal.path).toBe('/2fa/mail');
  expect(modal.text).toContain(
    'To setup your MFA enter the code that was sent to your account email: bob@example.com',
  );
  expect(labelOf(modal, 'enable')).toBe('Verify code');
  const out = await browser.post('/2fa/mail/confirm', { code: mailed(site) });
  expect(out.path).toBe('/login?notice=signed-out-everywhere');
  expect(shownCodes(out)).toEqual([]);
  expect(site.rows('SELECT id FROM recovery_codes WHERE factor_id = 1')).toHaveLength(8);
  expect(site.rows('SELECT id FROM sessions')).toHaveLength(0);

  const prompt = await enterPassword(browser, 'bob');
  expect(labelOf(prompt, 'use-mail')).toBe('Use E-mail instead');
  const page = await browser.post('/login/mail/send', {});
  expect(page.path).toBe('/login/mail');
  expect(page.text).toContain('Use code we sent to your e-mail to proceed.');
  expect(isSignedIn(await browser.post('/login/mail', { code: mailed(site) }))).toBe(true);
  expect(labelOf(await browser.get('/account/security'), 'disable-mail-option')).toBe('Disable');
  expect((await browser.post('/2fa/mail/disable', {})).text).toContain('Codes by e-mail are off.');
  await browser.post('/logout', {});
  expect((await enterPassword(browser, 'bob')).html).not.toContain('data-testid="use-mail"');
  expect(site.errors).toEqual([]);
});

test('Defguard: a mailed code works once, in the sign-in that it was mailed for, for ten minutes', async () => {
  const site = await start();
  await enable(site);
  const first = await askForMail(site);
  const old = mailed(site);
  const second = await askForMail(site);
  expect(isSignedIn(await second.post('/login/mail', { code: old }))).toBe(false);
  expect(isSignedIn(await first.post('/login/mail', { code: old }))).toBe(true);
  const again = site.browser();
  await enterPassword(again, 'bob');
  expect(isSignedIn(await again.post('/login/mail', { code: old }))).toBe(false);
  const late = await askForMail(site);
  site.wait(10 * 60);
  expect((await late.post('/login/mail', { code: mailed(site) })).path).toBe('/login?notice=start-again');
});

test('F5: guesses of a mailed code count on the one counter of the account, and new mails do not reset it', async () => {
  const site = await start();
  await enable(site);
  for (let challenge = 0; challenge < 2; challenge += 1) {
    const browser = await askForMail(site);
    for (let tries = 0; tries < 5; tries += 1) {
      const wrong = mailed(site) === '000000' ? '000001' : '000000';
      await browser.post('/login/mail', { code: wrong });
    }
  }
  const browser = await askForMail(site);
  expect((await browser.post('/login/mail', { code: mailed(site) })).status).toBe(429);
  expect((await signIn(site.browser(), 'bob', site.code(bobSecret))).status).toBe(429);
});

test('Defguard: a mailbox is not flooded, and a code for it is mailed to nobody who has not asked for the method', async () => {
  const site = await start();
  const carol = site.browser();
  await enterPassword(carol, 'carol');
  expect((await carol.post('/login/mail/send', {})).path).toBe('/login?notice=start-again');
  await enable(site);
  const browser = site.browser();
  await enterPassword(browser, 'bob');
  const statuses = [];
  for (let times = 0; times < 6; times += 1) {
    statuses.push((await browser.post('/login/mail/send', {})).status);
    await browser.get('/login/2fa');
  }
  // One was used up by the set-up.
  expect(statuses).toEqual([200, 200, 200, 200, 429, 429]);
});

test('F30: adding and removing the method takes password and factor proved lately, and a factor to stand beside', async () => {
  const site = await start();
  const alice = site.browser();
  await signIn(alice, 'alice');
  expect((await alice.post('/2fa/mail/start', {})).status).toBe(409);
  const bob = site.browser();
  await signIn(bob, 'bob', site.code(bobSecret));
  site.wait(5 * 60);
  await bob.get('/account/security');
  await bob.post('/2fa/mail/start', {});
  const code = mailed(site);
  // The code is still good; what was proved before it is not.
  site.wait(5 * 60);
  expect((await bob.post('/2fa/mail/start', {})).path).toBe('/step-up?goal=manage');
  expect((await bob.post('/2fa/mail/disable', {})).path).toBe('/step-up?goal=manage');
  await bob.get('/account/security');
  expect((await bob.post('/2fa/mail/confirm', { code })).path).toBe('/account/security?notice=setup-over');
  expect(site.rows('SELECT factor_id FROM mail_methods')).toHaveLength(0);
});

test('F36: the method goes with the factor, and a mailed code does not outlive it', async () => {
  const site = await start();
  const browser = await enable(site);
  await signIn(browser, 'bob', site.code(bobSecret));
  await browser.get('/account/security');
  await browser.post('/2fa/disable', {});
  expect(site.rows('SELECT factor_id FROM mail_methods')).toHaveLength(0);
  await browser.post('/logout', {});
  expect(isSignedIn(await enterPassword(browser, 'bob'))).toBe(true);
});

test('Where the provider has no codes by e-mail, there is no way to ask for one', async () => {
  const site = await TestSite.start();
  const browser = site.browser();
  await enterPassword(browser, 'bob');
  expect((await browser.post('/login/mail/send', {})).status).toBe(404);
  expect((await browser.post('/login/mail', { code: '000000' })).status).toBe(404);
});

test('F20: who has only the mailbox chooses a new password with it, and gets no code there', async () => {
  const site = await start();
  await enable(site);
  const thief = site.browser();
  await thief.get('/forgot');
  await thief.post('/forgot', { account: 'bob' });
  const token = /\?t=([\w-]+)/u.exec(lastMail(site)?.body ?? '')?.[1] ?? '';
  await thief.get(`/reset?t=${token}`);
  const password = 'a-password-of-the-thief';
  await thief.post('/reset', { token, new_password: password });
  expect(lastMail(site)?.body).toContain('Codes by e-mail are off; the authenticator is as it was.');
  const prompt = await enterPassword(thief, 'bob', password);
  expect(prompt.path).toBe('/login/2fa');
  expect(prompt.html).not.toContain('data-testid="use-mail"');
  expect((await thief.post('/login/mail/send', {})).path).toBe('/login?notice=start-again');
});

describe('Defguard: “Make default”', () => {
  test('asks for the code by e-mail first, which is mailed at once, and the authenticator stays a link away', async () => {
    const site = await start();
    const browser = await enable(site);
    await signIn(browser, 'bob', site.code(bobSecret));
    const before = await browser.get('/account/security');
    expect(labelOf(before, 'two-factor-status')).toBe('Enabled (default)');
    expect(labelOf(before, 'mail-status')).toBe('Enabled');
    expect(before.html).not.toContain('data-testid="default-totp"');
    expect(labelOf(before, 'default-mail')).toBe('Make default');
    const after = await browser.post('/2fa/default', { method: 'mail' });
    expect(after.text).toContain('Another method is now asked first.');
    expect(labelOf(after, 'two-factor-status')).toBe('Enabled');
    expect(labelOf(after, 'mail-status')).toBe('Enabled (default)');
    expect(labelOf(after, 'default-totp')).toBe('Make default');
    await browser.post('/logout', {});
    const asked = await enterPassword(browser, 'bob');
    expect(asked.path).toBe('/login/mail');
    expect(labelOf(asked, 'use-code')).toBe('Use authenticator app instead');
    expect(labelOf(asked, 'use-backup')).toBe('Use recovery code instead');
    const first = mailed(site);
    expect((await browser.post('/login/mail/send', {})).path).toBe('/login/mail');
    if (mailed(site) !== first)
      expect(isSignedIn(await browser.post('/login/mail', { code: first }))).toBe(false);
    expect(isSignedIn(await browser.post('/login/mail', { code: mailed(site) }))).toBe(true);
    await browser.get('/account/security');
    await browser.post('/2fa/default', { method: 'totp' });
    await browser.post('/logout', {});
    expect((await enterPassword(browser, 'bob')).path).toBe('/login/2fa');
  });

  test('takes a proof that is fresh, is mailed, ends the other sessions, and is there for two methods only', async () => {
    const site = await start();
    const carol = site.browser();
    await signIn(carol, 'carol', site.code(carolSecret));
    expect((await carol.post('/2fa/default', { method: 'mail' })).status).toBe(409);
    await enable(site);
    const [bob, other] = [site.browser(), site.browser()];
    await signIn(other, 'bob', site.code(bobSecret));
    site.wait(10 * 60);
    await signIn(bob, 'bob', site.code(bobSecret));
    await other.get('/account/security');
    expect((await other.post('/2fa/default', { method: 'mail' })).path).toBe('/step-up?goal=manage');
    await bob.get('/account/security');
    await bob.post('/2fa/default', { method: 'mail' });
    expect(lastMail(site)?.subject).toBe('Another method is asked first for Defguard demo');
    expect((await other.get('/console')).path).toBe('/login?notice=session-over');
  });

  test('goes with the method, and asks the authenticator where no more codes may be mailed', async () => {
    const site = await start();
    await enable(site);
    const bob = site.browser();
    await signIn(bob, 'bob', site.code(bobSecret));
    await bob.get('/account/security');
    await bob.post('/2fa/default', { method: 'mail' });
    const ways = [];
    for (let times = 0; times < 6; times += 1) ways.push((await enterPassword(site.browser(), 'bob')).path);
    // One was used up by the set-up.
    expect(ways.filter((path) => path === '/login/mail')).toHaveLength(4);
    expect(ways.at(-1)).toBe('/login/2fa');
    await bob.get('/account/security');
    await bob.post('/2fa/mail/disable', {});
    site.wait(2 * 60 * 60);
    expect((await enterPassword(site.browser(), 'bob')).path).toBe('/login/2fa');
  });
});

test('Defguard: a script adds codes by e-mail, makes them the default, signs in with one, and removes them', async () => {
  const site = await start();
  const script = site.browser();
  const password = passwords['bob'];
  const said = async (path: string, fields: object = {}) => (await script.json(path, fields)).body;
  await said('/sign-in', { username: 'bob', password });
  expect(await said('/sign-in/mail/send')).toEqual({ error: 'start-again' });
  await said('/sign-in', { username: 'bob', password });
  await said('/sign-in/code', { code: site.code(bobSecret) });
  expect(await said('/2fa/mail/confirm', { code: '000000' })).toEqual({ error: 'setup-over' });
  expect(await said('/2fa/default', { method: 'mail' })).toEqual({ error: 'off' });
  expect(await said('/2fa/mail/start')).toEqual({ state: 'mailed' });
  expect(await said('/2fa/mail/confirm', { code: null })).toEqual({ error: 'refused' });
  expect(await said('/2fa/mail/confirm', { code: mailed(site) })).toEqual({ state: 'signed-out' });
  site.wait(30);
  await said('/sign-in', { username: 'bob', password });
  await said('/sign-in/code', { code: site.code(bobSecret) });
  expect(await said('/2fa/mail/start')).toEqual({ error: 'already-on' });
  expect(await said('/2fa/default', { method: 'mail' })).toEqual({ state: 'default' });
  await said('/sign-out');
  expect(await said('/sign-in', { username: 'bob', password })).toEqual({
    state: 'second-factor',
    method: 'mail',
  });
  expect(await said('/sign-in/mail', { code: '1' })).toEqual({ error: 'refused' });
  expect(await said('/sign-in/mail', { code: mailed(site) })).toEqual({ state: 'signed-in' });
  const { twoFactor } = (await (await script.raw('/api/v1/account')).json()) as { twoFactor: object };
  expect(twoFactor).toMatchObject({ mail: 'default' });
  site.wait(10 * 60);
  expect(await said('/2fa/mail/disable')).toEqual({ error: 'step-up' });
  await said('/step-up', { password, code: site.code(bobSecret) });
  expect(await said('/2fa/mail/disable')).toEqual({ state: 'disabled' });
  expect(site.rows('SELECT factor_id FROM mail_methods')).toHaveLength(0);
  expect(site.errors).toEqual([]);
});

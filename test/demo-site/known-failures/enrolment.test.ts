import { expect, test } from 'vitest';
import { userById } from '../../../demo-site/engine/users.ts';
import type { Browser, Page } from '../support/browser.ts';
import {
  beginSetup,
  bobSecret,
  codesOn,
  enable,
  enterPassword,
  isSignedIn,
  passwords,
  secretOn,
  signIn,
  TestSite,
  whileHashing,
} from '../support/site.ts';

test('F23: setting up again is not begun while the factor is on, and it stays as it is', async () => {
  const site = await TestSite.start();
  const browser = site.browser();
  await signIn(browser, 'bob', site.code(bobSecret));
  await browser.post('/2fa/start', {});
  const page = await browser.post('/step-up', { goal: 'enable', password: passwords['bob'] ?? '' });
  expect(page.text).toContain('Two-factor authentication is already on.');
  expect(site.rows('SELECT id FROM pending_enrolments')).toHaveLength(0);
  site.wait(30);
  expect(isSignedIn(await signIn(site.browser(), 'bob', site.code(bobSecret)))).toBe(true);
});

test('F23: beginning a set-up again drops the secret of the first', async () => {
  const site = await TestSite.start();
  const browser = site.browser();
  await signIn(browser, 'alice');
  const first = await beginSetup(browser, passwords['alice']);
  const second = await beginSetup(browser, passwords['alice']);
  expect(second).not.toBe(first);
  expect((await browser.post('/2fa/confirm', { code: site.code(first) })).status).toBe(422);
  expect(codesOn(await browser.post('/2fa/confirm', { code: site.code(second) }))).toHaveLength(8);
});

test('F24: beginning is not enabling: without a code, signing in stays as it was', async () => {
  const site = await TestSite.start();
  const browser = site.browser();
  await signIn(browser, 'alice');
  await beginSetup(browser, passwords['alice']);
  await browser.post('/logout', {});
  expect(isSignedIn(await enterPassword(browser, 'alice'))).toBe(true);
});

test('F25: a set-up that is under way gates no sign-in elsewhere, and is not seen there', async () => {
  const site = await TestSite.start();
  const [browser, other] = [site.browser(), site.browser()];
  await signIn(browser, 'alice');
  await beginSetup(browser, passwords['alice']);
  expect(isSignedIn(await enterPassword(other, 'alice'))).toBe(true);
  expect((await other.get('/2fa/setup')).path).toBe('/account/security?notice=setup-over');
  expect((await other.get('/2fa/qr.png')).status).toBe(404);
});

test('F26: a secret that the form sends along is not the one that counts', async () => {
  const site = await TestSite.start();
  const browser = site.browser();
  await signIn(browser, 'alice');
  await beginSetup(browser, passwords['alice']);
  const own = { secret: bobSecret, key: bobSecret, code: site.code(bobSecret) };
  expect((await browser.post('/2fa/confirm', own)).status).toBe(422);
  expect(site.rows('SELECT id FROM factors WHERE user_id = 1')).toHaveLength(0);
});

test('F27: looking at the page makes no secret, and reloading it shows the same', async () => {
  const site = await TestSite.start();
  const browser = site.browser();
  await signIn(browser, 'alice');
  expect((await browser.get('/2fa/setup')).path).toBe('/account/security?notice=setup-over');
  const secret = await beginSetup(browser, passwords['alice']);
  expect(secretOn(await browser.get('/2fa/setup'))).toBe(secret);
  expect((await browser.get('/2fa/qr.png')).headers.get('content-type')).toBe('image/png');
});

/** Every page that a signed-in person can get, and some that only answer. */
async function wander(browser: Browser): Promise<Page[]> {
  const paths = [
    '/',
    '/console',
    '/account/profile',
    '/account/security',
    '/sessions',
    '/outbox',
    '/2fa/setup',
  ];
  const more = ['/2fa/qr.png', '/2fa/codes', '/2fa/manage', '/step-up', '/forgot', '/login', '/nope'];
  const pages: Page[] = [];
  for (const path of [...paths, ...more]) pages.push(await browser.get(path));
  return pages;
}

test('F27: once it is enabled, the secret is in no answer of the site any more', async () => {
  const site = await TestSite.start();
  const browser = site.browser();
  await signIn(browser, 'alice');
  const secret = await beginSetup(browser, passwords['alice']);
  expect((await browser.get('/2fa/setup')).html).toContain(secret.slice(0, 4));
  const pages = [await browser.post('/2fa/confirm', { code: site.code(secret) })];
  pages.push(
    ...(await wander(browser)),
    await browser.post('/2fa/codes/ack', {}),
    ...(await wander(browser)),
  );
  site.wait(11 * 60);
  pages.push(...(await wander(browser)));
  for (const { html } of pages) expect(html.replace(/\s/gu, '')).not.toContain(secret);
  expect(pages.find(({ path }) => path === '/2fa/qr.png')?.status).toBe(404);
});

test('F27: the page of a set-up shows its secret to the browser that began it, and not to a stolen session', async () => {
  const site = await TestSite.start();
  const browser = site.browser();
  await signIn(browser, 'alice');
  const secret = await beginSetup(browser, passwords['alice']);
  const thief = browser.copy();
  thief.cookies.delete('setup');
  expect((await thief.get('/2fa/setup')).path).toBe('/account/security?notice=setup-over');
  expect((await thief.get('/2fa/qr.png')).status).toBe(404);
  expect(secretOn(await browser.get('/2fa/setup'))).toBe(secret);
});

test('F28: what the routes know of a user is what may be shown', async () => {
  const site = await TestSite.start();
  const user = userById(site.engine, 2) ?? {};
  expect(Object.keys(user).toSorted()).toEqual(['email', 'id', 'name', 'role', 'username']);
});

test('F36: disabling forgets the secret and the codes, and enabling begins with others', async () => {
  const site = await TestSite.start();
  const browser = site.browser();
  const first = await enable(site, browser);
  await browser.get('/2fa/manage');
  await browser.post('/2fa/codes/regenerate', {});
  await browser.get('/2fa/manage');
  expect((await browser.post('/2fa/disable', {})).path).toBe('/account/security?notice=disabled');
  expect(site.rows('SELECT id FROM factors WHERE user_id = 1')).toHaveLength(0);
  expect(site.rows('SELECT session_id FROM reveals')).toHaveLength(0);
  const second = await enable(site, browser);
  expect(second.secret).not.toBe(first.secret);
  expect(second.codes.some((code) => first.codes.includes(code))).toBe(false);
  expect(isSignedIn(await signIn(site.browser(), 'alice', site.code(first.secret)))).toBe(false);
  expect(isSignedIn(await signIn(site.browser(), 'alice', site.code(second.secret)))).toBe(true);
});

test('A set-up is over after ten minutes, after ten wrong codes, and when it is cancelled', async () => {
  const site = await TestSite.start();
  const browser = site.browser();
  await signIn(browser, 'alice');
  const late = await beginSetup(browser, passwords['alice']);
  site.wait(10 * 60);
  expect((await browser.post('/2fa/confirm', { code: site.code(late) })).text).toContain(
    'That set-up is over.',
  );
  const guessed = await beginSetup(browser, passwords['alice']);
  for (let tries = 0; tries < 10; tries += 1)
    await browser.post('/2fa/confirm', { code: site.wrongCode(guessed) });
  expect((await browser.post('/2fa/confirm', { code: site.code(guessed) })).text).toContain(
    'That set-up is over.',
  );
  const cancelled = await beginSetup(browser, passwords['alice']);
  await browser.post('/2fa/cancel', {});
  expect((await browser.post('/2fa/confirm', { code: site.code(cancelled) })).text).toContain(
    'That set-up is over.',
  );
});

test('Confirming twice at the same moment enables once, with one set of codes', async () => {
  const site = await TestSite.start();
  const browser = site.browser();
  await signIn(browser, 'alice');
  const secret = await beginSetup(browser, passwords['alice']);
  const code = site.code(secret);
  const pages = await Promise.all(
    [browser, browser.copy()].map(async (one) => await one.post('/2fa/confirm', { code })),
  );
  expect(pages.filter((page) => codesOn(page).length === 8)).toHaveLength(1);
  expect(
    site.rows('SELECT id FROM recovery_codes WHERE factor_id = (SELECT id FROM factors WHERE user_id = 1)'),
  ).toHaveLength(8);
});

test('A set-up that was cancelled while its codes were being hashed is not enabled', async () => {
  const site = await TestSite.start();
  const browser = site.browser();
  await signIn(browser, 'alice');
  const secret = await beginSetup(browser, passwords['alice']);
  const other = browser.copy();
  whileHashing(site.engine, 'hashCodes', async () => await other.post('/2fa/cancel', {}));
  expect((await browser.post('/2fa/confirm', { code: site.code(secret) })).text).toContain(
    'That set-up is over.',
  );
  expect(site.rows('SELECT id FROM factors WHERE user_id = 1')).toHaveLength(0);
});

test('Every change of the second factor is mailed and written down, without the values', async () => {
  const site = await TestSite.start();
  const browser = site.browser();
  const { secret, codes } = await enable(site, browser);
  await browser.get('/2fa/manage');
  await browser.post('/2fa/codes/regenerate', {});
  await browser.get('/2fa/manage');
  await browser.post('/2fa/disable', {});
  const mails = site.rows<{ subject: string; body: string }>('SELECT subject, body FROM mails ORDER BY id');
  expect(mails.map(({ subject }) => subject)).toEqual([
    'Two-factor authentication is on for CloudMC demo',
    'New backup codes for CloudMC demo',
    'Two-factor authentication is off for CloudMC demo',
  ]);
  const written = JSON.stringify([mails, site.rows('SELECT * FROM audit')]);
  expect(written).toContain('two-factor.enabled');
  for (const value of [secret, ...codes, passwords['alice'] ?? '']) expect(written).not.toContain(value);
});

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  bobSecret,
  enable,
  enterPassword,
  isSignedIn,
  passwords,
  signIn,
  TestSite,
  whileHashing,
} from '../support/site.ts';

const signedInOnly = [
  '/console',
  '/account/profile',
  '/account/security',
  '/sessions',
  '/step-up',
  '/2fa/setup',
  '/2fa/qr.png',
  '/2fa/codes',
  '/2fa/manage',
];
const signedInPosts = [
  '/step-up',
  '/2fa/start',
  '/2fa/confirm',
  '/2fa/cancel',
  '/2fa/codes/ack',
  '/2fa/codes/regenerate',
  '/2fa/disable',
  '/sessions/revoke',
];

test('F16: the password alone opens no page, and its challenge is no session and no bearer token', async () => {
  const site = await TestSite.start();
  const browser = site.browser();
  await enterPassword(browser, 'bob');
  expect(browser.cookies.has('sid')).toBe(false);
  const challenge = browser.cookies.get('challenge') ?? '';
  expect(challenge).toMatch(/^[\w-]{43}$/u);
  const thief = browser.copy();
  thief.cookies.set('sid', challenge);
  const bearer = { headers: { Authorization: `Bearer ${challenge}` } };
  for (const path of signedInOnly) {
    expect((await browser.get(path)).path).toMatch(/^\/login/u);
    expect((await thief.get(path)).path).toMatch(/^\/login/u);
    expect((await browser.get(path, bearer)).path).toMatch(/^\/login/u);
  }
  for (const path of signedInPosts) expect((await browser.post(path, {})).path).toMatch(/^\/login/u);
});

test('F16: a session’s token answers no challenge', async () => {
  const site = await TestSite.start();
  const browser = site.browser();
  await signIn(browser, 'bob', site.code(bobSecret));
  browser.cookies.set('challenge', browser.cookies.get('sid') ?? '');
  expect((await browser.get('/login/2fa')).path).toBe('/console');
});

test('F17: a challenge that is too old asks for the password again, whether it is reloaded or answered', async () => {
  const site = await TestSite.start();
  const browser = site.browser();
  await enterPassword(browser, 'bob');
  const late = browser.copy();
  site.wait(10 * 60 - 1);
  expect((await browser.get('/login/2fa')).path).toBe('/login/2fa');
  site.wait(1);
  expect((await browser.get('/login/2fa')).path).toBe('/login?notice=start-again');
  expect((await late.post('/login/2fa', { code: site.code(bobSecret) })).path).toBe(
    '/login?notice=start-again',
  );
});

test('F18: a cookie that was planted before signing in is never adopted, and each level has its own', async () => {
  const site = await TestSite.start();
  const browser = site.browser();
  const planted = 'A'.repeat(43);
  browser.cookies.set('sid', planted);
  browser.cookies.set('challenge', planted);
  await enterPassword(browser, 'bob');
  const challenge = browser.cookies.get('challenge');
  expect(challenge).not.toBe(planted);
  await browser.post('/login/2fa', { code: site.code(bobSecret) });
  const session = browser.cookies.get('sid');
  expect([planted, challenge]).not.toContain(session);
  expect(browser.cookies.has('challenge')).toBe(false);
  await browser.get('/2fa/manage?ask=1');
  await browser.post('/step-up', { goal: 'manage', password: passwords['bob'] ?? '' });
  expect(browser.cookies.get('sid')).not.toBe(session);
});

test('F18: signing in again in the same browser ends the session that it had', async () => {
  const site = await TestSite.start();
  const browser = site.browser();
  await signIn(browser, 'alice');
  const old = browser.copy();
  await browser.get('/forgot');
  await browser.post('/login', { username: 'alice', password: passwords['alice'] ?? '' });
  expect((await old.get('/console')).path).toBe('/login?notice=session-over');
  expect(site.rows('SELECT id FROM sessions')).toHaveLength(1);
});

test('F19: somebody who knows only the password throws nobody out', async () => {
  const site = await TestSite.start();
  const bob = site.browser();
  await signIn(bob, 'bob', site.code(bobSecret));
  const before = bob.cookies.get('sid');
  const thief = site.browser();
  await enterPassword(thief, 'bob');
  await thief.post('/login/2fa', { code: site.wrongCode(bobSecret) });
  expect((await bob.get('/console')).path).toBe('/console');
  expect(bob.cookies.get('sid')).toBe(before);
});

test('F21: a session begins in one place, which every way in goes through', () => {
  const folder = new URL('../../../demo-site/', import.meta.url).pathname;
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  );
  const sources = files.map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }));
  const callers = sources.filter(({ text }) => /(?<!function )\bcreateSession\(/u.test(text));
  expect(callers.map(({ name }) => name)).toEqual(['engine/sign-in.ts']);
  expect(callers[0]?.text.match(/\bcreateSession\(/gu)).toHaveLength(1);
  expect(sources.filter(({ text }) => text.includes('INSERT INTO sessions')).map(({ name }) => name)).toEqual(
    ['engine/sessions.ts'],
  );
});

test('F29: a challenge keeps who it is about, and not what was typed', async () => {
  const site = await TestSite.start();
  await enterPassword(site.browser(), 'bob');
  const [row] = site.rows<Record<string, unknown>>('SELECT * FROM sign_in_challenges');
  expect(Object.keys(row ?? {}).toSorted()).toEqual(['created_at', 'id', 'token_hash', 'tries', 'user_id']);
});

test('F32: enabling 2FA ends the sessions of other browsers, and this one goes on under a new token', async () => {
  const site = await TestSite.start();
  const [here, there] = [site.browser(), site.browser()];
  await signIn(there, 'alice');
  await signIn(here, 'alice');
  const stolen = here.copy();
  await enable(site, here);
  expect((await here.get('/console')).path).toBe('/console');
  expect((await there.get('/console')).path).toBe('/login?notice=session-over');
  expect((await stolen.get('/console')).path).toBe('/login?notice=session-over');
});

test('F32: a sign-in that was half done when 2FA changed starts again', async () => {
  const site = await TestSite.start();
  const browser = site.browser();
  const { secret } = await enable(site, browser);
  const other = site.browser();
  await enterPassword(other, 'alice');
  await browser.get('/2fa/manage');
  await browser.post('/2fa/codes/regenerate', {});
  expect((await other.post('/login/2fa', { code: site.code(secret) })).path).toBe(
    '/login?notice=start-again',
  );
});

test('A session ends after half an hour without use, and after twelve hours of it', async () => {
  const site = await TestSite.start();
  const [idle, busy] = [site.browser(), site.browser()];
  await signIn(idle, 'alice');
  await signIn(busy, 'alice');
  for (let minutes = 20; minutes < 12 * 60; minutes += 20) {
    site.wait(20 * 60);
    expect((await busy.get('/console')).path).toBe('/console');
  }
  expect((await idle.get('/console')).path).toBe('/login?notice=session-over');
  site.wait(20 * 60);
  expect((await busy.get('/console')).path).toBe('/login?notice=session-over');
});

test('F40: the sessions page ends one’s own sessions and nobody else’s', async () => {
  const site = await TestSite.start();
  const [alice, second, bob] = [site.browser(), site.browser(), site.browser()];
  await signIn(alice, 'alice');
  await signIn(second, 'alice');
  await signIn(bob, 'bob', site.code(bobSecret));
  const ids = site.rows<{ id: number }>('SELECT id FROM sessions ORDER BY id').map(({ id }) => String(id));
  await alice.get('/sessions');
  await alice.post('/sessions/revoke', { which: ids[2] ?? '' });
  expect((await bob.get('/console')).path).toBe('/console');
  await alice.post('/sessions/revoke', { which: ids[1] ?? '' });
  expect((await second.get('/console')).path).toBe('/login?notice=session-over');
  expect((await alice.get('/console')).path).toBe('/console');
});

test('Signing out ends the session, not only its cookie', async () => {
  const site = await TestSite.start();
  const browser = site.browser();
  await signIn(browser, 'alice');
  const stolen = browser.copy();
  await browser.post('/logout', {});
  expect(browser.cookies.has('sid')).toBe(false);
  expect((await stolen.get('/console')).path).toBe('/login?notice=session-over');
});

test('A password that was changed while the old one was being checked lets nobody in', async () => {
  const site = await TestSite.start();
  const browser = site.browser();
  await browser.get('/login');
  whileHashing(site.engine, 'isPassword', async () => {
    const stored = await site.engine.hasher.hashPassword('another password');
    site.engine.store.change(() => site.engine.store.run('UPDATE users SET password = ?', [stored]));
  });
  const page = await browser.post('/login', { username: 'alice', password: passwords['alice'] ?? '' });
  expect(isSignedIn(page)).toBe(false);
});

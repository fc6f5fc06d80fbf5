import { expect, test, vi } from 'vitest';
import {
  beginSetup,
  bobSecret,
  enable,
  enterPassword,
  passwords,
  signIn,
  TestSite,
} from '../support/site.ts';

const changing = [
  '/logout',
  '/2fa/start',
  '/2fa/confirm',
  '/2fa/cancel',
  '/2fa/codes/ack',
  '/2fa/codes/regenerate',
  '/2fa/disable',
  '/sessions/revoke',
];

test('F38: an unknown name and a wrong password are answered alike, at the same cost', async () => {
  const site = await TestSite.start();
  const hashed = vi.spyOn(site.engine.hasher, 'isPassword');
  const known = await enterPassword(site.browser(), 'alice', 'wrong-password');
  const unknown = await enterPassword(site.browser(), 'zelda', 'wrong-password');
  expect(unknown.status).toBe(known.status);
  expect(unknown.text).toBe(known.text);
  expect(hashed).toHaveBeenCalledTimes(2);
});

test('F40: a form that was sent from elsewhere changes nothing', async () => {
  const site = await TestSite.start();
  const browser = site.browser();
  await signIn(browser, 'bob', site.code(bobSecret));
  const stranger = site.browser();
  await stranger.get('/login');
  for (const path of changing) {
    expect((await browser.postOnly(path, {}, { headers: { Origin: 'https://evil.example' } })).status).toBe(
      403,
    );
    expect((await browser.postOnly(path, {}, { headers: { Origin: 'null' } })).status).toBe(403);
    expect((await browser.postOnly(path, {}, { token: null })).status).toBe(403);
    expect((await browser.postOnly(path, {}, { token: 'A'.repeat(43) })).status).toBe(403);
  }
  expect((await browser.get('/console')).path).toBe('/console');
  expect(site.rows('SELECT id FROM factors')).toHaveLength(2);
});

test('F40: signing in needs the token as well, or a stranger could sign one in as himself', async () => {
  const site = await TestSite.start();
  const browser = site.browser();
  await browser.get('/login');
  const fields = { username: 'alice', password: passwords['alice'] ?? '' };
  expect((await browser.postOnly('/login', fields, { token: null })).status).toBe(403);
  const token =
    /name="form_token" value="([^"]+)"/u.exec((await site.browser().get('/login')).html)?.[1] ?? '';
  expect((await browser.postOnly('/login', fields, { token })).status).toBe(403);
});

test('F40: a form that was open before signing out or in can’t act afterwards', async () => {
  const site = await TestSite.start();
  const browser = site.browser();
  await signIn(browser, 'alice');
  const old = browser.copy();
  await browser.post('/logout', {});
  await signIn(browser, 'alice');
  old.cookies.set('sid', browser.cookies.get('sid') ?? '');
  expect((await old.postOnly('/2fa/start', {})).status).toBe(403);
});

test('F40: looking changes nothing: what posts can do, no GET and no HEAD does', async () => {
  const site = await TestSite.start();
  const browser = site.browser();
  await signIn(browser, 'bob', site.code(bobSecret));
  for (const path of changing) {
    for (const method of ['GET', 'HEAD']) expect((await browser.get(path, { method })).status).toBe(404);
  }
  expect((await browser.get('/console')).path).toBe('/console');
});

test('F41: no page is kept by the browser, and none can be framed or call out', async () => {
  const site = await TestSite.start();
  const browser = site.browser();
  await signIn(browser, 'alice');
  await beginSetup(browser, passwords['alice']);
  for (const path of [
    '/',
    '/login',
    '/console',
    '/2fa/setup',
    '/2fa/qr.png',
    '/2fa/codes',
    '/outbox',
    '/nope',
  ]) {
    const { headers } = await browser.get(path);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('content-security-policy')).toBe(
      "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
    );
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('same-origin');
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
  }
});

test('F41: after signing out, the pages that were open show nothing any more', async () => {
  const site = await TestSite.start();
  const browser = site.browser();
  await enable(site, browser);
  await browser.post('/logout', {});
  for (const path of ['/2fa/codes', '/2fa/manage', '/account/security']) {
    expect((await browser.get(path)).path).toBe('/login');
  }
});

test('Cookies are kept from scripts and from other sites, and over https from other hosts and plain connections', async () => {
  const site = await TestSite.start();
  const plain = await site.provider.app.request('http://localhost/login');
  expect(plain.headers.getSetCookie()[0]).toMatch(/^browser=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/u);
  const secure = await site.provider.app.request('https://cloudmc.example/login');
  expect(secure.headers.getSetCookie()[0]).toMatch(
    /^__Host-browser=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/u,
  );
});

test('Over https a cookie without the prefix that ties it to the host is not looked at', async () => {
  const site = await TestSite.start();
  const browser = site.browser();
  await signIn(browser, 'alice');
  const sid = browser.cookies.get('sid') ?? '';
  const ask = async (cookie: string) =>
    (await site.provider.app.request('https://localhost/console', { headers: { Cookie: cookie } })).status;
  expect(await ask(`sid=${sid}`)).toBe(303);
  expect(await ask(`__Host-sid=${sid}`)).toBe(200);
});

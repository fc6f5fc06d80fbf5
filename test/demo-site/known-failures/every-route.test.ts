import { describe, expect, test } from 'vitest';
import { providers, type ProviderId } from '../../../demo-site/provider.ts';
import type { Browser } from '../support/browser.ts';
import { bobSecret, enterPassword, signIn, TestSite } from '../support/site.ts';

// Taken from the routes themselves: one that is added later is held to the same without a word here.

const ids = Object.keys(providers) as ProviderId[];

/** Those that are there for who is not signed in. Everything else wants a session. */
const open = new Set(
  [
    '/ /about /testing /outbox /login /login/2fa /login/backup /login/mail /login/mail/send /login/recover',
    '/login/recover/sent /login/cancel /logout /forgot /forgot/sent /reset /recover/confirm /recover/cancel',
    '/support /support/sent /api/v1/sign-in /api/v1/sign-in/code /api/v1/sign-in/recovery',
    '/api/v1/sign-in/mail /api/v1/sign-in/mail/send /api/v1/sign-in/recover /api/v1/sign-in/cancel',
    '/api/v1/sign-out /api/v1/forgot /api/v1/reset /api/v1/recover/confirm /api/v1/recover/cancel',
    '/api/v1/support/messages',
  ]
    .join(' ')
    .split(' '),
);

function routesOf(site: TestSite, method: 'GET' | 'POST'): string[] {
  return site.paths(method).filter((path) => !path.startsWith('/shapes') && !path.startsWith('/assets'));
}

const isScript = (path: string): boolean => path.startsWith('/api/');

describe.each(ids)('At %s', (profile) => {
  test('F16: the password alone, its challenge as a session and as a bearer token open no route', async () => {
    const site = await TestSite.start({ profile });
    const browser = site.browser();
    await enterPassword(browser, 'bob');
    const challenge = browser.cookies.get('challenge') ?? '';
    const thief = browser.copy();
    thief.cookies.set('sid', challenge);
    const bearer = { Authorization: `Bearer ${challenge}` };
    let asked = 0;
    for (const path of routesOf(site, 'GET').filter((route) => !open.has(route))) {
      asked += 1;
      for (const [who, headers] of [
        [browser, {}],
        [thief, {}],
        [browser, bearer],
      ] as const) {
        const page = await who.get(path, { headers });
        if (isScript(path)) expect([path, page.status]).toEqual([path, 401]);
        else expect([path, page.path]).toEqual([path, expect.stringMatching(/^\/login/u)]);
      }
    }
    for (const path of routesOf(site, 'POST').filter((route) => !open.has(route))) {
      asked += 1;
      if (isScript(path)) {
        expect([path, (await browser.json(path.slice('/api/v1'.length), {})).status]).toEqual([path, 401]);
      } else {
        await browser.get('/forgot');
        expect([path, (await browser.post(path, {})).path]).toEqual([
          path,
          expect.stringMatching(/^\/login/u),
        ]);
      }
    }
    expect(asked).toBeGreaterThan(25);
    expect(site.rows('SELECT id FROM sessions')).toHaveLength(0);
  });

  test('F40: no POST of any route is taken from elsewhere, without its token, or in another kind', async () => {
    const site = await TestSite.start({ profile });
    const browser = site.browser();
    await signIn(browser, 'bob', site.code(bobSecret));
    const before = written(site);
    for (const path of routesOf(site, 'POST')) {
      for (const status of isScript(path) ? await foreign(browser, path) : await forged(browser, path)) {
        expect([path, status]).toEqual([path, expect.toSatisfy((seen) => seen === 403 || seen === 415)]);
      }
    }
    expect(written(site)).toBe(before);
  });

  test('F40: what a POST does, no GET and no HEAD of it does', async () => {
    const site = await TestSite.start({ profile });
    const browser = site.browser();
    await signIn(browser, 'bob', site.code(bobSecret));
    const before = written(site);
    for (const path of routesOf(site, 'POST')) {
      for (const method of ['GET', 'HEAD']) {
        expect([path, (await browser.get(path, { method })).status < 500]).toEqual([path, true]);
      }
    }
    expect(written(site)).toBe(before);
  });

  test('F41: no answer of any route is kept', async () => {
    const site = await TestSite.start({ profile });
    const browser = site.browser();
    await signIn(browser, 'alice');
    for (const path of routesOf(site, 'GET')) {
      expect([path, (await browser.get(path)).headers.get('cache-control')]).toEqual([path, 'no-store']);
    }
    const { headers } = await site.provider.app.request('/api/v1/sign-in', { method: 'POST' });
    expect(headers.get('cache-control')).toBe('no-store');
  });
});

/** What support does for a lost second factor, as a form sends it and as a script does. */
const support = {
  '/login/recover': '/api/v1/sign-in/recover',
  '/support': '/api/v1/support/messages',
  '/support/answer': '/api/v1/support/answer',
  '/support/cases/approve': '/api/v1/support/cases/approve',
  '/recover/confirm': '/api/v1/recover/confirm',
} as const;

const ofSupport = {
  silent: [],
  'support-case': ['/login/recover', '/support/cases/approve', '/recover/confirm'],
  contact: ['/support', '/support/answer', '/support/cases/approve', '/recover/confirm'],
} as const;

test.each(ids)(
  'At %s a lost second factor goes the provider’s own way, for pages and scripts alike',
  async (profile) => {
    const site = await TestSite.start({ profile });
    const there = new Set(site.paths('POST'));
    const expected = new Set<string>(ofSupport[providers[profile].lost.kind]);
    for (const [page, script] of Object.entries(support))
      expect([page, there.has(page), there.has(script)]).toEqual([
        page,
        expected.has(page),
        expected.has(page),
      ]);
  },
);

/** Everything that a change would leave something in. */
function written(site: TestSite): string {
  const tables = site.rows<{ name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table'");
  const counts = tables.map(({ name }) => site.rows(`SELECT count(*) AS count FROM "${name}"`));
  return JSON.stringify([counts, site.rows('SELECT id FROM audit')]);
}

async function forged(browser: Browser, path: string): Promise<number[]> {
  const answers = [
    await browser.postOnly(path, {}, { headers: { Origin: 'https://evil.example' } }),
    await browser.postOnly(path, {}, { headers: { Origin: 'null' } }),
    await browser.postOnly(path, {}, { token: null }),
    await browser.postOnly(path, {}, { token: 'A'.repeat(43) }),
    await browser.postOnly(path, {}, { headers: { 'Content-Type': 'application/json' } }),
  ];
  return answers.map(({ status }) => status);
}

async function foreign(browser: Browser, path: string): Promise<number[]> {
  const json = { 'Content-Type': 'application/json' };
  const send = async (headers: Record<string, string>) =>
    await browser.postOnly(path, {}, { token: null, headers });
  const answers = [
    await send({ ...json, Origin: 'https://evil.example' }),
    await send({ ...json, Origin: 'null' }),
    await send({ ...json, 'Sec-Fetch-Site': 'cross-site' }),
    await send({ 'Content-Type': 'text/plain' }),
    await send({ 'Content-Type': 'application/x-www-form-urlencoded' }),
  ];
  return answers.map(({ status }) => status);
}

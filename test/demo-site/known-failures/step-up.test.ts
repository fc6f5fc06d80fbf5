import { expect, test } from 'vitest';
import { startEnrolment } from '../../../demo-site/engine/enrolment.ts';
import { sessionByToken } from '../../../demo-site/engine/sessions.ts';
import type { Browser } from '../support/browser.ts';
import {
  beginSetup,
  bobSecret,
  enable,
  isSignedIn,
  passwords,
  signIn,
  TestSite,
  useBackupCode,
  whileHashing,
} from '../support/site.ts';

const password = passwords['bob'] ?? '';

/** Signed in for so long that nothing is fresh any more. */
async function stale(site: TestSite): Promise<Browser> {
  const browser = site.browser();
  await signIn(browser, 'bob', site.code(bobSecret));
  site.wait(10 * 60);
  await browser.get('/account/security');
  return browser;
}

test('F30: a session that is merely there neither disables nor regenerates', async () => {
  const site = await TestSite.start();
  const browser = await stale(site);
  for (const path of ['/2fa/disable', '/2fa/codes/regenerate']) {
    expect((await browser.post(path, {})).path).toBe('/step-up?goal=manage');
  }
  expect((await browser.get('/2fa/manage')).path).toBe('/step-up?goal=manage');
  expect(site.rows('SELECT id FROM factors')).toHaveLength(2);
});

test('F30: while 2FA is on, the password alone does not step up', async () => {
  const site = await TestSite.start();
  const browser = await stale(site);
  await browser.get('/step-up?goal=manage');
  const alone = await browser.post('/step-up', { goal: 'manage', factor: 'none', password });
  expect(alone.status).toBe(400);
  expect(alone.text).toContain('Enter a code.');
  const wrong = await browser.post('/step-up', {
    goal: 'manage',
    factor: 'code',
    password,
    code: site.wrongCode(bobSecret),
  });
  expect(wrong.status).toBe(422);
  const right = await browser.post('/step-up', {
    goal: 'manage',
    factor: 'code',
    password,
    code: site.code(bobSecret),
  });
  expect(right.path).toBe('/2fa/manage');
});

test('F30: who has only a backup code left can still disable, and it is spent', async () => {
  const site = await TestSite.start();
  const browser = await stale(site);
  await browser.get('/step-up?goal=manage&factor=backup');
  const done = await browser.post('/step-up', {
    goal: 'manage',
    factor: 'backup',
    password,
    backup_code: '27182818',
  });
  expect(done.path).toBe('/2fa/manage');
  expect(isSignedIn(await useBackupCode(site.browser(), 'bob', '27182818'))).toBe(false);
  await browser.get('/2fa/manage');
  expect((await browser.post('/2fa/disable', {})).path).toBe('/account/security?notice=disabled');
});

test('F30: enabling asks for the password however fresh the session is', async () => {
  const site = await TestSite.start();
  const browser = site.browser();
  await signIn(browser, 'alice');
  expect((await browser.post('/2fa/start', {})).path).toBe('/step-up?goal=enable');
  expect((await browser.post('/step-up', { goal: 'enable', password: 'wrong' })).status).toBe(422);
  expect(site.rows('SELECT id FROM pending_enrolments')).toHaveLength(0);
});

test('F31: what one browser has proved gives nothing to another', async () => {
  const site = await TestSite.start();
  const a = await stale(site);
  const b = site.browser();
  await signIn(b, 'bob', site.code(bobSecret));
  expect((await b.get('/2fa/manage')).path).toBe('/2fa/manage');
  expect((await a.get('/2fa/manage')).path).toBe('/step-up?goal=manage');
  expect((await a.post('/2fa/disable', {})).path).toBe('/step-up?goal=manage');
});

test('What was proved is fresh for ten minutes', async () => {
  const site = await TestSite.start();
  const browser = site.browser();
  await signIn(browser, 'bob', site.code(bobSecret));
  site.wait(10 * 60 - 1);
  expect((await browser.get('/2fa/manage')).path).toBe('/2fa/manage');
  site.wait(1);
  expect((await browser.get('/2fa/manage')).path).toBe('/step-up?goal=manage');
});

test('A fresh second factor does not stand for a password that is no longer fresh', async () => {
  const site = await TestSite.start();
  const browser = site.browser();
  await signIn(browser, 'alice');
  const secret = await beginSetup(browser, passwords['alice']);
  site.wait(9 * 60);
  await browser.post('/2fa/confirm', { code: site.code(secret) });
  await browser.post('/2fa/codes/ack', {});
  expect((await browser.get('/2fa/manage')).path).toBe('/2fa/manage');
  site.wait(60);
  expect((await browser.get('/2fa/manage')).path).toBe('/step-up?goal=manage');
  const done = await browser.post('/step-up', {
    goal: 'manage',
    factor: 'none',
    password: passwords['alice'] ?? '',
  });
  expect(done.path).toBe('/2fa/manage');
});

test('The engine itself begins no set-up in a session whose password is no longer fresh', async () => {
  const site = await TestSite.start();
  const browser = site.browser();
  await signIn(browser, 'alice');
  const session = sessionByToken(site.engine, browser.cookies.get('sid') ?? '');
  if (!session) throw new Error('not signed in');
  const visitor = { network: 'unknown', userAgent: '' };
  expect(startEnrolment(site.engine, session, visitor)).toEqual({ token: expect.any(String) as string });
  site.wait(10 * 60);
  expect(startEnrolment(site.engine, session, visitor)).toBe('step-up');
});

test('Stepping up gives the session a new token: who stole the old one is out', async () => {
  const site = await TestSite.start();
  const browser = await stale(site);
  const stolen = browser.copy();
  await browser.get('/step-up?goal=manage');
  await browser.post('/step-up', { goal: 'manage', factor: 'code', password, code: site.code(bobSecret) });
  expect((await stolen.get('/2fa/manage')).path).toBe('/login?notice=session-over');
});

test('A session that ended while its password was being checked does not step up', async () => {
  const site = await TestSite.start();
  const browser = await stale(site);
  const other = browser.copy();
  await browser.get('/step-up?goal=manage');
  whileHashing(site.engine, 'isPassword', async () => await other.post('/logout', {}));
  const code = site.code(bobSecret);
  const page = await browser.post('/step-up', { goal: 'manage', factor: 'code', password, code });
  expect(page.path).toBe('/login?notice=session-over');
  expect(isSignedIn(await signIn(site.browser(), 'bob', code))).toBe(true);
});

test('Codes whose session ended while they were being made do not replace the old ones', async () => {
  const site = await TestSite.start();
  const browser = site.browser();
  const { codes } = await enable(site, browser);
  const other = browser.copy();
  await browser.get('/2fa/manage');
  whileHashing(site.engine, 'hashCodes', async () => await other.post('/logout', {}));
  await browser.post('/2fa/codes/regenerate', {});
  expect(isSignedIn(await useBackupCode(site.browser(), 'alice', codes[0] ?? ''))).toBe(true);
});

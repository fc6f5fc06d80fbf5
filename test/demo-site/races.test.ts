import { expect, test, vi } from 'vitest';
import { BusyError } from '../../demo-site/engine/hashing.ts';
import { inBoxes, mailedLink, mailedToken } from './flows/steps.ts';
import type { Browser } from './support/browser.ts';
import { beginSetup, bobSecret, enterPassword, passwords, signIn, TestSite } from './support/site.ts';

// Against the server as it listens, each request on a connection of its own, thirty to fifty at the same moment.

// Hundreds of connections, on a machine that may be busy with other things.
vi.setConfig({ testTimeout: 60_000 });

const MINUTE = 60;
const bob = passwords['bob'] ?? '';

async function crowd(site: TestSite, count: number, username = 'bob'): Promise<Browser[]> {
  const browsers = Array.from({ length: count }, () => site.connectedBrowser());
  await Promise.all(browsers.map(async (browser) => await enterPassword(browser, username)));
  return browsers;
}

/** All of it at once: nothing is sent before everything is ready to be. */
async function atOnce<T>(count: number, act: (at: number) => Promise<T>): Promise<T[]> {
  return await Promise.all(Array.from({ length: count }, async (_, at) => await act(at)));
}

function events(site: TestSite, event: string): number {
  return site.rows(`SELECT id FROM audit WHERE event = '${event}'`).length;
}

function mails(site: TestSite, subject: string): number {
  return site.rows(`SELECT id FROM mails WHERE subject LIKE '${subject}%'`).length;
}

/** A way to hand in a code of a kind, on a page, as a script, or to step up. */
type Way = (browser: Browser, code: string) => Promise<unknown>;

const codeWays: readonly [Way, Way, Way] = [
  async (browser, code) => await browser.post('/login/2fa', { code }),
  async (browser, code) => await browser.json('/sign-in/code', { code }),
  async (browser, code) =>
    await browser.post('/step-up', { goal: 'manage', factor: 'code', password: bob, code }),
];

const recoveryWays: readonly [Way, Way, Way] = [
  async (browser, code) => await browser.post('/login/backup', { backup_code: code }),
  async (browser, code) => await browser.json('/sign-in/recovery', { code }),
  async (browser, code) =>
    await browser.post('/step-up', { goal: 'manage', factor: 'backup', password: bob, backup_code: code }),
];

/** Browsers that stand where each of the ways begins, by turns; those that step up are one session's tabs. */
async function before(site: TestSite, count: number, factor: 'code' | 'backup'): Promise<Browser[]> {
  const inside = site.connectedBrowser();
  await signIn(inside, 'bob', site.code(bobSecret));
  site.wait(11 * MINUTE);
  await inside.get(`/step-up?goal=manage&factor=${factor}`);
  const outside = await crowd(site, count);
  return outside.map((browser, at) => (at % 3 === 2 ? inside.copy() : browser));
}

test('F1, F37: one code handed in fifty times at once, on pages, by scripts and to step up, is taken once', async () => {
  const site = await TestSite.start();
  const browsers = await before(site, 50, 'code');
  const taken = events(site, 'factor.accepted');
  const code = site.code(bobSecret);
  await atOnce(50, async (at) => await codeWays[at % 3]?.(browsers[at] ?? site.browser(), code));
  expect(events(site, 'factor.accepted') - taken).toBe(1);
});

test('F2: fifty guesses at once of one sign-in are five, on pages and by scripts alike', async () => {
  const site = await TestSite.start();
  const [browser] = await crowd(site, 1);
  const wrong = site.wrongCode(bobSecret);
  await atOnce(50, async (at) => browser && (await codeWays[at % 2]?.(browser.copy(), wrong)));
  expect(events(site, 'factor.refused')).toBe(5);
  expect(mails(site, 'A sign-in to')).toBe(1);
});

test('F3, F5: fifty guesses at once of ten sign-ins and a step-up are ten, and then the account is locked', async () => {
  const site = await TestSite.start();
  const browsers = await before(site, 50, 'code');
  const wrong = site.wrongCode(bobSecret);
  await atOnce(50, async (at) => await codeWays[at % 3]?.(browsers[at] ?? site.browser(), wrong));
  expect(events(site, 'factor.refused')).toBe(10);
  expect(events(site, 'factor.locked')).toBe(1);
  expect(mails(site, 'Too many wrong codes')).toBe(1);
  const [next] = await crowd(site, 1);
  expect((await next?.post('/login/2fa', { code: site.code(bobSecret) }))?.status).toBe(429);
});

test('F5: wrong backup codes at once, on pages, by scripts and to step up, are ten as well', async () => {
  const site = await TestSite.start();
  const browsers = await before(site, 50, 'backup');
  await atOnce(50, async (at) => await recoveryWays[at % 3]?.(browsers[at] ?? site.browser(), '00000000'));
  expect(events(site, 'factor.refused')).toBe(10);
});

test('F9: one backup code handed in fifty times at once, in all ways, is taken once', async () => {
  const site = await TestSite.start();
  const browsers = await before(site, 50, 'backup');
  const taken = events(site, 'factor.accepted');
  await atOnce(50, async (at) => await recoveryWays[at % 3]?.(browsers[at] ?? site.browser(), '27182818'));
  expect(events(site, 'factor.accepted') - taken).toBe(1);
  expect(site.rows('SELECT id FROM recovery_codes WHERE used_at IS NOT NULL')).toHaveLength(1);
});

test('F10: eight backup codes, each four times at once, are eight sessions and none is left', async () => {
  const site = await TestSite.start();
  const codes = site.provider.users.find(({ username }) => username === 'bob')?.recoveryCodes ?? [];
  // Fewer than lock the account while all of them are still being looked at.
  for (const pair of [codes.slice(0, 2), codes.slice(2, 4), codes.slice(4, 6), codes.slice(6)]) {
    const browsers = await crowd(site, 8);
    await atOnce(8, async (at) => {
      const browser = browsers[at];
      return browser && (await recoveryWays[at % 2]?.(browser, pair[at >> 2] ?? ''));
    });
  }
  const bobs = "user_id = (SELECT id FROM users WHERE username = 'bob')";
  expect(site.rows(`SELECT id FROM sessions WHERE ${bobs}`)).toHaveLength(8);
});

test('F9: Infura’s one backup code thirty times at once turns 2FA off once', async () => {
  const site = await TestSite.start({ profile: 'infura' });
  const browsers = await crowd(site, 30);
  await atOnce(30, async (at) => {
    const browser = browsers[at];
    return browser && (await recoveryWays[at % 2]?.(browser, '2718281828459045'));
  });
  expect(events(site, 'two-factor.disabled')).toBe(1);
  expect(mails(site, 'A backup code was used')).toBe(1);
  const bobs = "user_id = (SELECT id FROM users WHERE username = 'bob')";
  expect(site.rows(`SELECT id FROM sessions WHERE ${bobs}`)).toHaveLength(1);
});

test('F8: a set-up confirmed ten times at once is one factor, with one list of codes and one mail', async () => {
  const site = await TestSite.start();
  const browser = site.connectedBrowser();
  await signIn(browser, 'alice');
  const secret = await beginSetup(browser, passwords['alice']);
  const code = site.code(secret);
  await atOnce(10, async (at) => {
    const tab = browser.copy();
    return at % 2 === 0 ? await tab.post('/2fa/confirm', { code }) : await tab.json('/2fa/confirm', { code });
  });
  const alices = "(SELECT id FROM factors WHERE user_id = (SELECT id FROM users WHERE username = 'alice'))";
  expect(site.rows(`SELECT id FROM recovery_codes WHERE factor_id IN ${alices}`)).toHaveLength(8);
  expect(events(site, 'two-factor.enabled')).toBe(1);
  expect(mails(site, 'Two-factor authentication is on')).toBe(1);
});

test('Fifty wrong passwords at once are five guesses, on pages and by scripts alike', async () => {
  const site = await TestSite.start();
  const browser = site.connectedBrowser();
  await browser.get('/login');
  const wrong = { username: 'bob', password: 'wrong' };
  await atOnce(50, async (at) => {
    return at % 2 === 0
      ? await browser.copy().post('/login', wrong)
      : await browser.copy().json('/sign-in', wrong);
  });
  expect(events(site, 'password.refused')).toBe(5);
});

test('F20: a link for a new password, used thirty times at once, changes it once', async () => {
  const site = await TestSite.start();
  const browser = site.connectedBrowser();
  await browser.get('/forgot');
  await browser.post('/forgot', { account: 'bob' });
  await browser.get(mailedLink(site));
  const token = mailedToken(site);
  await atOnce(30, async (at) => {
    return await browser.copy().post('/reset', { token, new_password: `another-password-${at}` });
  });
  expect(events(site, 'password.changed')).toBe(1);
});

test('F39: a support case that thirty ask for at once is one, and that two agents approve at once is approved once', async () => {
  const site = await TestSite.start({ profile: 'infura' });
  const browsers = await crowd(site, 30);
  await atOnce(30, async (at) => await browsers[at]?.post('/login/recover', {}));
  expect(site.rows('SELECT id FROM support_cases')).toHaveLength(1);
  const owner = site.connectedBrowser();
  await owner.get(mailedLink(site));
  await owner.post('/recover/confirm', { token: mailedToken(site) });
  const agent = site.connectedBrowser();
  await enterPassword(agent, 'agent', 'agent-at-the-desk');
  await agent.get('/support/cases');
  await atOnce(30, async () => {
    return await agent.copy().post('/support/cases/approve', { case: '1', proof: 'document' });
  });
  expect(events(site, 'case.approved')).toBe(1);
});

test('F5: guesses of a mailed code at once are five, and those of Metal’s boxes too', async () => {
  const site = await TestSite.start({ profile: 'metal' });
  const [browser] = await crowd(site, 1);
  await atOnce(40, async () => await browser?.copy().post('/login/2fa', inBoxes(site.wrongCode(bobSecret))));
  expect(events(site, 'factor.refused')).toBe(5);

  const other = await TestSite.start({ profile: 'defguard' });
  const inside = other.connectedBrowser();
  await signIn(inside, 'bob', other.code(bobSecret));
  await inside.get('/account/security');
  await inside.post('/2fa/mail/start', {});
  const code = /: (\d{6})/u.exec(
    other.rows<{ body: string }>('SELECT body FROM mails').at(-1)?.body ?? '',
  )?.[1];
  await inside.post('/2fa/mail/confirm', { code: code ?? '' });
  const [late] = await crowd(other, 1);
  await late?.post('/login/mail/send', {});
  await atOnce(40, async () => await late?.copy().post('/login/mail', { code: '000000' }));
  expect(events(other, 'factor.refused')).toBe(5);
});

test('F44: a password that was not looked at for want of room is not counted, when signing in or stepping up', async () => {
  const site = await TestSite.start();
  const browser = site.connectedBrowser();
  await enterPassword(browser, 'alice');
  const own = { username: 'alice', password: passwords['alice'] ?? '' };
  const full = vi.spyOn(site.engine.hasher, 'isPassword').mockRejectedValue(new BusyError('full'));
  for (let tries = 0; tries < 6; tries += 1) {
    expect((await browser.json('/sign-in', own)).status).toBe(503);
    expect((await browser.json('/step-up', own)).status).toBe(503);
  }
  full.mockRestore();
  expect((await browser.json('/step-up', own)).status).toBe(200);
  expect((await browser.json('/sign-in', own)).status).toBe(200);
});

test('F44: a code that was not looked at for want of room is not counted, neither on the sign-in nor on the account', async () => {
  const site = await TestSite.start();
  const [browser] = await crowd(site, 1);
  const full = vi.spyOn(site.engine.hasher, 'findCode').mockRejectedValue(new BusyError('full'));
  for (let tries = 0; tries < 12; tries += 1) {
    expect((await browser?.json('/sign-in/recovery', { code: '00000000' }))?.status).toBe(503);
  }
  full.mockRestore();
  expect((await browser?.json('/sign-in/recovery', { code: '27182818' }))?.status).toBe(200);
});

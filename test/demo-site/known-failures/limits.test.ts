import { expect, test } from 'vitest';
import { createProvider } from '../../../demo-site/provider.ts';
import { networkOf } from '../../../demo-site/routes/visitor.ts';
import { Browser } from '../support/browser.ts';
import {
  beginSetup,
  bobSecret,
  cheap,
  enable,
  enterPassword,
  isSignedIn,
  passwords,
  signIn,
  TestSite,
} from '../support/site.ts';

const MINUTE = 60;

/** One challenge, used up with wrong codes. */
async function exhaust(site: TestSite, path = '/login/2fa', secret = bobSecret): Promise<void> {
  const browser = site.browser();
  await enterPassword(browser, 'bob');
  const wrong = path === '/login/2fa' ? { code: site.wrongCode(secret) } : { backup_code: '00000000' };
  for (let tries = 0; tries < 5; tries += 1) await browser.post(path, wrong);
}

test('F2: the fifth wrong code ends the challenge, and the right one is then not taken', async () => {
  const site = await TestSite.start();
  const browser = site.browser();
  await enterPassword(browser, 'bob');
  const wrong = { code: site.wrongCode(bobSecret) };
  for (let tries = 0; tries < 4; tries += 1)
    expect((await browser.post('/login/2fa', wrong)).status).toBe(422);
  const thief = browser.copy();
  expect((await browser.post('/login/2fa', wrong)).path).toBe('/login?notice=start-again');
  expect(browser.cookies.has('challenge')).toBe(false);
  expect((await thief.post('/login/2fa', { code: site.code(bobSecret) })).path).toBe(
    '/login?notice=start-again',
  );
});

test('F2: fifty guesses at the same moment are still five', async () => {
  const site = await TestSite.start();
  const browser = site.browser();
  await enterPassword(browser, 'bob');
  const wrong = { code: site.wrongCode(bobSecret) };
  await Promise.all(Array.from({ length: 50 }, async () => await browser.copy().post('/login/2fa', wrong)));
  expect(site.rows("SELECT id FROM audit WHERE event = 'factor.refused'")).toHaveLength(5);
  expect(site.rows("SELECT id FROM mails WHERE subject LIKE 'A sign-in to % was stopped'")).toHaveLength(1);
});

test('F2: fifty guesses of a backup code at the same moment are still five, though hashing them takes a while', async () => {
  const site = await TestSite.start();
  const browser = site.browser();
  await enterPassword(browser, 'bob');
  await browser.get('/login/backup');
  const guesses = Array.from({ length: 50 }, (_, at) => String(at).padStart(8, '0'));
  await Promise.all(
    guesses.map(async (code) => await browser.copy().post('/login/backup', { backup_code: code })),
  );
  const [user] = site.rows<{ factor_failures: number }>(
    "SELECT factor_failures FROM users WHERE username = 'bob'",
  );
  expect(user?.factor_failures).toBe(5);
});

test('F3: the count is the account’s: ten wrong codes over two challenges lock it, for a new challenge too', async () => {
  const site = await TestSite.start();
  await exhaust(site);
  await exhaust(site);
  const browser = site.browser();
  const locked = await signIn(browser, 'bob', site.code(bobSecret));
  expect(locked.status).toBe(429);
  expect(locked.text).toContain('Try again in 15 minutes.');
  site.wait(15 * MINUTE - 1);
  expect(isSignedIn(await signIn(browser, 'bob', site.code(bobSecret)))).toBe(false);
  site.wait(1);
  expect(isSignedIn(await signIn(browser, 'bob', site.code(bobSecret)))).toBe(true);
});

test('F3: locks grow, and after a hundred wrong codes in a row waiting no longer helps', async () => {
  const site = await TestSite.start();
  for (const minutes of [15, 30, 60, 60, 60, 60, 60, 60, 60]) {
    await exhaust(site);
    await exhaust(site);
    site.wait(minutes * MINUTE - 1);
    expect((await signIn(site.browser(), 'bob', site.code(bobSecret))).status).toBe(429);
    site.wait(1);
  }
  await exhaust(site);
  await exhaust(site);
  site.wait(365 * 24 * 60 * MINUTE);
  const never = await signIn(site.browser(), 'bob', site.code(bobSecret));
  expect(never.status).toBe(429);
  expect(never.text).toContain('Contact support');
});

test('F3: a right code in between begins the count anew, and a new set-up elsewhere doesn’t', async () => {
  const site = await TestSite.start();
  await exhaust(site);
  expect(isSignedIn(await signIn(site.browser(), 'bob', site.code(bobSecret)))).toBe(true);
  await exhaust(site);
  const setup = site.browser();
  await signIn(setup, 'alice');
  await beginSetup(setup, passwords['alice']);
  site.wait(30);
  expect(isSignedIn(await signIn(site.browser(), 'bob', site.code(bobSecret)))).toBe(true);
});

test('F4: the limits are there without any being configured', async () => {
  const provider = await createProvider({ scrypt: cheap });
  try {
    const browser = new Browser(provider);
    const answers = [];
    for (let tries = 0; tries < 7; tries += 1)
      answers.push((await enterPassword(browser, 'bob', 'wrong')).status);
    expect(answers).toEqual([422, 422, 422, 422, 422, 429, 429]);
  } finally {
    await provider.stop();
  }
});

test('F5: codes, backup codes and the step-up share the one count', async () => {
  const site = await TestSite.start();
  const inside = site.browser();
  await signIn(inside, 'bob', site.code(bobSecret));
  site.wait(11 * MINUTE);
  await exhaust(site);
  await exhaust(site, '/login/backup');
  const stepUp = {
    goal: 'manage',
    factor: 'code',
    password: passwords['bob'] ?? '',
    code: site.code(bobSecret),
  };
  await inside.get('/step-up?goal=manage');
  expect((await inside.post('/step-up', stepUp)).status).toBe(429);
  await enterPassword(inside.copy(), 'bob');
  const backup = site.browser();
  await enterPassword(backup, 'bob');
  await backup.get('/login/backup');
  expect((await backup.post('/login/backup', { backup_code: '27182818' })).status).toBe(429);
});

test('F5: wrong codes at the step-up count as they do when signing in', async () => {
  const site = await TestSite.start();
  const inside = site.browser();
  await signIn(inside, 'bob', site.code(bobSecret));
  site.wait(11 * MINUTE);
  await inside.get('/step-up?goal=manage');
  const wrong = {
    goal: 'manage',
    factor: 'code',
    password: passwords['bob'] ?? '',
    code: site.wrongCode(bobSecret),
  };
  for (let tries = 0; tries < 10; tries += 1) await inside.post('/step-up', wrong);
  expect((await signIn(site.browser(), 'bob', site.code(bobSecret))).status).toBe(429);
});

test('A stranger without the password can’t lock the second factor', async () => {
  const site = await TestSite.start();
  const stranger = site.browser();
  for (let tries = 0; tries < 40; tries += 1) {
    await enterPassword(stranger, 'bob', 'wrong');
    await stranger.post('/login/2fa', { code: site.wrongCode(bobSecret) });
    site.wait(MINUTE);
  }
  expect(isSignedIn(await signIn(site.browser(), 'bob', site.code(bobSecret)))).toBe(true);
});

test('A wrong password at the step-up does not get as far as the code', async () => {
  const site = await TestSite.start();
  const browser = site.browser();
  const { secret } = await enable(site, browser);
  site.wait(11 * MINUTE);
  await browser.get('/step-up?goal=manage');
  const code = site.code(secret);
  const refused = await browser.post('/step-up', { goal: 'manage', factor: 'code', password: 'wrong', code });
  expect(refused.status).toBe(422);
  const done = await browser.post('/step-up', {
    goal: 'manage',
    factor: 'code',
    password: passwords['alice'] ?? '',
    code,
  });
  expect(done.path).toBe('/2fa/manage');
});

test('F34: another X-Forwarded-For is not another visitor', async () => {
  const site = await TestSite.start();
  const browser = site.browser();
  await browser.get('/login');
  const statuses = [];
  for (let tries = 0; tries < 6; tries += 1) {
    const headers = {
      'X-Forwarded-For': `198.51.${tries}.7`,
      'X-Real-IP': `198.51.${tries}.7`,
      Forwarded: `for=198.51.${tries}.7`,
    };
    statuses.push((await browser.post('/login', { username: 'bob', password: 'wrong' }, { headers })).status);
  }
  expect(statuses.at(-1)).toBe(429);
});

test.each([
  ['203.0.113.77', '203.0.113.0/24'],
  ['::ffff:203.0.113.77', '203.0.113.0/24'],
  ['2001:db8:1:2:aaaa::1', '2001:db8:1:2::/64'],
  ['2001:db8:1:2:bbbb:cccc:dddd:eeee', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['', 'unknown'],
])('F34: %s is a visitor from %s', (address, network) => {
  expect(networkOf(address)).toBe(network);
});

test('F35: signing in clears the wait of that account and of no other', async () => {
  const site = await TestSite.start();
  const browser = site.browser();
  for (let tries = 0; tries < 5; tries += 1) await enterPassword(browser, 'alice', 'wrong');
  expect(isSignedIn(await signIn(browser, 'bob', site.code(bobSecret)))).toBe(true);
  await browser.post('/logout', {});
  expect((await enterPassword(browser, 'alice')).status).toBe(429);
  site.wait(1);
  expect(isSignedIn(await enterPassword(browser, 'alice'))).toBe(true);
});

test('A user name and the e-mail address of the same account are one counter', async () => {
  const site = await TestSite.start();
  const browser = site.browser();
  const spellings = ['alice', 'alice@example.com', ' ALICE ', 'Alice@Example.com', 'alice'];
  for (const spelling of spellings)
    expect((await enterPassword(browser, spelling, 'wrong')).status).toBe(422);
  expect((await enterPassword(browser, 'alice@example.com', 'wrong')).status).toBe(429);
});

test('Fifty wrong passwords at the same moment are five guesses', async () => {
  const site = await TestSite.start();
  const browser = site.browser();
  await browser.get('/login');
  const tries = Array.from({ length: 50 }, async () => {
    return (await browser.copy().post('/login', { username: 'bob', password: 'wrong' })).status;
  });
  expect((await Promise.all(tries)).filter((status) => status === 422)).toHaveLength(5);
});

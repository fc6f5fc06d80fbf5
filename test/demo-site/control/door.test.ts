import { expect, test } from 'vitest';
import { DoorClient, DoorError } from '../../../demo-site/control/client.ts';
import { TOKEN_HEADER } from '../../../demo-site/control/contract.ts';
import { createProvider } from '../../../demo-site/provider.ts';
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
  useBackupCode,
} from '../support/site.ts';
import { openDoor } from './support.ts';

const START = Date.UTC(2026, 0, 1, 12);

test('The clock runs, stops, starts ahead and comes back, and the site follows it', async () => {
  const { site, door } = await openDoor();
  expect(await door.clock()).toEqual({ mode: 'real', now: START, offsetMs: 0 });
  const frozen = await door.freeze('2030-01-01T00:00:00Z');
  const then = Date.UTC(2030, 0, 1);
  expect(frozen).toEqual({ mode: 'frozen', now: then, offsetMs: then - START });
  site.wait(3600);
  expect((await door.clock()).now).toBe(then);
  expect(await door.advance(30_000)).toMatchObject({ mode: 'frozen', now: then + 30_000 });
  expect(site.engine.clock()).toBe(then + 30_000);
  expect((await door.changeClock({ mode: 'offset' })).now).toBe(then + 30_000);
  site.wait(5);
  expect((await door.clock()).now).toBe(then + 35_000);
  expect((await door.advance(-5000)).now).toBe(then + 30_000);
  expect(await door.changeClock({ mode: 'real' })).toEqual({ mode: 'real', now: site.now, offsetMs: 0 });
});

test('A frozen clock runs out what has a life when it is moved, and nothing before', async () => {
  const { site, door } = await openDoor();
  const browser = site.browser();
  await door.freeze();
  await enterPassword(browser, 'bob');
  await door.advance(10 * 60_000 - 1);
  expect((await browser.get('/login/2fa')).path).toBe('/login/2fa');
  await door.advance(1);
  expect((await browser.get('/login/2fa')).path).toBe('/login?notice=start-again');
});

test('The code of the door is the one that signs in, and the one of the next step with it', async () => {
  const { site, door } = await openDoor();
  const now = await door.code('bob');
  expect(now).toEqual({
    code: site.code(bobSecret),
    step: START / 30_000,
    from: START,
    until: START + 30_000,
    of: 'factor',
  });
  expect(isSignedIn(await signIn(site.browser(), 'bob', now.code))).toBe(true);
  expect(isSignedIn(await signIn(site.browser(), 'bob', now.code))).toBe(false);
  expect(isSignedIn(await signIn(site.browser(), 'bob', (await door.code('bob', 1)).code))).toBe(true);
  expect((await door.user('bob')).twoFactor?.lastStep).toBe(START / 30_000 + 1);
});

test('A plus sign that nobody encoded is still the next step', async () => {
  const { site, token } = await openDoor();
  const init = { headers: { [TOKEN_HEADER]: token } };
  const response = await site.provider.app.request('http://localhost/__test/totp/bob?step=+1', init);
  expect(await response.json()).toMatchObject({ code: site.code(bobSecret, 1) });
});

test('While a set-up waits, its code and its state are told, and its key only when it is asked for', async () => {
  const { site, door } = await openDoor();
  const browser = site.browser();
  await signIn(browser, 'alice');
  const secret = await beginSetup(browser, passwords['alice']);
  expect(await door.code('alice')).toMatchObject({ code: site.code(secret), of: 'setup' });
  expect((await door.user('alice')).setups).toEqual([{ startedAt: START, tries: 0 }]);
  const { setups } = await door.user('alice', { secrets: true });
  expect(setups).toEqual([{ startedAt: START, tries: 0, secret }]);
});

test('The state tells what an account has and owes', async () => {
  const { site, door } = await openDoor();
  const browser = site.browser();
  await enterPassword(browser, 'bob');
  await browser.post('/login/2fa', { code: site.wrongCode(bobSecret) });
  await useBackupCode(site.browser(), 'bob', '27182818');
  await enterPassword(site.browser(), 'bob');
  const { profile, clock, users } = await door.state();
  expect({ profile, mode: clock.mode }).toEqual({ profile: 'cloudmc', mode: 'real' });
  expect(users.map(({ username }) => username)).toEqual(expect.arrayContaining(['alice', 'bob', 'carol']));
  expect(users.find(({ username }) => username === 'bob')).toEqual({
    username: 'bob',
    name: 'Bob Tremblay',
    email: 'bob@example.com',
    twoFactor: {
      enabledAt: START,
      lastStep: 0,
      codesLeft: 7,
      mail: 'off',
      algorithm: 'sha1',
      digits: 6,
      period: 30,
    },
    setups: [],
    factorFailures: 0,
    lockedUntil: 0,
    sessions: 1,
    challenges: 2,
  });
  const { users: withSecrets } = await door.state({ secrets: true });
  expect(withSecrets.find(({ username }) => username === 'bob')?.twoFactor?.secret).toBe(bobSecret);
});

test('Reset forgets everything, clock and faults too, and signs everybody out', async () => {
  const { site, door } = await openDoor();
  const browser = site.browser();
  await enable(site, browser);
  await door.advance(1000);
  await door.addFault({ route: 'GET /login', times: 5, status: 503 });
  const before = await door.audit();
  await door.reset();
  expect(before.length).toBeGreaterThan(3);
  expect([await door.audit(), await door.outbox(), await door.faults()]).toEqual([[], [], []]);
  expect((await door.clock()).mode).toBe('real');
  expect((await door.user('alice')).twoFactor).toBeNull();
  expect((await browser.get('/console')).path).not.toBe('/console');
  expect(isSignedIn(await signIn(site.browser(), 'bob', site.code(bobSecret)))).toBe(true);
});

test('Reset takes other users, whom the front page then names', async () => {
  const { site, door } = await openDoor();
  const zoe = { username: 'zoe', name: 'Zoe', email: 'zoe@example.com', password: 'zoe-pass', about: 'New.' };
  await door.reset([{ ...zoe, role: 'customer' }]);
  expect((await door.state()).users.map(({ username }) => username)).toEqual(['zoe']);
  expect((await site.browser().get('/')).text).toContain('zoe-pass');
  expect(isSignedIn(await enterPassword(site.browser(), 'zoe', 'zoe-pass'))).toBe(true);
  await door.reset();
  expect((await door.state()).users).toHaveLength(1);
});

test('A user who is added can sign in with everything that was given', async () => {
  const { site, door } = await openDoor();
  const secret = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';
  const user = { username: 'Yann', password: 'yann-pass', secret, recoveryCodes: ['12345678'] };
  expect(await door.addUser(user)).toMatchObject({ username: 'yann', twoFactor: { codesLeft: 1 } });
  await enterPassword(site.browser(), 'yann', 'yann-pass');
  const browser = site.browser();
  await enterPassword(browser, 'yann', 'yann-pass');
  expect(isSignedIn(await browser.post('/login/2fa', { code: site.code(secret) }))).toBe(true);
  await expect(door.addUser({ username: 'YANN', password: 'x' })).rejects.toMatchObject({ status: 409 });
  const taken = { username: 'new', email: 'bob@example.com', password: 'x' };
  await expect(door.addUser(taken)).rejects.toMatchObject({ status: 409 });
});

test('A session from the door is one that proved everything just now', async () => {
  const { site, door } = await openDoor();
  const { cookie } = await door.openSession('bob');
  const browser = site.browser();
  browser.cookies.set(cookie.name, cookie.value);
  expect((await browser.get('/2fa/manage')).path).toBe('/2fa/manage');
  await door.endSessions('bob');
  expect((await browser.get('/console')).path).toBe('/login?notice=session-over');
});

test('The outbox is listed, read and emptied', async () => {
  const { site, door } = await openDoor();
  await enable(site, site.browser());
  await useBackupCode(site.browser(), 'bob', '27182818');
  const [newest, ...older] = await door.outbox();
  expect(newest).toMatchObject({ to: 'bob@example.com', subject: expect.stringContaining('backup code') });
  expect(await door.outbox({ to: 'alice@example.com' })).toEqual(older);
  const id = newest?.id ?? 0;
  expect(await door.mail(id)).toEqual(newest);
  await door.deleteMail(id);
  await expect(door.mail(id)).rejects.toMatchObject({ status: 404 });
  await expect(door.deleteMail(id)).rejects.toMatchObject({ status: 404 });
  expect(await door.outbox()).toEqual(older);
  await door.deleteMail();
  expect(await door.outbox()).toEqual([]);
});

test('The audit is told by user and by event', async () => {
  const { site, door } = await openDoor();
  await signIn(site.browser(), 'bob', site.wrongCode(bobSecret));
  await signIn(site.browser(), 'alice');
  const refused = await door.audit({ type: 'factor.refused' });
  expect(refused).toMatchObject([{ user: 'bob', factor: 'totp', reason: 'wrong', at: START }]);
  const events = (await door.audit({ user: 'alice' })).map(({ event }) => event);
  expect(events).toEqual(['session.created', 'password.accepted']);
});

test('A fault of a status befalls its route as often as it was told, and does nothing else', async () => {
  const { site, door } = await openDoor();
  const code = site.code(bobSecret);
  const browser = site.browser();
  await enterPassword(browser, 'bob');
  await door.addFault({ route: 'POST /login/2fa', times: 2, status: 503 });
  expect((await browser.post('/login/2fa', { code })).status).toBe(503);
  expect((await browser.get('/login/2fa')).status).toBe(200);
  expect((await browser.post('/login/2fa', { code })).status).toBe(503);
  expect(await door.faults()).toEqual([]);
  expect(isSignedIn(await browser.post('/login/2fa', { code }))).toBe(true);
});

test.each([
  ['PUT', '/clock', { mode: 'backwards' }],
  ['PUT', '/clock', { now: 'soon' }],
  ['PUT', '/clock', { now: -1 }],
  ['PUT', '/clock', { advanceMs: 1.5 }],
  ['PUT', '/clock', { hurry: true }],
  ['PUT', '/clock', []],
  ['POST', '/reset', { seed: 'everybody' }],
  ['POST', '/reset', { seed: [null] }],
  ['POST', '/users', {}],
  ['POST', '/users', { username: 'a b', password: 'x' }],
  ['POST', '/users', { username: 'dan', password: 'x', secret: 'not base32' }],
  ['POST', '/users', { username: 'dan', password: 'x', recoveryCodes: [1] }],
  ['POST', '/users', { username: 'dan', password: 'x', role: 'king' }],
  ['POST', '/faults', { route: 'GET /login' }],
  ['POST', '/faults', { route: 'GET /login', status: 503, delayMs: 1 }],
  ['POST', '/faults', { route: 'GET /login', status: 200 }],
  ['POST', '/faults', { route: 'GET /login', status: 503, times: 0 }],
  ['POST', '/faults', { route: 'GET /__test/clock', status: 503 }],
  ['POST', '/faults', { route: 'login', delayMs: 5 }],
] as const)('%s %s refuses %j and says why', async (method, path, body) => {
  const { site, token } = await openDoor();
  const before = site.rows('SELECT * FROM users');
  const response = await site.provider.app.request(`http://localhost/__test${path}`, {
    method,
    headers: { [TOKEN_HEADER]: token, 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  expect(response.status).toBe(400);
  expect(await response.json()).toEqual({ error: expect.stringMatching(/\w/u) });
  expect(site.rows('SELECT * FROM users')).toEqual(before);
  expect(site.errors).toEqual([]);
});

test.each([
  ['GET', '/state/nobody', 404],
  ['GET', '/totp/nobody', 404],
  ['GET', '/totp/alice', 409],
  ['GET', '/totp/bob?step=soon', 400],
  ['POST', '/sessions/nobody', 404],
  ['PATCH', '/clock', 404],
  ['GET', '/elsewhere', 404],
] as const)('%s %s is answered with %s %i', async (method, path, status) => {
  const { site, token } = await openDoor();
  const init = { method, headers: { [TOKEN_HEADER]: token } };
  expect((await site.provider.app.request(`http://localhost/__test${path}`, init)).status).toBe(status);
});

async function listening() {
  const provider = await createProvider({ control: true, scrypt: cheap, clock: () => START });
  const door = new DoorClient({ url: provider.url, token: provider.controlToken ?? '' });
  return { provider, door };
}

test('Over a connection the client reaches a provider that listens', async () => {
  const { provider, door } = await listening();
  try {
    expect((await door.clock()).now).toBe(START);
    const other = new DoorClient({ url: provider.url, token: 'wrong' });
    await expect(other.clock()).rejects.toThrow(new DoorError(401, 'X-Demo-Control is missing or wrong'));
  } finally {
    await provider.stop();
  }
});

test('The client says so where there is no door', async () => {
  const { provider } = await TestSite.start();
  const door = new DoorClient({ url: provider.url, token: 'any' });
  await expect(door.clock()).rejects.toThrow('the testing door answered 404: there is no door');
});

/** Alice's user name and password, as her browser sends them. */
async function sendPassword(url: string): Promise<Response> {
  const page = await fetch(`${url}/login`);
  const token = /name="form_token" value="([^"]+)"/u.exec(await page.text())?.[1] ?? '';
  const cookie = page.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  const body = new URLSearchParams({
    username: 'alice',
    password: passwords['alice'] ?? '',
    form_token: token,
  });
  const headers = { Cookie: cookie, Origin: url };
  return await fetch(`${url}/login`, { method: 'POST', headers, body, redirect: 'manual' });
}

test('A connection that is dropped after the commit leaves what was done, and no answer', async () => {
  const { provider, door } = await listening();
  try {
    await door.addFault({ route: 'POST /login', times: 1, dropAfterCommit: true });
    await expect(sendPassword(provider.url)).rejects.toThrow('fetch failed');
    expect((await door.user('alice')).sessions).toBe(1);
    expect((await sendPassword(provider.url)).status).toBe(303);
    expect((await door.user('alice')).sessions).toBe(2);
  } finally {
    await provider.stop();
  }
});

test('A fault that delays answers after all, and a site that is stopped meanwhile does not wait for it', async () => {
  const { provider, door } = await listening();
  await door.addFault({ route: 'GET /login', times: 1, delayMs: 1 });
  expect((await fetch(`${provider.url}/login`)).status).toBe(200);
  await door.addFault({ route: 'GET /login', times: 1, delayMs: 60_000 });
  const answer = fetch(`${provider.url}/login`).catch((error: unknown) => error);
  // The fault is taken when the request has arrived.
  while ((await door.faults()).length > 0);
  await provider.stop();
  expect(await answer).toBeInstanceOf(TypeError);
});

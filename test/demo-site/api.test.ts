import { expect, test } from 'vitest';
import type { Provider } from '../../demo-site/provider.ts';
import { providers, type ProviderId } from '../../demo-site/provider.ts';
import { bobSecret, carolSecret, passwords, TestSite } from './support/site.ts';

interface Answer {
  status: number;
  body: Record<string, unknown>;
}

/** A script with the cookies of one browser. */
class Script {
  readonly #app: Provider['app'];
  readonly cookies = new Map<string, string>();

  constructor({ provider }: TestSite) {
    this.#app = provider.app;
  }

  async post(path: string, fields: unknown = {}, headers: Record<string, string> = {}): Promise<Answer> {
    const json = { 'Content-Type': 'application/json', Cookie: this.#cookie(), ...headers };
    const body = typeof fields === 'string' ? fields : JSON.stringify(fields);
    return await this.#take(
      await this.#app.request(`/api/v1${path}`, { method: 'POST', headers: json, body }),
    );
  }

  async get(path: string): Promise<Answer> {
    return await this.#take(
      await this.#app.request(`/api/v1${path}`, { headers: { Cookie: this.#cookie() } }),
    );
  }

  #cookie(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  async #take(response: Response): Promise<Answer> {
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/u.exec(line) ?? [];
      if (line.includes('Max-Age=0')) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  }
}

async function signedIn(site: TestSite, username: string, code?: string): Promise<Script> {
  const script = new Script(site);
  await script.post('/sign-in', { username, password: passwords[username] });
  if (code !== undefined) await script.post('/sign-in/code', { code });
  return script;
}

test.each(Object.keys(providers) as ProviderId[])(
  'A script enables 2FA at %s, signs in with it, and disables it',
  async (profile) => {
    const site = await TestSite.start({ profile });
    const script = await signedIn(site, 'alice');
    const { body: begun } = await script.post('/2fa/start', { password: passwords['alice'] });
    const secret = String(begun['secret']);
    expect(secret).toMatch(/^[A-Z2-7]{32}$/u);
    expect(String(begun['uri'])).toContain(`secret=${secret}`);
    const confirmed = await script.post('/2fa/confirm', { code: site.code(secret) });
    const codes = confirmed.body['codes'] as string[];
    expect(codes).toHaveLength(providers[profile].policy.recovery?.count ?? 0);
    await script.post('/2fa/codes/acknowledge');
    await script.post('/sign-out');
    site.wait(30);
    const challenge = await script.post('/sign-in', { username: 'alice', password: passwords['alice'] });
    expect(challenge.body).toEqual({ state: 'second-factor' });
    expect((await script.post('/sign-in/code', { code: site.code(secret) })).body).toEqual({
      state: 'signed-in',
    });
    const { body: account } = await script.get('/account');
    expect(account).toMatchObject({ username: 'alice', twoFactor: { codesLeft: codes.length } });
    expect((await script.post('/2fa/disable')).body).toEqual({ state: 'disabled' });
    expect((await script.get('/account')).body['twoFactor']).toBeNull();
    expect(site.errors).toEqual([]);
  },
);

test('F1: a code that signed in on a page does not sign in a script, nor the other way round', async () => {
  const site = await TestSite.start();
  const script = await signedIn(site, 'bob', site.code(bobSecret));
  expect((await script.get('/account')).status).toBe(200);
  const browser = site.browser();
  await browser.get('/login');
  await browser.post('/login', { username: 'bob', password: passwords['bob'] ?? '' });
  expect((await browser.post('/login/2fa', { code: site.code(bobSecret) })).status).toBe(422);
});

test('F5: wrong codes of a script count on the account’s one counter, and lock the pages too', async () => {
  const site = await TestSite.start();
  for (let challenge = 0; challenge < 2; challenge += 1) {
    const script = await signedIn(site, 'bob');
    for (let tries = 0; tries < 4; tries += 1) {
      const wrong = await script.post('/sign-in/code', { code: site.wrongCode(bobSecret) });
      expect([wrong.status, wrong.body]).toEqual([422, { error: 'refused' }]);
    }
    expect((await script.post('/sign-in/recovery', { code: '00000000' })).body).toEqual({
      error: 'start-again',
    });
  }
  const script = await signedIn(site, 'bob');
  expect((await script.post('/sign-in/code', { code: site.code(bobSecret) })).status).toBe(429);
  const browser = site.browser();
  await browser.get('/login');
  await browser.post('/login', { username: 'bob', password: passwords['bob'] ?? '' });
  expect((await browser.post('/login/2fa', { code: site.code(bobSecret) })).status).toBe(429);
});

test('F5: fifty guesses of a script at the same moment are five', async () => {
  const site = await TestSite.start();
  const script = await signedIn(site, 'bob');
  const code = site.wrongCode(bobSecret);
  await Promise.all(Array.from({ length: 50 }, async () => await script.post('/sign-in/code', { code })));
  expect(site.rows("SELECT id FROM audit WHERE event = 'factor.refused'")).toHaveLength(5);
});

test('F14: where no codes are kept for later, none is taken', async () => {
  const site = await TestSite.start({ profile: 'cryptocloud' });
  const script = await signedIn(site, 'bob');
  for (const code of ['27182818', '2718281828459045', 'e2718281828459Aa']) {
    expect((await script.post('/sign-in/recovery', { code })).status).toBe(400);
  }
});

test('F9: thirty uses of one backup code by scripts at the same moment give one session', async () => {
  const site = await TestSite.start();
  const scripts = await Promise.all(Array.from({ length: 30 }, async () => await signedIn(site, 'carol')));
  await Promise.all(
    scripts.map(async (script) => await script.post('/sign-in/recovery', { code: '90210456' })),
  );
  expect(site.rows('SELECT id FROM sessions')).toHaveLength(1);
});

test.each([
  [null],
  [true],
  [0],
  [[]],
  [['123456']],
  [{ $ne: '' }],
  ['1'.repeat(9000)],
  ['١٢٣٤٥٦'],
  ['123456\0'],
  [94_287_082],
])('F15: a code that is %j is refused and counted, and breaks nothing', async (code) => {
  const site = await TestSite.start();
  const script = await signedIn(site, 'bob');
  expect((await script.post('/sign-in/code', { code })).status).toBe(400);
  expect((await script.post('/sign-in/recovery', { code })).status).toBe(400);
  const [challenge] = site.rows<{ tries: number }>('SELECT tries FROM sign_in_challenges');
  expect(challenge?.tries).toBe(2);
  expect(site.errors).toEqual([]);
});

test('F15: a password that is no text, and a body that is no object, are refused', async () => {
  const site = await TestSite.start();
  const script = new Script(site);
  for (const password of [null, true, 0, [], {}]) {
    expect((await script.post('/sign-in', { username: 'alice', password })).status).toBe(422);
    expect((await script.post('/sign-in', { username: password, password: 'x' })).status).toBe(422);
  }
  for (const body of ['', 'x', '{', '[]', 'null', '"x"', '1']) {
    const { status } = await script.post('/sign-in', body);
    expect(status).toBe(body === '' ? 422 : 400);
  }
  expect(await script.post('/sign-in', 'x'.repeat(1e6))).toEqual({ status: 413, body: { error: 'refused' } });
  expect(site.errors).toEqual([]);
});

test('F16: the password alone opens nothing, and its challenge is no session', async () => {
  const site = await TestSite.start();
  const script = await signedIn(site, 'bob');
  expect(script.cookies.has('sid')).toBe(false);
  script.cookies.set('sid', script.cookies.get('challenge') ?? '');
  expect((await script.get('/account')).status).toBe(401);
  for (const path of [
    '/step-up',
    '/2fa/start',
    '/2fa/confirm',
    '/2fa/cancel',
    '/2fa/codes/acknowledge',
    '/2fa/codes/regenerate',
    '/2fa/disable',
  ]) {
    expect((await script.post(path)).status).toBe(401);
  }
});

test('F30: a script with a session that is merely there neither disables nor regenerates, and the password alone does not help', async () => {
  const site = await TestSite.start();
  const script = await signedIn(site, 'bob', site.code(bobSecret));
  site.wait(10 * 60);
  expect((await script.post('/2fa/disable')).body).toEqual({ error: 'step-up' });
  expect((await script.post('/2fa/codes/regenerate')).status).toBe(403);
  const password = passwords['bob'];
  expect((await script.post('/step-up', { password })).body).toEqual({ error: 'empty' });
  expect((await script.post('/step-up', { password: 'wrong', code: site.code(bobSecret) })).status).toBe(422);
  expect((await script.post('/step-up', { password, code: site.code(bobSecret) })).body).toEqual({
    state: 'fresh',
  });
  expect((await script.post('/2fa/codes/regenerate')).body['codes']).toHaveLength(8);
});

test('F30: enabling asks a script for the password where a page would ask for it', async () => {
  const site = await TestSite.start();
  const script = await signedIn(site, 'alice');
  expect((await script.post('/2fa/start')).status).toBe(422);
  expect(site.rows('SELECT id FROM pending_enrolments')).toHaveLength(0);
});

test('F27: the secret is in the answer that begins the set-up, and in none after it', async () => {
  const site = await TestSite.start();
  const script = await signedIn(site, 'alice');
  const { body } = await script.post('/2fa/start', { password: passwords['alice'] });
  const answers = [await script.post('/2fa/confirm', { code: site.code(String(body['secret'])) })];
  answers.push(
    await script.get('/account'),
    await script.post('/2fa/start', { password: passwords['alice'] }),
  );
  expect(answers.at(-1)?.status).toBe(409);
  expect(JSON.stringify(answers)).not.toContain(body['secret']);
});

test('F40: a request from elsewhere, or one that a form could have sent, changes nothing', async () => {
  const site = await TestSite.start();
  const script = await signedIn(site, 'carol', site.code(carolSecret));
  const foreign = [
    { Origin: 'https://evil.example' },
    { Origin: 'null' },
    { 'Sec-Fetch-Site': 'cross-site' },
    { 'Sec-Fetch-Site': 'same-site' },
  ];
  for (const headers of foreign) expect((await script.post('/2fa/disable', {}, headers)).status).toBe(403);
  for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'application/jsonp', '']) {
    expect((await script.post('/2fa/disable', {}, { 'Content-Type': type })).status).toBe(415);
  }
  expect((await script.get('/2fa/disable')).status).toBe(404);
  expect((await script.get('/account')).body['twoFactor']).not.toBeNull();
});

test('F28: what a script is told of an account has no secret and no hash in it', async () => {
  const site = await TestSite.start();
  const script = await signedIn(site, 'bob', site.code(bobSecret));
  const { body } = await script.get('/account');
  expect(Object.keys(body).toSorted()).toEqual(['email', 'name', 'twoFactor', 'username']);
  expect(Object.keys(body['twoFactor'] as object).toSorted()).toEqual(['codesLeft', 'enabledAt', 'mail']);
});

test('CloudMC: a script sets up another authenticator after a backup code, and the old one goes when the new one has proved itself', async () => {
  const site = await TestSite.start();
  const script = await signedIn(site, 'bob');
  expect((await script.post('/sign-in/recovery', { code: '27182818' })).body).toEqual({
    state: 'signed-in',
    codesLeft: 7,
  });
  const { body: begun } = await script.post('/2fa/replace');
  const secret = String(begun['secret']);
  expect(begun['uri']).toContain(secret);
  expect((await signedIn(site, 'bob', site.code(bobSecret))).cookies.has('sid')).toBe(true);
  const { body } = await script.post('/2fa/confirm', { code: site.code(secret) });
  expect(body['codes']).toHaveLength(8);
  site.wait(30);
  expect((await signedIn(site, 'bob', site.code(bobSecret))).cookies.has('sid')).toBe(false);
  expect((await signedIn(site, 'bob', site.code(secret))).cookies.has('sid')).toBe(true);
  site.wait(10 * 60);
  expect((await script.post('/2fa/replace')).body).toEqual({ error: 'step-up' });
});

test('Nothing is set up in another’s place where there is nothing, or where the provider has no such way', async () => {
  const site = await TestSite.start();
  expect((await (await signedIn(site, 'alice')).post('/2fa/replace')).body).toEqual({ error: 'off' });
  const other = await TestSite.start({ profile: 'metal' });
  const script = await signedIn(other, 'bob', other.code(bobSecret));
  expect((await script.post('/2fa/replace')).status).toBe(409);
});

test('A script sees its sessions, ends them, and cancels a sign-in that is half done', async () => {
  const site = await TestSite.start();
  const [script, other] = [await signedIn(site, 'alice'), await signedIn(site, 'alice')];
  const { body } = await script.get('/sessions');
  const sessions = body['sessions'] as { id: number; current: boolean }[];
  expect(sessions.filter(({ current }) => current)).toHaveLength(1);
  expect(sessions).toHaveLength(2);
  expect(JSON.stringify(body)).not.toContain(script.cookies.get('sid'));
  expect((await script.post('/sessions/revoke', { which: 'mine' })).status).toBe(400);
  await script.post('/sessions/revoke', { which: sessions.find(({ current }) => !current)?.id });
  expect((await other.get('/account')).status).toBe(401);
  const half = await signedIn(site, 'bob');
  expect((await half.post('/sign-in/cancel')).body).toEqual({ state: 'signed-out' });
  expect(site.rows('SELECT id FROM sign_in_challenges')).toHaveLength(0);
});

test('F34: another X-Forwarded-For is not another visitor to a script either, when signing in or stepping up', async () => {
  const site = await TestSite.start();
  const [guessing, inside] = [new Script(site), await signedIn(site, 'alice')];
  const statuses: number[][] = [];
  for (let tries = 0; tries < 6; tries += 1) {
    const headers = { 'X-Forwarded-For': `198.51.${tries}.7`, 'X-Real-IP': `198.51.${tries}.7` };
    const guess = await guessing.post('/sign-in', { username: 'bob', password: 'wrong' }, headers);
    const step = await inside.post('/step-up', { password: 'wrong' }, headers);
    statuses.push([guess.status, step.status]);
  }
  expect(statuses).toEqual([...Array.from({ length: 5 }, () => [422, 422]), [429, 429]]);
});

import { connect } from 'node:net';
import * as fc from 'fast-check';
import { expect, onTestFinished, test, vi } from 'vitest';
import { createAllProviders } from '../../demo-site/all-providers.ts';
import { providers, type ProviderId } from '../../demo-site/provider.ts';
import { shapes } from '../../demo-site/shapes/catalogue.ts';
import { bobSecret, cheap, enterPassword, signIn, TestSite } from './support/site.ts';

// What comes in is anything at all. It is answered with a page that explains, and never with an error of ours.

vi.setConfig({ testTimeout: 60_000 });

const ids = Object.keys(providers) as ProviderId[];
const SEEDED = { seed: 20_260_101, numRuns: 150 } as const;

/** Every address that the site has, and some that it has not. */
function pathsOf(site: TestSite, isWanted: (path: string) => boolean): string[] {
  const others = ['/nowhere', '/__test/state', '/shapes/declared', '/shapes/none', '/api/v1/nowhere'];
  return [...new Set([...site.paths(), ...others])].filter((path) => isWanted(path));
}

const isScript = (path: string): boolean => path.startsWith('/api/v1/');
const names = [
  'username',
  'password',
  'code',
  'backup_code',
  'recovery',
  'goal',
  'factor',
  'which',
  'case',
].concat(
  ['proof', 'token', 'account', 'new_password', 'digit_1', 'digit_6', '__proto__', 'form_token'],
  ['text', 'method'],
);

/** Numbers of other scripts, controls, what other systems take for commands, and what is far too long. */
const text = fc.oneof(
  fc.constantFrom(
    '١٢٣٤٥٦',
    '１２３４５６',
    '१२३४५६',
    '12345\0',
    '𝟙𝟚𝟛𝟜𝟝𝟞',
    '-1',
    '1e5',
    '0x1F',
    "' OR 1=1 --",
  ),
  fc.constantFrom('<script>', '../../etc', '%00', '\r\nSet-Cookie: a=b', 'bob', 'alice', '27182818'),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ minLength: 300, maxLength: 2000 }),
);
const fields = fc.array(fc.tuple(fc.constantFrom(...names), text), { maxLength: 8 });
const cookies = fc.array(fc.tuple(fc.constantFrom('sid', 'challenge', 'browser', 'x'), fc.base64String()), {
  maxLength: 3,
});

function expectAnswer(status: number, type: string | null, body: string, where: string): void {
  expect(status, where).toBeLessThan(500);
  if (status < 400) return;
  expect(body.length, `${where} is answered ${status} without a word`).toBeGreaterThan(10);
  expect(type, where).toMatch(/^(?:text\/html|text\/plain|application\/json)/u);
}

test.each(ids)(
  'Whatever a form says at %s, it is answered with a page, and never with an error',
  async (profile) => {
    const site = await TestSite.start({ profile });
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...pathsOf(site, (path) => !isScript(path))),
        fields,
        cookies,
        fc.nat(3),
        async (path, sent, planted, who) => {
          const browser = site.browser();
          if (who === 1) await enterPassword(browser, 'bob');
          if (who === 2) await signIn(browser, 'alice');
          if (who === 3) for (const [name, value] of planted) browser.cookies.set(name, value);
          if (who !== 3) await browser.get('/login');
          const response = await browser.postOnly(path, sent);
          expectAnswer(response.status, response.headers.get('content-type'), await response.text(), path);
          const looked = await browser.raw(`${path}?${new URLSearchParams(sent).toString()}`);
          expectAnswer(looked.status, looked.headers.get('content-type'), await looked.text(), path);
          site.wait(60 * 60);
        },
      ),
      SEEDED,
    );
    expect(site.errors).toEqual([]);
  },
);

test.each(ids)(
  'Whatever a script sends to %s, it is answered in JSON, and never with an error',
  async (profile) => {
    const site = await TestSite.start({ profile });
    const body = fc.oneof(
      fc.json(),
      fc
        .dictionary(fc.constantFrom(...names), fc.oneof(fc.jsonValue(), text))
        .map((sent) => JSON.stringify(sent)),
      fc.constantFrom(
        '',
        '{',
        'null',
        '[]',
        '"x"',
        '{"code":{"$ne":""}}',
        '{"username":["bob"],"password":true}',
      ),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...pathsOf(site, isScript)),
        body,
        fc.nat(2),
        async (path, sent, who) => {
          const browser = site.browser();
          if (who === 1) await enterPassword(browser, 'bob');
          if (who === 2) await signIn(browser, 'alice');
          const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
          const headers = { 'Content-Type': 'application/json', Cookie: cookie };
          const response = await site.provider.app.request(`http://localhost${path}`, {
            method: 'POST',
            headers,
            body: sent,
          });
          expect(response.status, `${path} ${sent}`).toBeLessThan(500);
          expect(typeof (await response.json())).toBe('object');
          site.wait(60 * 60);
        },
      ),
      SEEDED,
    );
    expect(site.errors).toEqual([]);
  },
);

test('Whatever is no code is counted as a try, and none of it is a code', async () => {
  const site = await TestSite.start();
  const shaped = text.filter((typed) => typed.trim() !== '');
  await fc.assert(
    fc.asyncProperty(shaped, async (code) => {
      const before = tries(site);
      const browser = site.browser();
      await enterPassword(browser, 'bob');
      const page = await browser.post('/login/2fa', { code });
      expect([400, 422, 429]).toContain(page.status);
      if (page.status !== 429) expect(tries(site)).toBe(before + 1);
      else
        site.engine.store.change(() =>
          site.engine.store.run('UPDATE users SET factor_failures = 0, locked_until = 0'),
        );
    }),
    SEEDED,
  );
});

function tries(site: TestSite): number {
  const [bob] = site.rows<{ count: number }>(
    "SELECT factor_failures AS count FROM users WHERE username = 'bob'",
  );
  return bob?.count ?? -1;
}

test('A megabyte, a number of its own and a name that is none are answered over a connection, and the site goes on', async () => {
  const site = await TestSite.start();
  const browser = site.connectedBrowser();
  await browser.get('/login');
  const large = await browser.postOnly('/login', { username: 'x'.repeat(1_000_000), password: 'x' });
  expect([large.status, (await large.text()).includes('Too much at once')]).toEqual([413, true]);
  expect((await browser.json('/sign-in', { username: 'x'.repeat(1_000_000) })).status).toBe(413);
  for (const path of [
    '/nowhere',
    '/%',
    '/%ff%fe',
    '/..%2f..%2fetc',
    '/assets/../engine/store.ts',
    '//evil.example',
  ]) {
    const response = await fetch(`${site.provider.url}${path}`, { redirect: 'manual' });
    expect([200, 303, 400, 404], path).toContain(response.status);
  }
  for (const method of ['PUT', 'DELETE', 'PATCH', 'OPTIONS']) {
    const response = await fetch(`${site.provider.url}/login`, { method });
    expect(response.status, method).toBeGreaterThanOrEqual(400);
    expect(response.status, method).toBeLessThan(500);
  }
  expect((await signIn(browser, 'bob', site.code(bobSecret))).path).toBe('/console');
  expect(site.errors).toEqual([]);
});

/** As a browser asks that was sent to a name which leads here. */
type Ask = (host: string, path: string, init: RequestInit) => Promise<Response>;

async function startAll(): Promise<{ ask: Ask; errors: unknown[] }> {
  const errors: unknown[] = [];
  const all = await createAllProviders({ scrypt: cheap, onError: (error) => errors.push(error) });
  onTestFinished(async () => await all.stop());
  const ask: Ask = async (host, path, init) =>
    (await all.fetch(new Request(`http://${host}:${all.port}${path}`, init), {
      incoming: undefined,
    } as never)) as Response;
  return { ask, errors };
}

const kinds = fc.constantFrom(
  'application/x-www-form-urlencoded',
  'application/json',
  'multipart/form-data; boundary=x',
  'text/plain',
  '',
);

test('Whatever is asked of the list of all providers, it is answered with a page, and never with an error', async () => {
  const { ask, errors } = await startAll();
  const hosts = fc.constantFrom('localhost', '127.0.0.1', 'metal', 'xn--a.localhost', 'a.b.c.example');
  const some = fc.constantFrom(
    '/',
    '/testing',
    '/assets/site.css',
    '/assets/../main.ts',
    '/shapes',
    '/login',
  );
  const address = fc.oneof(
    some,
    fc.webPath(),
    text.map((typed) => `/${encodeURIComponent(typed.toWellFormed())}`),
  );
  const methods = fc.constantFrom('GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS');
  await fc.assert(
    fc.asyncProperty(hosts, address, methods, text, kinds, async (host, path, method, sent, type) => {
      const init = method === 'GET' ? {} : { body: sent.toWellFormed(), headers: { 'Content-Type': type } };
      const response = await ask(host, path, { method, ...init });
      const where = `${method} ${host}${path}`;
      expectAnswer(response.status, response.headers.get('content-type'), await response.text(), where);
    }),
    SEEDED,
  );
  expect(errors).toEqual([]);
});

test('What is not there, and what is too much, is a page that explains and leads on, on every host', async () => {
  const { ask, errors } = await startAll();
  const large = { method: 'POST', body: '1'.repeat(1_000_000), headers: { 'Content-Length': '1000000' } };
  for (const [host, home] of [
    ['localhost', '/'],
    ['metal.localhost', '/'],
  ] as const) {
    for (const [path, init, status, said, way] of [
      ['/nowhere', {}, 404, 'There is nothing here', home],
      ['/', large, 413, 'Too much at once', home],
      ['/shapes/nowhere', {}, 404, 'There is nothing here', '/shapes'],
      ['/shapes/assets/nothing.js', {}, 404, 'There is nothing here', home],
      ['/shapes/pictures/nobody.png', {}, 404, 'There is nothing here', '/shapes'],
      ['/shapes/check', large, 413, 'Too much at once', '/shapes'],
      ['/shapes/declared', large, 413, 'Too much at once', '/shapes'],
    ] as const) {
      const response = await ask(host, path, init);
      const body = await response.text();
      expect([host, path, response.status, body.includes(said)]).toEqual([host, path, status, true]);
      expect(response.headers.get('content-type')).toMatch(/^text\/html/u);
      expect(body).toContain(`href="${way}"`);
    }
  }
  expect(errors).toEqual([]);
});

test('Whatever is posted to a page of the zoo, it is answered, is never right by chance, and comes back in no page', async () => {
  const { ask, errors } = await startAll();
  const pages = fc.constantFrom('/shapes/check', ...shapes.map(({ id }) => `/shapes/${id}`));
  const body = fc.oneof(
    fields.map((sent) => new URLSearchParams(sent).toString()),
    text.map((typed) => typed.toWellFormed()),
    fc.constantFrom('%', '%00=%ff', '=&=&=', 'code', 'code=1&code=2', '{"code":{"$ne":""}}', ''),
  );
  await fc.assert(
    fc.asyncProperty(pages, body, kinds, async (path, sent, type) => {
      const init = { method: 'POST', body: `${sent}&mark=%3Cb%3Efuzzed`, headers: { 'Content-Type': type } };
      const response = await ask('localhost', path, init);
      const answer = await response.text();
      expectAnswer(response.status, response.headers.get('content-type'), answer, path);
      expect([200, 413]).toContain(response.status);
      expect(answer).not.toContain('<b>fuzzed');
      expect(path === '/shapes/check' ? answer : '').not.toBe('right');
    }),
    SEEDED,
  );
  expect(errors).toEqual([]);
});

/** What comes back on a connection of its own, whatever is said on it. */
function say(port: number, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let heard = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(text, 'latin1'));
    socket.setEncoding('utf8').on('data', (part: string) => (heard += part));
    socket.on('error', reject).on('close', () => resolve(heard));
  });
}

const CLOSE = 'Connection: close\r\n\r\n';

test.each([
  ['a host that is none', `GET / HTTP/1.1\r\nHost: a b\r\n${CLOSE}`, 400],
  ['a host of signs', `GET / HTTP/1.1\r\nHost: %%%\r\n${CLOSE}`, 400],
  ['no host', `GET / HTTP/1.0\r\n\r\n`, 400],
  ['no HTTP', 'hello\r\n\r\n', 400],
  ['an address of bytes', `GET /\u00ff HTTP/1.1\r\nHost: localhost\r\n${CLOSE}`, 400],
  ['a star', `OPTIONS * HTTP/1.1\r\nHost: localhost\r\n${CLOSE}`, 400],
  [
    'two lengths',
    `POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n${CLOSE}`,
    400,
  ],
  [
    'a cookie of 20 kB',
    `GET / HTTP/1.1\r\nHost: localhost\r\nCookie: sid=${'x'.repeat(20_000)}\r\n${CLOSE}`,
    431,
  ],
] as const)(
  'A request with %s is answered with a page that explains, and the site goes on',
  async (_, text, status) => {
    const site = await TestSite.start();
    const heard = await say(site.provider.port, text);
    expect(heard).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `, 'u'));
    expect(heard).toContain(
      status === 400 ? '<h1>That did not make sense</h1>' : '<h1>Too many cookies</h1>',
    );
    expect((await fetch(site.provider.url)).status).toBe(200);
    expect(site.errors).toEqual([]);
  },
);

import { describe, expect, test } from 'vitest';
import type { Browser } from '../support/browser.ts';
import {
  beginSetup,
  bobSecret,
  enterPassword,
  isSignedIn,
  passwords,
  signIn,
  TestSite,
} from '../support/site.ts';

async function challenged(site: TestSite): Promise<Browser> {
  const browser = site.browser();
  await enterPassword(browser, 'bob');
  return browser;
}

function tries(site: TestSite): number | undefined {
  return site.rows<{ tries: number }>('SELECT tries FROM sign_in_challenges')[0]?.tries;
}

describe('F13: nothing is not a code', () => {
  test.each(['/login/2fa', '/login/backup'])('at %s', async (path) => {
    const site = await TestSite.start();
    const browser = await challenged(site);
    const nothings = [
      {},
      { code: '', backup_code: '' },
      { code: '   ', backup_code: ' ' },
      { code: '', backup: '' },
    ];
    for (const fields of nothings) {
      const page = await browser.post(path, fields);
      expect(page.status).toBe(400);
      expect(page.text).toContain('Enter a code.');
    }
    expect(tries(site)).toBe(0);
    expect(site.errors).toEqual([]);
  });
});

test('F13: a code in the other form’s field is not looked at', async () => {
  const site = await TestSite.start();
  const browser = await challenged(site);
  expect((await browser.post('/login/2fa', { backup_code: '27182818' })).status).toBe(400);
  expect((await browser.post('/login/backup', { code: site.code(bobSecret) })).status).toBe(400);
  expect((await browser.post('/login/2fa', { code: '27182818' })).status).toBe(400);
});

const oddities = [
  'null',
  'true',
  '0',
  '[]',
  '["123456"]',
  '{"$ne":""}',
  '١٢٣٤٥٦',
  '123456\0',
  '94287082',
  "' OR 1=1 --",
  '%00',
  '-12345',
  '1e5000',
];

test.each(oddities)('F15: %j is refused and counted', async (code) => {
  const site = await TestSite.start();
  const browser = await challenged(site);
  const page = await browser.post('/login/2fa', { code });
  expect(page.status).toBe(400);
  expect(tries(site)).toBe(1);
  await browser.get('/login/backup');
  expect((await browser.post('/login/backup', { backup_code: code })).status).toBeGreaterThanOrEqual(400);
  expect(site.errors).toEqual([]);
});

test('F15: a repeated field is no code, even if both are right', async () => {
  const site = await TestSite.start();
  const browser = await challenged(site);
  const code = site.code(bobSecret);
  const twice: [string, string][] = [
    ['code', code],
    ['code', code],
  ];
  expect((await browser.post('/login/2fa', twice)).status).toBe(400);
  expect((await browser.post('/login/2fa', { 'code[]': code })).status).toBe(400);
  expect(isSignedIn(await browser.post('/login/2fa', { code }))).toBe(true);
});

test('F15: a code may be typed with spaces, and begins with a zero if it does', async () => {
  const site = await TestSite.start();
  while (!site.code(bobSecret).startsWith('0')) site.wait(30);
  const code = site.code(bobSecret);
  const short = await challenged(site);
  expect((await short.post('/login/2fa', { code: code.slice(1) })).status).toBe(400);
  expect(isSignedIn(await signIn(site.browser(), 'bob', `${code.slice(0, 3)} ${code.slice(3)}`))).toBe(true);
});

test('F15: a body of a megabyte, of another kind or of no form is refused without a trace', async () => {
  const site = await TestSite.start();
  const browser = await challenged(site);
  expect((await browser.post('/login/2fa', { code: '1'.repeat(1e6) })).status).toBe(413);
  const json = { headers: { 'Content-Type': 'application/json' } };
  expect((await browser.post('/login/2fa', { code: site.code(bobSecret) }, json)).status).toBe(415);
  const multipart = { headers: { 'Content-Type': 'multipart/form-data; boundary=x' } };
  expect((await browser.post('/login/2fa', { code: site.code(bobSecret) }, multipart)).status).toBe(415);
  expect(tries(site)).toBe(0);
});

test.each(['', 'x'.repeat(257), 'x'.repeat(10_000)])(
  'A password of a length that nobody has is refused',
  async (password) => {
    const site = await TestSite.start();
    expect((await enterPassword(site.browser(), 'bob', password)).status).toBe(422);
  },
);

test('What is typed comes back as text, never as markup', async () => {
  const site = await TestSite.start();
  const page = await enterPassword(site.browser(), '"><script>alert(1)</script>', 'x');
  expect(page.html).not.toContain('<script>alert');
  expect(page.html).toContain('&quot;&gt;&lt;script&gt;');
});

test('Unknown addresses, ids and cookies get a page that explains, never an error of ours', async () => {
  const site = await TestSite.start();
  const browser = site.browser();
  for (const path of [
    '/nope',
    '/2fa',
    '/login/3fa',
    '/assets/../main.ts',
    '/assets/main.ts',
    '/reset?t=x',
    '/reset',
  ]) {
    const page = await browser.get(path);
    expect(page.status).toBe(404);
    expect(page.text).toContain('There is nothing here');
  }
  for (const value of ['', 'x', '\u00ff', '%', 'x'.repeat(4000)]) {
    browser.cookies.set('sid', encodeURIComponent(value));
    browser.cookies.set('challenge', encodeURIComponent(value));
    expect((await browser.get('/console')).path).toMatch(/^\/login/u);
    expect((await browser.get('/login/2fa')).path).toBe('/login?notice=start-again');
    browser.cookies.set('sid', value === '\u00ff' ? '%FF' : value);
    expect((await browser.get('/')).status).toBe(200);
  }
  expect(site.errors).toEqual([]);
});

test('While setting up, a code of a clock that is off says by how much, and signing in never does', async () => {
  const site = await TestSite.start();
  const browser = site.browser();
  await signIn(browser, 'alice');
  const secret = await beginSetup(browser, passwords['alice']);
  expect((await browser.post('/2fa/confirm', { code: site.code(secret, -4) })).text).toContain(
    'about 120 s behind',
  );
  expect((await browser.post('/2fa/confirm', { code: site.code(secret, 7) })).text).toContain(
    'about 210 s ahead',
  );
  expect((await browser.post('/2fa/confirm', { code: site.wrongCode(secret) })).text).not.toContain(
    'seems about',
  );
  expect((await signIn(site.browser(), 'bob', site.code(bobSecret, -4))).text).not.toContain('seems about');
});

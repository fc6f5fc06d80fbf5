import { expect, test } from 'vitest';
import { bobSecret, enterPassword, isSignedIn, signIn, TestSite, whileHashing } from '../support/site.ts';

const fresh = 'a-brand-new-password';

async function askForLink(site: TestSite, account: string): Promise<string> {
  const browser = site.browser();
  await browser.get('/forgot');
  await browser.post('/forgot', { account });
  const [mail] = site.rows<{ body: string }>('SELECT body FROM mails ORDER BY id DESC');
  return /https?:\/\/\S+/u.exec(mail?.body ?? '')?.[0] ?? '';
}

async function reset(site: TestSite, link: string, password: string) {
  const { pathname, search, searchParams } = new URL(link);
  const browser = site.browser();
  // For a form's token, should the link's own page have none.
  await browser.get('/forgot');
  await browser.get(pathname + search);
  return {
    browser,
    page: await browser.post('/reset', { token: searchParams.get('t') ?? '', new_password: password }),
  };
}

test('F20: a new password signs nobody in, ends every session, and does not pass the second factor', async () => {
  const site = await TestSite.start();
  const bob = site.browser();
  await signIn(bob, 'bob', site.code(bobSecret));
  const halfway = site.browser();
  await enterPassword(halfway, 'bob');
  const { browser, page } = await reset(site, await askForLink(site, 'bob@example.com'), fresh);
  expect(page.path).toBe('/login?notice=password-changed');
  expect((await browser.get('/console')).path).toBe('/login');
  expect((await bob.get('/console')).path).toBe('/login?notice=session-over');
  site.wait(30);
  expect((await halfway.post('/login/2fa', { code: site.code(bobSecret) })).path).toBe(
    '/login?notice=start-again',
  );
  expect((await enterPassword(browser, 'bob')).status).toBe(422);
  expect((await enterPassword(browser, 'bob', fresh)).path).toBe('/login/2fa');
  expect(isSignedIn(await browser.post('/login/2fa', { code: site.code(bobSecret) }))).toBe(true);
});

test('F20: a link works once, for half an hour, and takes the other links with it', async () => {
  const site = await TestSite.start();
  const [first, second] = [await askForLink(site, 'alice'), await askForLink(site, 'alice')];
  expect((await reset(site, second, fresh)).page.path).toBe('/login?notice=password-changed');
  expect((await reset(site, second, fresh)).page.status).toBe(404);
  expect((await reset(site, first, fresh)).page.status).toBe(404);
  const late = await askForLink(site, 'alice');
  site.wait(30 * 60);
  expect((await reset(site, late, fresh)).page.status).toBe(404);
});

test('F20: of two uses of one link at the same moment one counts', async () => {
  const site = await TestSite.start();
  const link = await askForLink(site, 'alice');
  let other = 0;
  whileHashing(site.engine, 'hashPassword', async () => {
    other = (await reset(site, link, 'the-password-that-was-first')).page.firstStatus;
  });
  expect((await reset(site, link, fresh)).page.status).toBe(404);
  expect(other).toBe(303);
  expect(isSignedIn(await enterPassword(site.browser(), 'alice', 'the-password-that-was-first'))).toBe(true);
});

test('F38: the same is said whether or not there is such an account', async () => {
  const site = await TestSite.start();
  const answers = [];
  for (const account of ['alice', 'nobody@example.com', '', 'x'.repeat(1000)]) {
    const browser = site.browser();
    await browser.get('/forgot');
    answers.push((await browser.post('/forgot', { account })).text.replace(/\d\d:\d\d:\d\d/u, ''));
  }
  expect(new Set(answers).size).toBe(1);
  expect(site.rows('SELECT id FROM mails')).toHaveLength(1);
});

test('F42: the mailed link names the configured address, whatever host a request came to', async () => {
  const site = await TestSite.start({ publicUrl: 'https://cloudmc.example' });
  const evil = 'http://evil.example';
  const page = await site.provider.app.request(`${evil}/forgot`);
  const cookie = page.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  const token = /name="form_token" value="([^"]+)"/u.exec(await page.text())?.[1] ?? '';
  await site.provider.app.request(`${evil}/forgot`, {
    method: 'POST',
    headers: {
      Cookie: cookie,
      Origin: evil,
      'X-Forwarded-Host': 'evil.example',
      'Content-Type': 'application/x-www-form-urlencoded',
    },
    body: new URLSearchParams({ account: 'alice', form_token: token }),
  });
  const [mail] = site.rows<{ body: string }>('SELECT body FROM mails');
  expect(mail?.body).toContain('https://cloudmc.example/reset?t=');
  expect(mail?.body).not.toContain('evil');
});

test('Three links an hour are mailed to one account, and asking locks nothing', async () => {
  const site = await TestSite.start();
  for (const account of ['alice', 'alice@example.com', 'ALICE', ' alice ', 'alice'])
    await askForLink(site, account);
  expect(site.rows('SELECT id FROM mails')).toHaveLength(3);
  expect(isSignedIn(await enterPassword(site.browser(), 'alice'))).toBe(true);
  site.wait(60 * 60 + 1);
  await askForLink(site, 'alice');
  expect(site.rows('SELECT id FROM mails')).toHaveLength(4);
});

test.each(['', 'short', 'x'.repeat(257)])(
  'A new password has ten characters at least and 256 at most',
  async (password) => {
    const site = await TestSite.start();
    const { page } = await reset(site, await askForLink(site, 'alice'), password);
    expect(page.status).toBe(422);
    expect(page.text).toContain('Choose one of 10 to 256 characters.');
  },
);

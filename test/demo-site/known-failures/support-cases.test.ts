import { expect, test } from 'vitest';
import type { Browser } from '../support/browser.ts';
import { carolSecret, enterPassword, isSignedIn, signIn, TestSite } from '../support/site.ts';
import { caseState, lastMail, mailedLink } from '../flows/steps.ts';

const HOUR = 3600;
const agentPassword = 'agent-at-the-desk';

async function start(): Promise<TestSite> {
  return await TestSite.start({ profile: 'infura' });
}

/** Carol, who has lost everything but her password, asks for her account. */
async function ask(site: TestSite): Promise<Browser> {
  const browser = site.browser();
  await enterPassword(browser, 'carol');
  await browser.get('/login/recover');
  expect((await browser.post('/login/recover', {})).path).toBe('/login/recover/sent');
  return browser;
}

async function follow(browser: Browser, link: string): Promise<number> {
  const page = await browser.get(link);
  if (page.status !== 200) return page.status;
  const [path = '', token = ''] = link.split('?t=');
  return (await browser.post(path, { token })).status;
}

async function agent(site: TestSite): Promise<Browser> {
  const browser = site.browser();
  await enterPassword(browser, 'agent', agentPassword);
  await browser.get('/support/cases');
  return browser;
}

async function approve(browser: Browser, proof = 'invoice'): Promise<{ status: number; path: string }> {
  return await browser.post('/support/cases/approve', { case: '1', proof });
}

async function isProtected(site: TestSite): Promise<boolean> {
  return (await enterPassword(site.browser(), 'carol')).path === '/login/2fa';
}

test('F39: an account is given back after its owner has confirmed, support has checked, and a day has passed', async () => {
  const site = await start();
  const carol = await ask(site);
  expect(lastMail(site)?.subject).toBe('Recover your Infura demo account');
  expect(await follow(carol, mailedLink(site))).toBe(200);
  const support = await agent(site);
  expect((await support.get('/support/cases')).text).toContain('Confirmed by mail: check a proof.');
  expect((await approve(support)).path).toBe('/support/cases');
  expect(lastMail(site)?.subject).toBe('Two-factor authentication will be off for Infura demo in 24 hours');
  site.wait(24 * HOUR - 1);
  expect(await isProtected(site)).toBe(true);
  site.wait(1);
  const back = await enterPassword(carol, 'carol');
  expect(isSignedIn(back)).toBe(true);
  expect(lastMail(site)?.subject).toBe('Your Infura demo account is recovered');
  expect(caseState(site)).toBe('done');
  expect((await carol.get('/account/security')).html).toContain('data-testid="enable-2fa"');
});

test('F39: a sign-in that was half done ends with the recovery, and so does a lock of the codes', async () => {
  const site = await start();
  const carol = await ask(site);
  await follow(carol, mailedLink(site));
  await approve(await agent(site));
  const lock = "UPDATE users SET factor_failures = 100, locked_until = 9e15 WHERE username = 'carol'";
  site.engine.store.change(() => site.engine.store.run(lock));
  site.wait(24 * HOUR - 60);
  const halfway = site.browser();
  await enterPassword(halfway, 'carol');
  site.wait(60);
  expect((await halfway.post('/login/2fa', { code: site.code(carolSecret) })).path).toBe(
    '/login?notice=start-again',
  );
  expect(site.rows("SELECT id FROM users WHERE username = 'carol' AND factor_failures = 0")).toHaveLength(1);
});

test('F39: support can’t approve what the owner has not confirmed, nor without naming what was checked', async () => {
  const site = await start();
  const carol = await ask(site);
  const support = await agent(site);
  expect((await approve(support)).status).toBe(409);
  await follow(carol, mailedLink(site));
  for (const proof of ['', 'none', 'toString', '__proto__']) {
    await support.get('/support/cases');
    expect((await approve(support, proof)).status).toBe(400);
  }
  expect(caseState(site)).toBe('confirmed');
});

test('F39: nobody but support sees or decides cases, and support has to have proved lately who it is', async () => {
  const site = await start();
  const carol = await ask(site);
  await follow(carol, mailedLink(site));
  const mallory = site.browser();
  await signIn(mallory, 'alice');
  expect((await mallory.get('/support/cases')).status).toBe(404);
  expect((await approve(mallory)).status).toBe(404);
  expect((await mallory.post('/support/cases/reject', { case: '1' })).status).toBe(404);
  const support = await agent(site);
  site.wait(10 * 60);
  expect((await approve(support)).path).toBe('/step-up?goal=support');
  expect(caseState(site)).toBe('confirmed');
  const fields = { goal: 'support', factor: 'none', password: agentPassword };
  expect((await support.post('/step-up', fields)).path).toBe('/support/cases');
  await approve(support);
  expect(caseState(site)).toBe('cooling');
});

test('F39: no agent decides his own case', async () => {
  const site = await start();
  await ask(site);
  site.engine.store.change(() =>
    site.engine.store.run(
      "UPDATE support_cases SET state = 'confirmed', user_id = (SELECT id FROM users WHERE username = 'agent')",
    ),
  );
  expect((await approve(await agent(site))).status).toBe(409);
});

test('F39: while it cools, the link in the mail stops it, and looking at the link does not', async () => {
  const site = await start();
  const carol = await ask(site);
  await follow(carol, mailedLink(site));
  await approve(await agent(site));
  const link = mailedLink(site);
  expect((await site.browser().get(link)).status).toBe(200);
  expect(caseState(site)).toBe('cooling');
  expect(await follow(site.browser(), link)).toBe(200);
  expect(caseState(site)).toBe('cancelled');
  expect(await follow(site.browser(), link)).toBe(404);
  site.wait(48 * HOUR);
  expect(await isProtected(site)).toBe(true);
});

test('F39: a case ends when the second factor that is said to be lost is used', async () => {
  const site = await start();
  await follow(await ask(site), mailedLink(site));
  await approve(await agent(site));
  expect(isSignedIn(await signIn(site.browser(), 'carol', site.code(carolSecret)))).toBe(true);
  expect(caseState(site)).toBe('cancelled');
  expect(lastMail(site)?.subject).toBe('The recovery of your Infura demo account is cancelled');
  site.wait(48 * HOUR);
  expect(await isProtected(site)).toBe(true);
});

test('F39: a link that was not followed within a day confirms nothing', async () => {
  const site = await start();
  await ask(site);
  const link = mailedLink(site);
  site.wait(24 * HOUR);
  expect(await follow(site.browser(), link)).toBe(404);
  expect(caseState(site)).toBe('expired');
});

test('F39: a rejected case turns nothing off, and can’t be confirmed or approved any more', async () => {
  const site = await start();
  const carol = await ask(site);
  const link = mailedLink(site);
  await follow(carol, link);
  const support = await agent(site);
  await support.post('/support/cases/reject', { case: '1' });
  expect(caseState(site)).toBe('rejected');
  expect((await approve(support)).status).toBe(409);
  expect(await follow(carol, link)).toBe(404);
  site.wait(48 * HOUR);
  expect(await isProtected(site)).toBe(true);
});

test('F39: asking needs the password, and says the same the first time, the second and the tenth', async () => {
  const site = await start();
  const stranger = site.browser();
  expect((await stranger.get('/login/recover')).path).toBe('/login?notice=start-again');
  await stranger.get('/login');
  expect((await stranger.post('/login/recover', {})).path).toBe('/login?notice=start-again');
  const texts = [];
  for (let times = 0; times < 10; times += 1) {
    const browser = await ask(site);
    texts.push((await browser.get('/login/recover/sent')).text);
  }
  expect(new Set(texts).size).toBe(1);
  expect(site.rows('SELECT id FROM support_cases')).toHaveLength(1);
  expect(site.rows('SELECT id FROM mails')).toHaveLength(1);
});

test('F39: three cases in a day are all that an account can have', async () => {
  const site = await start();
  const support = await agent(site);
  for (let times = 1; times <= 4; times += 1) {
    await ask(site);
    await support.get('/support/cases');
    await support.post('/support/cases/reject', { case: String(times) });
  }
  expect(site.rows('SELECT id FROM support_cases')).toHaveLength(3);
  site.wait(24 * HOUR);
  await ask(site);
  expect(site.rows('SELECT id FROM support_cases')).toHaveLength(4);
});

test('F39: thirty who ask at the same moment open one case', async () => {
  const site = await start();
  const browsers: Browser[] = [];
  for (let at = 0; at < 30; at += 1) {
    const browser = site.browser();
    await enterPassword(browser, 'carol');
    browsers.push(browser);
  }
  await Promise.all(browsers.map(async (browser) => await browser.post('/login/recover', {})));
  expect(site.rows('SELECT id FROM support_cases')).toHaveLength(1);
});

test('F42: the links of a case are built from the configured address', async () => {
  const site = await TestSite.start({ profile: 'infura', publicUrl: 'https://infura.example' });
  await ask(site);
  expect(lastMail(site)?.body).toContain('https://infura.example/recover/confirm?t=');
});

test('Where the provider has no support cases, there is no way to open one', async () => {
  const site = await TestSite.start();
  const browser = site.browser();
  await enterPassword(browser, 'carol');
  expect((await browser.get('/login/recover')).status).toBe(404);
  expect((await browser.get('/support/cases')).status).toBe(404);
});

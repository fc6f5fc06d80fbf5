import { describe, expect, test } from 'vitest';
import type { Browser } from '../support/browser.ts';
import { bobSecret, enterPassword, isSignedIn, passwords, signIn, TestSite } from '../support/site.ts';
import { labelOf, lastMail, mailedLink, mailedToken } from './steps.ts';

const DAY = 24 * 3600;

async function start(): Promise<TestSite> {
  return await TestSite.start({ profile: 'cryptocloud' });
}

async function agentOf(site: TestSite): Promise<Browser> {
  const browser = site.browser();
  await enterPassword(browser, 'agent', 'agent-at-the-desk');
  return browser;
}

/** Carol, whose device is gone and whose key was never stored. */
async function write(site: TestSite, text = 'I have lost my phone.'): Promise<Browser> {
  const browser = site.browser();
  const prompt = await enterPassword(browser, 'carol');
  expect(labelOf(prompt, 'contact')).toBe('Contact technical support');
  await browser.get('/support');
  expect((await browser.post('/support', { text })).path).toBe('/support/sent');
  return browser;
}

test('CryptoCloud: who can’t log in writes to support, which gives the account back by the rules of every support case', async () => {
  const site = await start();
  const carol = await write(site);
  const subjects = site.rows<{ subject: string }>('SELECT subject FROM mails').map(({ subject }) => subject);
  expect(subjects).toEqual([
    'Your message to the support of CryptoCloud demo',
    'Recover your CryptoCloud demo account',
  ]);
  const agent = await agentOf(site);
  const cases = await agent.get('/support/cases');
  expect(cases.text).toContain('I have lost my phone.');
  expect((await agent.post('/support/cases/approve', { case: '1', proof: 'document' })).status).toBe(409);
  await carol.get(mailedLink(site));
  await carol.post('/recover/confirm', { token: mailedToken(site) });
  await agent.get('/support/cases');
  await agent.post('/support/cases/approve', { case: '1', proof: 'document' });
  site.wait(DAY - 1);
  expect((await enterPassword(carol, 'carol')).path).toBe('/login/2fa');
  site.wait(1);
  expect(isSignedIn(await enterPassword(carol, 'carol'))).toBe(true);
  expect((await carol.get('/account/security')).html).toContain('data-testid="enable-2fa"');
  expect(site.errors).toEqual([]);
});

test('CryptoCloud: support answers in the chat of the account, and by mail', async () => {
  const site = await start();
  const alice = site.browser();
  expect(labelOf(await signIn(alice, 'alice'), 'support')).toBe('Support');
  const page = await alice.get('/support');
  expect(page.text).toContain('contact our support via chat on the website and in your personal account');
  expect(page.text).toContain('Telegram');
  const sent = await alice.post('/support', { text: 'How do I store the <b>key</b>?' });
  expect(sent.text).toContain('Your message is with support.');
  expect(sent.html).toContain('How do I store the &lt;b&gt;key&lt;/b&gt;?');
  expect(site.rows('SELECT id FROM support_cases')).toHaveLength(0);
  const agent = await agentOf(site);
  await agent.get('/support/cases');
  await agent.post('/support/answer', { username: 'alice', text: 'On paper, in a drawer.' });
  expect(lastMail(site)).toMatchObject({
    subject: 'Support of CryptoCloud demo has answered',
    body: expect.stringContaining('On paper, in a drawer.') as string,
  });
  const chat = await alice.get('/support');
  expect(chat.text).toMatch(/How do I store.*Alice Martin.*On paper, in a drawer\. Support/u);
});

describe('F39: a message to support', () => {
  test('is written by who is signed in or has entered the password, and by nobody else', async () => {
    const site = await start();
    const stranger = site.browser();
    expect((await stranger.get('/support')).html).not.toContain('<textarea');
    await stranger.get('/login');
    expect((await stranger.post('/support', { text: 'It is me.' })).path).toBe('/login?notice=start-again');
    expect(site.rows('SELECT id FROM support_messages')).toHaveLength(0);
  });

  test('is shown to who is signed in, and to no one who merely knows the password', async () => {
    const site = await start();
    const bob = site.browser();
    await signIn(bob, 'bob', site.code(bobSecret));
    await bob.get('/support');
    await bob.post('/support', { text: 'My invoice is number 4711.' });
    const thief = site.browser();
    await enterPassword(thief, 'bob');
    expect((await thief.get('/support')).text).not.toContain('4711');
    const other = site.browser();
    await signIn(other, 'alice');
    expect((await other.get('/support')).text).not.toContain('4711');
    expect((await other.get('/support/cases')).status).toBe(404);
    expect((await other.post('/support/answer', { username: 'bob', text: 'x' })).status).toBe(404);
  });

  test('turns nothing off, and is answered alike whether or not there is a case already', async () => {
    const site = await start();
    const texts = [];
    for (let times = 0; times < 3; times += 1)
      texts.push((await (await write(site)).get('/support/sent')).text);
    expect(new Set(texts).size).toBe(1);
    expect(site.rows('SELECT id FROM support_cases')).toHaveLength(1);
    site.wait(3 * DAY);
    expect((await enterPassword(site.browser(), 'carol')).path).toBe('/login/2fa');
  });

  test('has a length, and there are ten in an hour', async () => {
    const site = await start();
    const alice = site.browser();
    await signIn(alice, 'alice');
    await alice.get('/support');
    for (const text of ['', '   ', 'x'.repeat(1001)]) {
      const page = await alice.post('/support', { text });
      expect([page.status, labelOf(page, 'error')]).toEqual([400, 'Write 1 to 1000 characters.']);
    }
    const statuses = [];
    for (let times = 0; times < 11; times += 1) {
      await alice.get('/support');
      statuses.push((await alice.post('/support', { text: 'Hello?' })).status);
    }
    expect(statuses).toEqual([...Array.from({ length: 10 }, () => 200), 429]);
  });
});

test('CryptoCloud: a script writes to support and reads the answer, by the same rules', async () => {
  const site = await start();
  const carol = site.browser();
  expect((await carol.json('/support/messages', { text: 'Hello' })).body).toEqual({ error: 'start-again' });
  await carol.json('/sign-in', { username: 'carol', password: passwords['carol'] });
  for (const text of [null, '', ['x'], 'x'.repeat(1001)]) {
    expect((await carol.json('/support/messages', { text })).status).toBe(422);
  }
  expect((await carol.json('/support/messages', { text: 'Lost it.' })).body).toEqual({ state: 'sent' });
  expect(site.rows('SELECT id FROM support_cases')).toHaveLength(1);
  expect((await carol.raw('/api/v1/support/messages')).status).toBe(401);
  const agent = await agentOf(site);
  const { chats } = (await (await agent.raw('/api/v1/support/messages')).json()) as { chats: unknown[] };
  expect(chats).toMatchObject([{ username: 'carol', lines: [{ text: 'Lost it.', bySupport: false }] }]);
  expect((await agent.json('/support/answer', { username: 'alice', text: 'x' })).status).toBe(404);
  expect((await agent.json('/support/answer', { username: 'carol', text: '' })).status).toBe(422);
  expect(
    (await agent.json('/support/answer', { username: 'carol', text: 'Look into your mail.' })).body,
  ).toEqual({
    state: 'answered',
  });
  const alice = site.browser();
  await signIn(alice, 'alice');
  expect((await alice.json('/support/answer', { username: 'carol', text: 'x' })).status).toBe(404);
  expect(await (await alice.raw('/api/v1/support/messages')).json()).toEqual({ messages: [] });
});

test('Where there is no support to write to, there is no such page', async () => {
  const site = await TestSite.start();
  expect((await site.browser().get('/support')).status).toBe(404);
  expect((await site.browser().json('/support/messages', { text: 'x' })).status).toBe(404);
});

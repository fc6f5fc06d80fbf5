import { describe, expect, test } from 'vitest';
import { providers, type ProviderId } from '../../demo-site/provider.ts';
import { silentOf } from '../../demo-site/pages/about.ts';
import { usersOf } from '../../demo-site/providers/users.ts';
import { pendingKey } from './flows/steps.ts';
import type { Browser } from './support/browser.ts';
import { bobSecret, enterPassword, isSignedIn, passwords, signIn, TestSite } from './support/site.ts';

const ids = Object.keys(providers) as ProviderId[];

/** What the security page's button leads to, with the password wherever it is asked. */
async function begin(site: TestSite, browser: Browser, username = 'alice'): Promise<string> {
  const password = passwords[username] ?? '';
  await browser.get('/account/security');
  const page = await browser.post('/2fa/start', { password });
  if (page.path.startsWith('/step-up')) await browser.post('/step-up', { goal: 'enable', password });
  return pendingKey(site, browser);
}

async function enable(site: TestSite, browser: Browser): Promise<string> {
  await signIn(browser, 'alice');
  const secret = await begin(site, browser);
  await browser.post('/2fa/confirm', { code: site.code(secret) });
  await browser.post('/2fa/codes/ack', {});
  site.wait(30);
  return secret;
}

// A profile changes how things look and what its documentation tells. These hold whatever it says.
describe.each(ids)('At %s', (profile) => {
  const start = async (): Promise<TestSite> => await TestSite.start({ profile });

  test('F1, F8: a code works once, the one that confirmed the set-up too', async () => {
    const site = await start();
    const browser = site.browser();
    await signIn(browser, 'alice');
    const secret = await begin(site, browser);
    const code = site.code(secret);
    await browser.post('/2fa/confirm', { code });
    await browser.post('/2fa/codes/ack', {});
    expect(isSignedIn(await signIn(site.browser(), 'alice', code))).toBe(false);
    site.wait(30);
    expect(isSignedIn(await signIn(site.browser(), 'alice', site.code(secret)))).toBe(true);
    expect(isSignedIn(await signIn(site.browser(), 'alice', site.code(secret)))).toBe(false);
  });

  test('F2, F3: five wrong codes end a sign-in, ten lock the account', async () => {
    const site = await start();
    for (let challenge = 0; challenge < 2; challenge += 1) {
      const browser = site.browser();
      await enterPassword(browser, 'bob');
      const pages = [];
      for (let tries = 0; tries < 5; tries += 1) {
        pages.push(await browser.post('/login/2fa', { code: site.wrongCode(bobSecret) }));
      }
      expect(pages.map(({ path }) => path).at(-1)).toBe('/login?notice=start-again');
    }
    expect((await signIn(site.browser(), 'bob', site.code(bobSecret))).status).toBe(429);
  });

  test('F16: the password alone opens no page', async () => {
    const site = await start();
    const browser = site.browser();
    await enterPassword(browser, 'bob');
    for (const path of ['/console', '/account/security', '/2fa/setup', '/2fa/codes', '/2fa/codes.txt']) {
      expect((await browser.get(path)).path).toMatch(/^\/login/u);
    }
    for (const path of ['/2fa/start', '/2fa/disable', '/2fa/codes/regenerate']) {
      expect((await browser.post(path, {})).path).toMatch(/^\/login/u);
    }
  });

  test('F20: a new password is no way past the second factor', async () => {
    const site = await start();
    const browser = site.browser();
    await browser.get('/forgot');
    await browser.post('/forgot', { account: 'bob' });
    const [mail] = site.rows<{ body: string }>('SELECT body FROM mails');
    const token = /\?t=([\w-]+)/u.exec(mail?.body ?? '')?.[1] ?? '';
    await browser.get(`/reset?t=${token}`);
    const password = 'another-password';
    expect((await browser.post('/reset', { token, new_password: password })).path).toBe(
      '/login?notice=password-changed',
    );
    expect((await enterPassword(browser, 'bob', password)).path).toBe('/login/2fa');
  });

  test('F23: nothing is set up anew while the factor is on', async () => {
    const site = await start();
    const browser = site.browser();
    await signIn(browser, 'bob', site.code(bobSecret));
    const page = await browser.post('/2fa/start', { password: passwords['bob'] ?? '' });
    if (page.path.startsWith('/step-up')) {
      await browser.post('/step-up', { goal: 'enable', password: passwords['bob'] ?? '' });
    }
    expect(site.rows('SELECT id FROM pending_enrolments')).toHaveLength(0);
    expect((await browser.get('/2fa/setup')).path).toBe('/account/security?notice=setup-over');
  });

  test('F24, F25: a set-up that was begun gates nothing', async () => {
    const site = await start();
    const browser = site.browser();
    await signIn(browser, 'alice');
    await begin(site, browser);
    expect(isSignedIn(await enterPassword(site.browser(), 'alice'))).toBe(true);
  });

  test('F27, F41: the secret is on the pages of the set-up alone, and those are not kept', async () => {
    const site = await start();
    const browser = site.browser();
    await signIn(browser, 'alice');
    const secret = await begin(site, browser);
    expect((await browser.get('/2fa/setup')).headers.get('cache-control')).toBe('no-store');
    const shown = await browser.post('/2fa/confirm', { code: site.code(secret) });
    const pages = [shown, await browser.post('/2fa/codes/ack', {})];
    for (const path of [
      '/',
      '/about',
      '/console',
      '/account/security',
      '/outbox',
      '/2fa/setup',
      '/2fa/qr.png',
    ]) {
      pages.push(await browser.get(path));
    }
    for (const { html } of pages) expect(html.replace(/\s/gu, '')).not.toContain(secret);
  });

  test('F30: a session that is merely there does not disable', async () => {
    const site = await start();
    const browser = site.browser();
    await signIn(browser, 'bob', site.code(bobSecret));
    site.wait(10 * 60);
    await browser.get('/account/security');
    expect((await browser.post('/2fa/disable', {})).path).toBe('/step-up?goal=manage');
    const alone = { goal: 'manage', factor: 'none', password: passwords['bob'] ?? '' };
    expect((await browser.post('/step-up', alone)).status).toBe(400);
    expect((await browser.post('/2fa/disable', {})).path).toBe('/step-up?goal=manage');
    expect(
      site.rows("SELECT id FROM factors WHERE user_id = (SELECT id FROM users WHERE username = 'bob')"),
    ).toHaveLength(1);
  });

  test('F32: enabling ends the other sessions', async () => {
    const site = await start();
    const [here, there] = [site.browser(), site.browser()];
    await signIn(there, 'alice');
    await enable(site, here);
    expect((await there.get('/console')).path).toBe('/login?notice=session-over');
  });

  test('F33, F36: a key has 160 bits, and disabling forgets it', async () => {
    const site = await start();
    const browser = site.browser();
    const first = await enable(site, browser);
    expect(first).toMatch(/^[A-Z2-7]{32}$/u);
    if (providers[profile].policy.afterEnable !== 'stay') {
      await signIn(browser, 'alice', site.code(first));
      site.wait(30);
    }
    await browser.get('/account/security');
    expect((await browser.post('/2fa/disable', {})).path).toBe('/account/security?notice=disabled');
    expect(await begin(site, browser)).not.toBe(first);
  });

  test('Codes kept for later have at least 20 bits, and 64 where one of them turns 2FA off', () => {
    const { recovery, onRecoveryUse } = providers[profile].policy;
    const bits = { 'digits-8': 26, 'base32-16': 80, 'alphanumeric-16': 95 };
    const least = onRecoveryUse === 'spend' ? 20 : 64;
    if (recovery) expect(bits[recovery.format]).toBeGreaterThanOrEqual(least);
  });

  test('Its words fit its policy', () => {
    const { backup, policy, manage, signIn, lost } = providers[profile];
    expect(backup === null).toBe(policy.recovery === null);
    expect(manage.regenerate === null).toBe(!policy.regenerate);
    expect(signIn.backupLink === '').toBe(backup === null);
    expect(signIn.recoverLink === '').toBe(lost.kind !== 'support-case');
    expect(lost.kind !== 'silent').toBe(policy.supportCases);
    expect(usersOf(profile).some(({ role }) => role === 'support')).toBe(policy.supportCases);
  });

  test('Its page about itself says what the provider leaves open, and its footer leads there', async () => {
    const site = await start();
    const browser = site.browser();
    expect((await browser.get('/')).html).toContain('<a href="/about" data-testid="about">');
    const { text } = await browser.get('/about');
    const silent = [...providers[profile].silent, ...silentOf(providers[profile])];
    for (const line of silent) expect(text).toContain(line);
    expect(text).toContain(`It is not a service of ${providers[profile].likeness}.`);
  });

  test('Every user of its front page can sign in as it says', async () => {
    const site = await TestSite.start({ profile, seed: usersOf(profile) });
    for (const { username, password, secret, shape, factorFailures, recoveryCodes } of usersOf(profile)) {
      const browser = site.browser();
      const page = await enterPassword(browser, username, password);
      expect(page.path).toBe(secret ? '/login/2fa' : '/console');
      if (factorFailures !== undefined) {
        expect((await browser.post('/login/2fa', { code: site.code(secret ?? '') })).status).toBe(429);
        continue;
      }
      if (secret)
        expect(isSignedIn(await browser.post('/login/2fa', { code: site.code(secret, 0, shape) }))).toBe(
          true,
        );
      for (const code of recoveryCodes ?? []) {
        await browser.post('/logout', {});
        if ((await enterPassword(browser, username, password)).path === '/console') break;
        await browser.get('/login/backup');
        expect(isSignedIn(await browser.post('/login/backup', { backup_code: code }))).toBe(true);
      }
    }
  });
});

import { expect, test } from 'vitest';
import { enterPassword, isSignedIn, passwords, secretOn, signIn, TestSite } from '../support/site.ts';
import { labelOf } from './steps.ts';

const password = passwords['alice'] ?? '';

test('CryptoCloud: a person enables with the password in the same form, keeps the manual setup code, and moves to another device with it', async () => {
  const site = await TestSite.start({ profile: 'cryptocloud' });
  const browser = site.browser();
  expect(labelOf(await signIn(browser, 'alice'), 'my-profile')).toBe('Settings');
  const security = await browser.get('/account/security');
  expect(labelOf(security, 'enable-2fa')).toBe('Enable two-factor authentication');
  expect(security.html).toMatch(/action="\/2fa\/start"[^]*name="password"[^]*data-testid="enable-2fa"/u);

  const setup = await browser.post('/2fa/start', { password });
  expect(setup.path).toBe('/2fa/setup');
  expect(setup.html).toContain('class="card window"');
  expect(setup.html).toContain('src="data:image/svg+xml;base64,');
  expect(setup.text).toContain(
    'Store it in a secure place. It may be required if you lose your device or when transferring the authenticator app.',
  );
  expect(setup.html.indexOf('setup-key')).toBeLessThan(setup.html.indexOf('setup-qr'));
  expect(labelOf(setup, 'clock-hint')).toContain('enable time synchronization with Google');
  const secret = secretOn(setup);
  expect(labelOf(setup, 'setup-key')).toBe(secret);
  const done = await browser.post('/2fa/confirm', { code: site.code(secret) });
  expect(done.path).toBe('/account/security?notice=enabled');
  expect(done.text).toContain('Two-factor authentication has been successfully connected.');
  expect(done.text).not.toContain('codes left');

  await browser.post('/logout', {});
  site.wait(30);
  const prompt = await enterPassword(browser, 'alice');
  expect(prompt.html).not.toContain('/login/backup');
  expect(prompt.text).toContain('contact our technical support');
  expect((await browser.get('/login/backup')).status).toBe(404);
  expect((await browser.post('/login/backup', { backup_code: '27182818' })).status).toBe(404);
  await browser.get('/login/2fa');
  // Any device with the kept key shows this code.
  expect(isSignedIn(await browser.post('/login/2fa', { code: site.code(secret) }))).toBe(true);

  expect(labelOf(await browser.get('/account/security'), 'manage-2fa')).toBe(
    'Disable two-factor authentication',
  );
  expect((await browser.get('/2fa/manage?ask=1')).path).toBe('/step-up?goal=manage');
  const manage = await browser.post('/step-up', { goal: 'manage', factor: 'none', password });
  expect(manage.html).not.toContain('data-testid="regenerate"');
  expect((await browser.post('/2fa/disable', {})).text).toContain('Two-factor authentication is off.');
  expect(site.errors).toEqual([]);
});

test('CryptoCloud: nothing is shown before the password is right, and guesses of it are slowed down', async () => {
  const site = await TestSite.start({ profile: 'cryptocloud' });
  const browser = site.browser();
  await signIn(browser, 'alice');
  await browser.get('/account/security');
  for (let tries = 0; tries < 5; tries += 1) {
    const wrong = await browser.post('/2fa/start', { password: 'wrong' });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('That password is not right.');
  }
  const slow = await browser.post('/2fa/start', { password });
  expect(slow.status).toBe(429);
  expect(site.rows('SELECT id FROM pending_enrolments')).toHaveLength(0);
  expect((await browser.post('/2fa/start', {})).status).toBe(429);
});

test('CryptoCloud: with 2FA on, the form that enables begins nothing', async () => {
  const site = await TestSite.start({ profile: 'cryptocloud' });
  const browser = site.browser();
  await signIn(browser, 'bob', site.code('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'));
  await browser.get('/account/security');
  for (const wait of [0, 11 * 60]) {
    site.wait(wait);
    const page = await browser.post('/2fa/start', { password: passwords['bob'] ?? '' });
    expect(page.path).toBe('/account/security?notice=already-on');
  }
  expect(site.rows('SELECT id FROM pending_enrolments')).toHaveLength(0);
});

test('CryptoCloud: an app whose clock is off is told so during the set-up, and never at the sign-in', async () => {
  const site = await TestSite.start({ profile: 'cryptocloud' });
  const browser = site.browser();
  await signIn(browser, 'alice');
  await browser.get('/account/security');
  const secret = secretOn(await browser.post('/2fa/start', { password }));
  const refused = await browser.post('/2fa/confirm', { code: site.code(secret, 5) });
  expect(refused.text).toContain('That code is not valid. Your device’s clock seems about 150 s ahead.');
  await browser.post('/2fa/confirm', { code: site.code(secret) });
  await browser.post('/logout', {});
  expect((await signIn(browser, 'alice', site.code(secret, 5))).text).not.toContain('seems about');
});

import { expect, test } from 'vitest';
import { beginSetup, codesOn, passwords, signIn, TestSite } from './support/site.ts';

test('A person enables 2FA, signs in with a code, comes back with a backup code, regenerates the codes and disables it', async () => {
  const site = await TestSite.start();
  const browser = site.browser();

  expect((await signIn(browser, 'alice')).path).toBe('/console');
  const secret = await beginSetup(browser, passwords['alice']);
  expect(secret).toMatch(/^[A-Z2-7]{32}$/u);
  const shown = await browser.post('/2fa/confirm', { code: site.code(secret) });
  const codes = codesOn(shown);
  expect(codes).toHaveLength(8);
  expect((await browser.post('/2fa/codes/ack', {})).text).toContain('Backup codes left: 8');

  expect((await browser.post('/logout', {})).text).toContain('You are signed out.');
  expect((await browser.get('/console')).path).toBe('/login');
  site.wait(30);
  expect((await signIn(browser, 'alice')).path).toBe('/login/2fa');
  expect((await browser.post('/login/2fa', { code: site.code(secret) })).path).toBe('/console');

  await browser.post('/logout', {});
  await signIn(browser, 'alice');
  await browser.get('/login/backup');
  const back = await browser.post('/login/backup', { backup_code: codes[3] ?? '' });
  expect(back.path).toBe('/console?notice=backup-used');
  expect((await browser.get('/account/security')).text).toContain('Backup codes left: 7');

  expect((await browser.get('/2fa/manage?ask=1')).path).toBe('/step-up?goal=manage');
  expect((await browser.post('/step-up', { goal: 'manage', password: passwords['alice'] ?? '' })).path).toBe(
    '/2fa/manage',
  );
  const fresh = codesOn(await browser.post('/2fa/codes/regenerate', {}));
  expect(fresh).toHaveLength(8);
  expect(fresh.some((code) => codes.includes(code))).toBe(false);
  await browser.post('/2fa/codes/ack', {});
  await browser.get('/2fa/manage');
  expect((await browser.post('/2fa/disable', {})).text).toContain(
    'Two-factor authentication is now disabled on your account.',
  );

  await browser.post('/logout', {});
  expect((await signIn(browser, 'alice')).path).toBe('/console');
  expect(site.errors).toEqual([]);
});

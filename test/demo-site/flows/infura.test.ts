import { expect, test } from 'vitest';
import { enterPassword, isSignedIn, secretOn, signIn, TestSite, useBackupCode } from '../support/site.ts';
import { labelOf, lastMail, shownCodes } from './steps.ts';

test('Infura: a person enables 2FA, keeps the one backup code, loses the device, and enables 2FA again', async () => {
  const site = await TestSite.start({ profile: 'infura' });
  const browser = site.browser();
  const console = await signIn(browser, 'alice');
  expect(labelOf(console, 'my-profile')).toBe('Settings');
  const account = await browser.get('/account/security');
  expect(labelOf(account, 'security-tab')).toBe('Account');
  expect(labelOf(account, 'enable-2fa')).toBe('Enable');

  const setup = await browser.post('/2fa/start', {});
  expect(setup.text).toContain('Scan the QR code with your authenticator.');
  expect(setup.text).toContain('Enter the initial six-digit token.');
  expect(setup.html).toContain('data-draw="/2fa/qr.png"');
  expect(labelOf(setup, 'enable')).toBe('Verify');
  const secret = secretOn(setup);
  const shown = await browser.post('/2fa/confirm', { code: site.code(secret) });
  expect(shown.text).toContain('Save your backup code to a secure location');
  expect(shown.text).toContain('you can add the backup code to the Infura login entry');
  expect(labelOf(shown, 'done')).toBe('Continue');
  const [code = '', ...others] = shownCodes(shown);
  expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-?){4}$/u);
  expect(others).toEqual([]);
  const done = await browser.post('/2fa/codes/ack', {});
  expect(done.text).toContain(
    'Next time you log in to Infura, you’ll be asked for your 2FA token in addition to your username and password.',
  );
  expect(done.html).not.toContain('data-testid="few-codes"');

  await browser.post('/logout', {});
  site.wait(30);
  const prompt = await enterPassword(browser, 'alice');
  expect(labelOf(prompt, 'use-backup')).toBe('Backup Code');
  expect(labelOf(prompt, 'recover')).toBe('Recover your Account');
  expect(isSignedIn(await browser.post('/login/2fa', { code: site.code(secret) }))).toBe(true);

  await browser.post('/logout', {});
  const back = await useBackupCode(browser, 'alice', code);
  expect(back.path).toBe('/console?notice=two-factor-off');
  expect(back.text).toContain(
    '2FA authentication is automatically disabled, and you must enable it again under Account.',
  );
  expect(lastMail(site)?.body).toContain('Two-factor authentication is now off.');
  await browser.get('/account/security');
  const again = secretOn(await browser.post('/2fa/start', {}));
  expect(again).not.toBe(secret);
  await browser.post('/2fa/confirm', { code: site.code(again) });
  await browser.post('/2fa/codes/ack', {});
  expect(labelOf(await browser.get('/account/security'), 'disable')).toBe('Disable 2FA');
  expect((await browser.post('/2fa/disable', {})).text).toContain('Two-factor authentication is off.');
  expect(site.errors).toEqual([]);
});

test('Infura: the backup code ends every other session, and is worth nothing a second time', async () => {
  const site = await TestSite.start({ profile: 'infura' });
  const other = site.browser();
  await signIn(other, 'bob', site.code('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'));
  const browser = site.browser();
  expect((await useBackupCode(browser, 'bob', '2718-2818-2845-9045')).path).toBe(
    '/console?notice=two-factor-off',
  );
  expect((await other.get('/console')).path).toBe('/login?notice=session-over');
  await browser.post('/logout', {});
  expect(isSignedIn(await enterPassword(browser, 'bob'))).toBe(true);
});

test('Infura: “Disable 2FA” acts at once while password and token are fresh, and asks for both afterwards', async () => {
  const site = await TestSite.start({ profile: 'infura' });
  const browser = site.browser();
  const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
  await signIn(browser, 'bob', site.code(secret));
  site.wait(10 * 60);
  await browser.get('/account/security');
  const asked = await browser.post('/2fa/disable', {});
  expect(asked.path).toBe('/step-up?goal=manage');
  const password = 'bob-in-the-cloud';
  const alone = await browser.post('/step-up', { goal: 'manage', factor: 'none', password });
  expect(alone.status).toBe(400);
  const fields = { goal: 'manage', factor: 'code', password, code: site.code(secret) };
  expect(labelOf(await browser.post('/step-up', fields), 'disable')).toBe('Disable 2FA');
  expect((await browser.post('/2fa/disable', {})).path).toBe('/account/security?notice=disabled');
});

test('Infura: there is no new backup code without disabling first', async () => {
  const site = await TestSite.start({ profile: 'infura' });
  const browser = site.browser();
  await signIn(browser, 'bob', site.code('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'));
  expect((await browser.get('/2fa/manage')).html).not.toContain('data-testid="regenerate"');
  expect((await browser.post('/2fa/codes/regenerate', {})).status).toBe(409);
});

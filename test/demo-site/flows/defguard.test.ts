import { expect, test } from 'vitest';
import {
  bobSecret,
  enterPassword,
  isSignedIn,
  secretOn,
  signIn,
  TestSite,
  useBackupCode,
} from '../support/site.ts';
import { labelOf, shownCodes } from './steps.ts';

test('Defguard: a person enables one time passwords in a modal, saves eight codes, is signed out everywhere, and logs in again using MFA', async () => {
  const site = await TestSite.start({ profile: 'defguard' });
  const [browser, other] = [site.browser(), site.browser()];
  await signIn(other, 'alice');
  expect(labelOf(await signIn(browser, 'alice'), 'my-profile')).toBe('My Profile');
  expect(labelOf(await browser.get('/account/profile'), 'edit-user')).toBe('Edit');
  const edit = await browser.get('/account/security');
  expect(edit.text).toContain('please be prepared to do backup of your Recovery backup codes');
  expect(edit.text).toContain('Two-factor methods');
  expect(edit.text).toContain('Time based one time passwords');
  expect(labelOf(edit, 'two-factor-status')).toBe('Disabled');
  expect(labelOf(edit, 'enable-totp-option')).toBe('Enable');

  const modal = await browser.post('/2fa/start', {});
  expect(modal.text).toContain('Authenticator App Setup');
  expect(modal.text).toContain(
    'To setup your MFA, scan this QR code with your authenticator app, then enter the code in the field below:',
  );
  expect(modal.html).toContain('data-late="1000"');
  expect(modal.html).toMatch(/<template><svg\s/u);
  expect(labelOf(modal, 'copy-key')).toBe('Copy TOTP path');
  expect(modal.text).toContain('Authenticator code');
  expect(labelOf(modal, 'enable')).toBe('Verify code');
  const secret = secretOn(modal);
  expect(modal.html).toContain(`<template id="setup-key-source">${secret}</template>`);
  expect((await browser.post('/2fa/confirm', { code: site.wrongCode(secret) })).text).toContain(
    'Code is invalid',
  );

  const shown = await browser.post('/2fa/confirm', { code: site.code(secret) });
  expect(shown.text).toContain('Treat your recovery codes with the same level of attention');
  const codes = shownCodes(shown);
  expect(codes).toHaveLength(8);
  for (const code of codes) expect(code).toMatch(/^[A-Za-z0-9]{16}$/u);
  expect(labelOf(shown, 'done')).toBe('I have saved my codes');
  expect(labelOf(shown, 'download')).toBe('Download');
  expect(labelOf(shown, 'copy-codes')).toBe('Copy');
  const file = await browser.get('/2fa/codes.txt');
  expect(file.headers.get('content-disposition')).toBe('attachment; filename="recovery_codes.txt"');
  expect(file.html).toBe(`${codes.join('\n')}\n`);
  const out = await browser.post('/2fa/codes/ack', {});
  expect(out.path).toBe('/login?notice=signed-out-everywhere');
  expect(out.text).toContain('TOTP Enabled. You have been logged out everywhere: log in again using MFA.');
  expect((await other.get('/console')).path).toBe('/login?notice=session-over');
  expect(site.rows('SELECT id FROM sessions')).toHaveLength(0);

  site.wait(30);
  const prompt = await enterPassword(browser, 'alice');
  expect(prompt.text).toContain('Use code from your authentication app and click button to proceed.');
  expect(labelOf(prompt, 'continue')).toBe('Use authenticator code');
  expect(labelOf(prompt, 'use-backup')).toBe('Use recovery code instead');
  expect(isSignedIn(await browser.post('/login/2fa', { code: site.code(secret) }))).toBe(true);

  await browser.post('/logout', {});
  await enterPassword(browser, 'alice');
  const recovery = await browser.get('/login/backup');
  expect(recovery.text).toContain('Enter one of active recovery codes and click button to log in.');
  expect(labelOf(recovery, 'continue')).toBe('Use recovery code');
  const back = await browser.post('/login/backup', { backup_code: codes[7] ?? '' });
  expect(back.path).toBe('/console?notice=backup-used');
  const later = await browser.get('/account/security');
  expect(later.text).toContain('Recovery codes left: 7.');
  expect(labelOf(later, 'two-factor-status')).toBe('Enabled (default)');
  expect(labelOf(later, 'disable-mfa')).toBe('Disable MFA');
  expect(labelOf(later, 'disable')).toBe('Disable');
  expect((await browser.post('/2fa/disable', {})).text).toContain('Two-factor authentication is off.');
  expect(site.errors).toEqual([]);
});

test('Defguard: its words for a wrong code and for what is none, which say no more than that', async () => {
  const site = await TestSite.start({ profile: 'defguard' });
  const browser = site.browser();
  await enterPassword(browser, 'bob');
  const wrong = await browser.post('/login/2fa', { code: site.wrongCode(bobSecret) });
  expect([wrong.status, labelOf(wrong, 'error')]).toEqual([422, 'Submitted code is invalid.']);
  const short = await browser.post('/login/2fa', { code: '12345' });
  expect([short.status, labelOf(short, 'error')]).toEqual([400, 'Code should have 6 digits.']);
  const old = await browser.post('/login/2fa', { code: site.code(bobSecret, -4) });
  expect(labelOf(old, 'error')).toBe('Submitted code is invalid.');
});

test('Defguard: a recovery code is letters of both cases, and is taken only as it stands', async () => {
  const site = await TestSite.start({ profile: 'defguard' });
  const code = 'e2718281828459Aa';
  expect(isSignedIn(await useBackupCode(site.browser(), 'bob', code.toUpperCase()))).toBe(false);
  expect(isSignedIn(await useBackupCode(site.browser(), 'bob', code))).toBe(true);
  expect(isSignedIn(await useBackupCode(site.browser(), 'bob', code))).toBe(false);
});

test('Defguard: there are no new recovery codes while 2FA is on', async () => {
  const site = await TestSite.start({ profile: 'defguard' });
  const browser = site.browser();
  await signIn(browser, 'bob', site.code(bobSecret));
  expect((await browser.post('/2fa/codes/regenerate', {})).status).toBe(409);
});

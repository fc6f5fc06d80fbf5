import { expect, test } from 'vitest';
import { isSignedIn, secretOn, signIn, TestSite, useBackupCode, enterPassword } from '../support/site.ts';
import { inBoxes, labelOf, pendingKey, shownCodes, testIds } from './steps.ts';

test('Metal: a person activates 2FA in six boxes of a popup, keeps a few codes, signs in with both, and disables it', async () => {
  const site = await TestSite.start({ profile: 'metal' });
  const browser = site.browser();
  const console = await signIn(browser, 'alice');
  expect(labelOf(console, 'my-profile')).toBe('My Account');
  const account = await browser.get('/account/profile');
  expect(account.path).toBe('/account/security');
  expect(labelOf(account, 'enable-2fa')).toBe('Active 2FA');

  const popup = await browser.post('/2fa/start', {});
  expect(popup.path).toBe('/2fa/setup');
  expect(popup.html).toMatch(/<dialog\s+open/u);
  expect(popup.html).toContain('src="data:image/png;base64,');
  expect(secretOn(popup)).toBe('');
  expect(testIds(popup).filter((id) => id.startsWith('totp-digit_'))).toHaveLength(6);
  const secret = pendingKey(site, browser);
  const shown = await browser.post('/2fa/confirm', inBoxes(site.code(secret)));
  expect(shown.text).toContain(
    'Please save them in a safe place in case you ever lose access to your 2-FA app.',
  );
  const codes = shownCodes(shown);
  expect(codes).toHaveLength(5);
  for (const code of codes) expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-?){4}$/u);
  const done = await browser.post('/2fa/codes/ack', {});
  expect(done.path).toBe('/account/security?notice=codes-kept');
  expect(done.text).toContain('you have successfully set up 2 factor authentication on your metal account!');
  expect(done.text).toContain('Recovery codes left: 5.');

  await browser.post('/logout', {});
  site.wait(30);
  const prompt = await enterPassword(browser, 'alice');
  expect(labelOf(prompt, 'use-backup')).toBe('Use a recovery code');
  expect(isSignedIn(await browser.post('/login/2fa', inBoxes(site.code(secret))))).toBe(true);
  await browser.post('/logout', {});
  const back = await useBackupCode(browser, 'alice', codes[2] ?? '');
  expect(back.path).toBe('/console?notice=backup-used');
  expect(back.text).toContain('You signed in with a recovery code. It is spent.');

  expect(labelOf(await browser.get('/account/security'), 'manage-2fa')).toBe('Manage 2FA');
  expect(labelOf(await browser.get('/2fa/manage'), 'regenerate')).toBe('Make new recovery codes');
  const fresh = shownCodes(await browser.post('/2fa/codes/regenerate', {}));
  expect(fresh).toHaveLength(5);
  await browser.post('/2fa/codes/ack', {});
  expect(labelOf(await browser.get('/2fa/manage'), 'disable')).toBe('Disable 2FA');
  expect((await browser.post('/2fa/disable', {})).text).toContain('Two-factor authentication is off.');
  await browser.post('/logout', {});
  expect(isSignedIn(await enterPassword(browser, 'alice'))).toBe(true);
  expect(site.errors).toEqual([]);
});

test('Metal: a code whose boxes are missing, doubled or too full is refused, and nothing at all is asked for again', async () => {
  const site = await TestSite.start({ profile: 'metal' });
  const browser = site.browser();
  await enterPassword(browser, 'bob');
  const right = inBoxes('123456');
  const odd: [string, string][][] = [
    Object.entries(right).slice(1),
    [...Object.entries(right), ['digit_3', '3']],
    Object.entries({ ...right, digit_1: '12' }),
    Object.entries({ ...right, digit_6: '' }),
  ];
  for (const fields of odd) expect((await browser.post('/login/2fa', fields)).status).toBe(400);
  const empty = Object.entries(right).map(([name]): [string, string] => [name, '']);
  expect((await browser.post('/login/2fa', empty)).text).toContain('Enter a code.');
  expect(site.errors).toEqual([]);
});

import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Browser } from '../support/browser.ts';
import {
  bobSecret,
  carolSecret,
  codesOn,
  enable,
  enterPassword,
  isSignedIn,
  passwords,
  signIn,
  TestSite,
  useBackupCode,
  whileHashing,
} from '../support/site.ts';

const bobCode = '27182818';

async function atBackup(site: TestSite, username: string): Promise<Browser> {
  const browser = site.browser();
  await enterPassword(browser, username);
  await browser.get('/login/backup');
  return browser;
}

function codesLeft(site: TestSite): number {
  return site.rows('SELECT id FROM recovery_codes WHERE used_at IS NULL').length;
}

test('F9: a backup code works once', async () => {
  const site = await TestSite.start();
  expect(isSignedIn(await useBackupCode(site.browser(), 'bob', bobCode))).toBe(true);
  const again = await useBackupCode(site.browser(), 'bob', bobCode);
  expect(again.status).toBe(422);
  expect(again.text).toContain('That code is not valid');
});

test('F9: thirty uses of one backup code at the same moment give one session', async () => {
  const site = await TestSite.start();
  const browsers: Browser[] = [];
  for (let at = 0; at < 30; at += 1) browsers.push(await atBackup(site, 'bob'));
  const before = codesLeft(site);
  await Promise.all(
    browsers.map(async (browser) => await browser.post('/login/backup', { backup_code: bobCode })),
  );
  expect(site.rows('SELECT id FROM sessions')).toHaveLength(1);
  expect(codesLeft(site)).toBe(before - 1);
});

test('F9: one code can’t sign in and step up at the same moment', async () => {
  const site = await TestSite.start();
  const inside = site.browser();
  await signIn(inside, 'bob', site.code(bobSecret));
  site.wait(11 * 60);
  await inside.get('/step-up?goal=manage&factor=backup');
  const outside = await atBackup(site, 'bob');
  const stepUp = { goal: 'manage', factor: 'backup', password: passwords['bob'] ?? '', backup_code: bobCode };
  const [signedIn, steppedUp] = await Promise.all([
    outside.post('/login/backup', { backup_code: bobCode }),
    inside.post('/step-up', stepUp),
  ]);
  expect([isSignedIn(signedIn), steppedUp.path === '/2fa/manage'].filter(Boolean)).toHaveLength(1);
});

test('F9: a code that was being hashed when the codes were regenerated is worth nothing, and spends none of the new', async () => {
  const site = await TestSite.start();
  const inside = site.browser();
  const { codes } = await enable(site, inside);
  const outside = await atBackup(site, 'alice');
  await inside.get('/2fa/manage');
  const others = codesLeft(site) - 8;
  whileHashing(site.engine, 'findCode', async () => await inside.post('/2fa/codes/regenerate', {}));
  const used = await outside.post('/login/backup', { backup_code: codes[0] ?? '' });
  expect(isSignedIn(used)).toBe(false);
  expect(codesLeft(site)).toBe(others + 8);
});

test('F9: a code that was being hashed when 2FA was disabled gives no session', async () => {
  const site = await TestSite.start();
  const inside = site.browser();
  const { codes } = await enable(site, inside);
  const outside = await atBackup(site, 'alice');
  await inside.get('/2fa/manage');
  whileHashing(site.engine, 'findCode', async () => await inside.post('/2fa/disable', {}));
  const used = await outside.post('/login/backup', { backup_code: codes[0] ?? '' });
  expect(used.path).toBe('/login?notice=start-again');
});

test('A backup code whose sign-in was cancelled while it was being hashed gives no session and is not spent', async () => {
  const site = await TestSite.start();
  const browser = await atBackup(site, 'bob');
  const other = browser.copy();
  whileHashing(site.engine, 'findCode', async () => await other.post('/login/cancel', {}));
  const page = await browser.post('/login/backup', { backup_code: bobCode });
  expect(page.path).toBe('/login?notice=start-again');
  expect(site.rows('SELECT id FROM sessions')).toHaveLength(0);
  expect(isSignedIn(await useBackupCode(site.browser(), 'bob', bobCode))).toBe(true);
});

test('F10: of two codes used at the same moment none comes back', async () => {
  const site = await TestSite.start();
  const before = codesLeft(site);
  const [one, two] = [await atBackup(site, 'bob'), await atBackup(site, 'bob')];
  const pages = await Promise.all([
    one.post('/login/backup', { backup_code: '27182818' }),
    two.post('/login/backup', { backup_code: '31415926' }),
  ]);
  expect(pages.map(isSignedIn)).toEqual([true, true]);
  expect(codesLeft(site)).toBe(before - 2);
});

test('F11: a code that could not be turned into a session is not spent', async () => {
  let failing = false;
  const site = await TestSite.start({
    random: (bytes) => {
      if (failing) throw new Error('no randomness');
      return randomBytes(bytes);
    },
  });
  const backup = await atBackup(site, 'bob');
  const code = site.browser();
  await enterPassword(code, 'bob');
  failing = true;
  expect((await backup.post('/login/backup', { backup_code: bobCode })).status).toBe(500);
  expect((await code.post('/login/2fa', { code: site.code(bobSecret) })).status).toBe(500);
  expect(site.rows('SELECT id FROM sessions')).toHaveLength(0);
  expect(site.errors).toHaveLength(2);
  failing = false;
  await backup.get('/login/backup');
  expect(isSignedIn(await backup.post('/login/backup', { backup_code: bobCode }))).toBe(true);
  await code.get('/login/2fa');
  expect(isSignedIn(await code.post('/login/2fa', { code: site.code(bobSecret) }))).toBe(true);
});

test('F12: another account’s code opens nothing, and is still that account’s', async () => {
  const site = await TestSite.start();
  const carols = '90210456';
  expect(isSignedIn(await useBackupCode(site.browser(), 'bob', carols))).toBe(false);
  expect(isSignedIn(await useBackupCode(site.browser(), 'carol', carols))).toBe(true);
  expect(isSignedIn(await signIn(site.browser(), 'bob', site.code(carolSecret)))).toBe(false);
});

test('F22: there are no backup codes before there is a second factor, nor after', async () => {
  const site = await TestSite.start();
  const browser = site.browser();
  await signIn(browser, 'alice');
  expect((await browser.post('/2fa/codes/regenerate', {})).status).toBe(409);
  const { codes } = await enable(site, browser);
  await browser.get('/2fa/manage');
  await browser.post('/2fa/disable', {});
  await enable(site, browser);
  await browser.post('/logout', {});
  expect(isSignedIn(await useBackupCode(site.browser(), 'alice', codes[0] ?? ''))).toBe(false);
});

test('F43: a backup code is all that is asked for besides the password', async () => {
  const site = await TestSite.start();
  const page = await useBackupCode(site.browser(), 'bob', bobCode);
  expect(page.path).toBe('/console?notice=backup-used');
  expect(page.text).toContain('You signed in with a backup code.');
});

test('The codes are shown to the session that made them, until they are acknowledged, and never again', async () => {
  const site = await TestSite.start();
  const browser = site.browser();
  await enable(site, browser);
  await browser.get('/2fa/manage');
  const codes = codesOn(await browser.post('/2fa/codes/regenerate', {}));
  expect(codesOn(await browser.get('/2fa/codes'))).toEqual(codes);
  const other = site.browser();
  await useBackupCode(other, 'alice', codes[7] ?? '');
  expect((await other.get('/2fa/codes')).status).toBe(404);
  await browser.get('/2fa/codes');
  await browser.post('/2fa/codes/ack', {});
  expect((await browser.get('/2fa/codes')).status).toBe(404);
});

test('Codes that nobody acknowledges are gone from the page after ten minutes', async () => {
  const site = await TestSite.start();
  const browser = site.browser();
  await enable(site, browser);
  await browser.get('/2fa/manage');
  await browser.post('/2fa/codes/regenerate', {});
  site.wait(10 * 60);
  expect((await browser.get('/2fa/codes')).status).toBe(404);
});

test('Neither backup codes nor secrets nor tokens lie readable in the store', async () => {
  const site = await TestSite.start();
  const browser = site.browser();
  await enable(site, browser);
  await browser.get('/2fa/manage');
  const codes = codesOn(await browser.post('/2fa/codes/regenerate', {}));
  const tables = site.rows<{ name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table'");
  const everything = tables.flatMap(({ name }) =>
    site.rows<Record<string, unknown>>(`SELECT * FROM ${name}`),
  );
  const bytes = everything.flatMap((row) =>
    Object.values(row).map((value) =>
      value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : String(value),
    ),
  );
  const store = bytes.join('\n');
  expect(store).toContain('alice@example.com');
  for (const hidden of [
    ...codes,
    ...browser.cookies.values(),
    '12345678901234567890',
    passwords['alice'] ?? '',
  ]) {
    expect(store).not.toContain(hidden);
  }
});

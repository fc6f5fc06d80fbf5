import { expect, test } from 'vitest';
import { onIdleState } from '../../src/background/lifecycle.ts';
import { account } from '../accounts.ts';
import { password, stage } from './stage.ts';

const nothing = undefined;

test('a computer that nobody uses locks the vault after as long as the settings say, and no sooner', async () => {
  const { ui, desk, world } = await stage();
  const settings = await ui.lockSettings(nothing, null);
  await ui.setLockSettings({ ...settings, lockOnIdleMinutes: 5 }, null);
  expect(world.idleAfter).toBe(300);
  world.idleFor = 60; // what browsers take for idle when nobody has told them otherwise
  await onIdleState(desk, 'idle');
  expect(await desk.vault.state()).toBe('open');
  world.idleFor = 300;
  await onIdleState(desk, 'idle');
  expect(await ui.waysIn(nothing, null)).toMatchObject({ locked: 'idle' });
  expect(world.asked).toEqual(expect.arrayContaining(['ui', 'withdraw 1']));
});

test('the screen locks the vault, unless a person does not want that', async () => {
  const { ui, desk } = await stage();
  const settings = await ui.lockSettings(nothing, null);
  await ui.setLockSettings({ ...settings, lockOnScreenLock: false, lockOnIdleMinutes: null }, null);
  await onIdleState(desk, 'locked');
  expect(await desk.vault.state()).toBe('open');
  await ui.setLockSettings({ ...settings, lockOnScreenLock: true }, null);
  await onIdleState(desk, 'locked');
  expect(await ui.waysIn(nothing, null)).toMatchObject({ locked: 'screen' });
});

test('V43: a secret, a plain export and a backup are given only to who shows a key again', async () => {
  const { ui, desk } = await stage();
  const id = await desk.vault.add(account());
  const wrong = { proof: { password: 'wrong' } };
  expect(await ui.showSecret({ id, ...wrong }, null)).toBe('wrong');
  expect(await ui.exportPlain(wrong, null)).toBe('wrong');
  expect(await ui.backup({ ...wrong, password: 'of the file' }, null)).toBe('wrong');
  expect(await ui.showSecret({ id, proof: { password } }, null)).toMatchObject({
    uri: expect.stringContaining('otpauth://totp/'),
  });
  expect(await ui.exportPlain({ proof: { password } }, null)).toMatchObject({ accounts: 1 });
});

test('V22: what was set to never, or to long, and no longer is, takes effect without a lock in between', async () => {
  const { ui, desk, world } = await stage();
  const settings = await ui.lockSettings(nothing, null);
  await ui.setLockSettings({ ...settings, lockAfterMinutes: 240, lockOnIdleMinutes: null }, null);
  world.idleFor = 10 * 3600;
  await onIdleState(desk, 'idle');
  expect(await desk.vault.state()).toBe('open');

  await ui.setLockSettings({ ...settings, lockAfterMinutes: 1, lockOnIdleMinutes: 60 }, null);
  expect(world.idleAfter).toBe(3600);
  expect(await desk.vault.deadline()).toBe(desk.now() + 60_000);
  await onIdleState(desk, 'idle');
  expect(await ui.waysIn(nothing, null)).toMatchObject({ locked: 'idle' });
});

test('V40: no line of a plain export begins with a name, which could be a formula', async () => {
  const { ui, desk } = await stage();
  for (const issuer of [
    '=HYPERLINK("//evil.example")',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    'a\n=1',
    'a,"=1',
  ])
    await desk.vault.add(account({ issuer, name: issuer }));
  const made = await ui.exportPlain({ proof: { password } }, null);
  if (made === 'wrong') throw new Error('the password of the tests does not open it');
  expect(made.text.match(/\n/g)).toHaveLength(made.accounts);
  for (const line of made.text.trimEnd().split(/[\r\n]/)) expect(line).toMatch(/^otpauth:\/\/totp\/[!-~]+$/);
  expect(made.text).not.toMatch(/[\t"=+@](?=HYPERLINK|1|SUM)/);
});

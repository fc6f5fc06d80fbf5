// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import messages from '../../src/locales/en/messages.json' with { type: 'json' };
import { accountOf, fakeBackground, PASSWORD, worldOf } from './fake-background.ts';
import { passwordOnly, RECOVERY_CODE, SECRET } from './fake-vault.ts';
import { Popup } from './popup.ts';

const full = (view: 'keys' | 'backups' | 'trash') => ({ full: true, start: { view } }) as const;

describe('a locked vault', () => {
  it('opens with a recovery code, and says of a wrong one that it is none', async () => {
    const popup = await Popup.open({ stage: 'locked', ways: { ...passwordOnly, recoveryCode: true } });
    await popup.press('Use a recovery code');
    await popup.write('Recovery code', 'nonsense');
    await popup.submit();
    expect(popup.alerts).toEqual(['That is no recovery code of this vault.']);
    await popup.write('Recovery code', RECOVERY_CODE);
    await popup.submit();
    expect(popup.text).toContain('No accounts yet');
  });

  it('counts the tries of a PIN, and asks for the password when there are none', async () => {
    const popup = await Popup.open({ stage: 'locked', pin: '2468', ways: { ...passwordOnly, pinTries: 2 } });
    await popup.write('PIN', '1111');
    await popup.submit();
    expect(popup.text).toContain('1 try is left.');
    await popup.write('PIN', '2222');
    await popup.submit();
    expect(popup.alerts).toEqual(['The PIN can no longer be tried. Unlock in another way.']);
    await popup.write('Password', PASSWORD);
    await popup.submit();
    expect(popup.text).toContain('No accounts yet');
  });
});

describe('the ways to open', () => {
  it('show a new recovery code once, and only to who shows a key', async () => {
    const popup = await Popup.open({}, full('keys'));
    await popup.press('Make a recovery code');
    await popup.write('Your present password', 'wrong');
    await popup.submit();
    expect(popup.text).not.toContain(RECOVERY_CODE);
    await popup.write('Your present password', PASSWORD);
    await popup.submit();
    expect(popup.text).toContain(RECOVERY_CODE);
    await popup.press('I have written it down');
    expect(popup.text).not.toContain(RECOVERY_CODE);
  });

  it('say in words where the browser has no passkeys for us', async () => {
    const popup = await Popup.open({}, full('keys'));
    expect(popup.text).toContain('This browser lets an extension make no passkeys in its own name.');
  });
});

it('shows a secret only after a key was shown again, and takes it away on a lock', async () => {
  const popup = await Popup.open({ accounts: [accountOf('Ant')] }, { start: { view: 'account', id: 'Ant' } });
  await popup.press('Show secret and QR code');
  await popup.write('Your password, once more', 'wrong');
  await popup.submit();
  expect(popup.text).not.toContain('JBSW');
  await popup.write('Your password, once more', PASSWORD);
  await popup.submit();
  expect(popup.text.replaceAll(' ', '')).toContain(SECRET);
  expect(document.body.innerHTML).not.toMatch(/="[^"]*JBSW/);
  popup.world.stage = 'locked';
  popup.changed();
  await popup.settled();
  expect(popup.text).not.toContain('JBSW');
});

it('deletes for good only after it was said that this cannot be undone', async () => {
  const ant = { id: 'Ant', issuer: 'Ant', name: '', since: 0, until: 30 * 86_400_000 };
  const popup = await Popup.open({ trashed: [ant] }, full('trash'));
  await popup.press('Delete');
  expect(popup.text).toContain('This cannot be undone.');
  expect(popup.world.trashed).toHaveLength(1);
  await popup.press('Delete for good');
  expect(popup.world.trashed).toEqual([]);
});

describe('a vault of a newer Countersign', () => {
  const newer = { ...passwordOnly, readOnly: true };

  it('says that it is only looked into, locked and open', async () => {
    const popup = await Popup.open({ stage: 'locked', ways: newer });
    expect(popup.text).toContain('It can be looked into');
    await popup.write('Password', PASSWORD);
    await popup.submit();
    expect(popup.text).toContain('nothing of it is changed until the extension is updated');
  });

  it('answers what would change it with words, and what is shown stays true', async () => {
    const ant = accountOf('Ant');
    const popup = await Popup.open(
      { accounts: [ant], ways: newer, failing: { remove: 'newer-version' } },
      { start: { view: 'account', id: 'Ant' } },
    );
    await popup.press('Remove');
    expect(popup.alerts).toEqual([messages.failure_newer_version.message]);
    expect(popup.text).toContain('Ant');
  });
});

it('names an account in no attribute: what looks at a document reads those first', async () => {
  const ant = { ...accountOf('Ant'), issuer: 'Anthill', name: 'queen', hosts: ['anthill.example'] };
  const trashed = { id: 'Bee', issuer: 'Beehive', name: 'drone', since: 0, until: 30 * 86_400_000 };
  for (const view of ['list', 'trash'] as const) {
    const popup = await Popup.open({ accounts: [ant], trashed: [trashed] }, { full: true, start: { view } });
    expect(popup.text).toMatch(/Anthill|Beehive/);
    const values = [...document.querySelectorAll('*')].flatMap((one) => [...one.attributes]);
    expect(values.filter(({ value }) => /anthill|queen|beehive|drone/i.test(value))).toEqual([]);
  }
});

it.each([
  ['no backup at all', { at: null, accountsSince: 2 }, true],
  ['an old one and newer accounts', { at: 0, accountsSince: 2 }, true],
  ['a fresh one and newer accounts', { at: 39 * 86_400_000, accountsSince: 2 }, false],
  ['an old one that has everything', { at: 0, accountsSince: 0 }, false],
])('reminds of a backup, or does not, where there is %s', async (_, lastBackup, reminds) => {
  const popup = await Popup.open(
    { accounts: [accountOf('Ant')], lastBackup },
    { full: true, now: () => 40 * 86_400_000 },
  );
  expect(popup.text.includes('2 accounts are in no backup yet.')).toBe(reminds);
});

it('reminds of a backup as soon as it shows the list: what a person is about to press does not move', async () => {
  const world = worldOf({ accounts: [accountOf('Ant')], lastBackup: { at: null, accountsSince: 1 } });
  const background = new Proxy(fakeBackground(world), {
    get: (calls, name) => (name === 'damaged' ? () => new Promise(() => {}) : Reflect.get(calls, name)),
  });
  const popup = await Popup.open({}, { background });
  expect(popup.text).toContain('1 account is in no backup yet.');
});

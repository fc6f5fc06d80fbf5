// @vitest-environment happy-dom
/** Backups, plain exports and edits, in the full page. */
import { describe, expect, it } from 'vitest';
import messages from '../../src/locales/en/messages.json' with { type: 'json' };
import type { BackupPreview } from '../../src/messages/contract.ts';
import { accountOf, PASSWORD } from './fake-background.ts';
import { SECRET } from './fake-vault.ts';
import { Popup } from './popup.ts';

const backupsView = { full: true, start: { view: 'backups' } } as const;
const FILE_PASSWORD = 'granite feather oyster saddle plum';

describe('a backup', () => {
  it('is made for who shows a key, under a password of its own, and is then the last one', async () => {
    const popup = await Popup.open(
      { accounts: [accountOf('Ant')], lastBackup: { at: null, accountsSince: 1 } },
      backupsView,
    );
    expect(popup.text).toContain(messages.backupNone.message);
    await popup.press('Make a backup');
    await popup.write('Password of the backup', FILE_PASSWORD);
    await popup.write('The same again', FILE_PASSWORD);
    await popup.write('Your present password', 'wrong');
    await popup.submit();
    expect(popup.alerts).toEqual([messages.wrongPassword.message]);
    expect(popup.saved).toEqual([]);
    await popup.write('Your present password', PASSWORD);
    await popup.submit();
    expect(popup.saved).toEqual([{ name: 'countersign-1970-01-01.backup.json', text: '{}' }]);
    expect(popup.text).not.toContain(messages.backupNone.message);
  });

  const preview: BackupPreview = {
    created: 0,
    accounts: [
      { issuer: 'Ant', name: 'a', trashed: false, comparison: 'same' },
      { issuer: 'Bee', name: 'b', trashed: true, comparison: 'new' },
      { issuer: 'Cat', name: 'c', trashed: false, comparison: 'changed' },
    ],
    refused: [
      { issuer: 'Dog', name: 'd', because: 'secret' },
      { issuer: '', name: '', because: 'unreadable' },
    ],
    others: 2,
    sites: 3,
  };

  it('is looked into before anything is changed: what is new, different, the same, refused and why', async () => {
    const popup = await Popup.open({ backup: { password: FILE_PASSWORD, preview } }, backupsView);
    await popup.choose(new File(['{}'], 'a.backup.json'));
    await popup.write('Password of this backup', 'wrong');
    await popup.submit();
    expect(popup.alerts).toEqual([messages.backupWrongPassword.message]);
    await popup.write('Password of this backup', FILE_PASSWORD);
    await popup.submit();
    expect(popup.all('.compared li').map((line) => line.textContent)).toEqual([
      'Bee (b) new · Trash',
      'Cat (c) different here',
      'Ant (a) as here',
      'Dog (d) no usable secret',
      'An account whose name cannot be read broken',
    ]);
    expect(popup.world.calls).not.toContain('restoreBackup');
    expect(popup.text).not.toContain('go to the trash');
    expect(popup.text).toContain('What you chose for 3 sites is in it too.');
    expect(popup.text).not.toContain('becomes as it is in the backup');
    popup.all('input[type=radio]').at(1)?.click();
    await popup.settled();
    expect(popup.text).toContain('2 accounts are not in the backup and go to the trash.');
    expect(popup.text).toContain('What you chose for single sites becomes as it is in the backup.');
    await popup.submit();
    expect(popup.text).toContain('Restored: 1 added, 1 changed, 0 to the trash');
  });

  it('that says nothing of sites changes nothing of what was chosen for them', async () => {
    const older = { ...preview, sites: null };
    const popup = await Popup.open({ backup: { password: FILE_PASSWORD, preview: older } }, backupsView);
    await popup.choose(new File(['{}'], 'a.backup.json'));
    await popup.write('Password of this backup', FILE_PASSWORD);
    await popup.submit();
    popup.all('input[type=radio]').at(1)?.click();
    await popup.settled();
    expect(popup.text).not.toContain('What you chose');
  });

  it('that is none is said to be none, and another can be chosen', async () => {
    const popup = await Popup.open({ failing: { previewBackup: 'unreadable' } }, backupsView);
    await popup.choose(new File(['no'], 'a.txt'));
    await popup.write('Password of this backup', FILE_PASSWORD);
    await popup.submit();
    expect(popup.alerts).toEqual([messages.failure_unreadable.message]);
    await popup.press('Cancel');
    expect(popup.button('Choose a backup file')).toBeDefined();
  });
});

it('exports without encryption only for who shows a key again', async () => {
  const popup = await Popup.open({}, backupsView);
  await popup.press('Export without encryption');
  await popup.write('Your password, once more', 'wrong');
  await popup.submit();
  expect(popup.saved).toEqual([]);
  await popup.write('Your password, once more', PASSWORD);
  await popup.submit();
  expect(popup.saved).toMatchObject([
    { name: 'countersign-1970-01-01.txt', text: expect.stringContaining(SECRET) },
  ]);
});

it('edits what an account is called and where its codes are offered, and keeps what was typed when it is wrong', async () => {
  const ant = accountOf('Ant', { hosts: ['ant.example'] });
  const popup = await Popup.open({ accounts: [ant] }, { full: true, start: { view: 'edit', id: 'Ant' } });
  expect(popup.field('Sites').value).toBe('ant.example');
  await popup.write('Sites', 'ant.example/x y');
  await popup.submit();
  expect(popup.alerts).toEqual([messages.editBadHost.message]);
  expect(popup.field('Sites').value).toBe('ant.example/x y');
  await popup.write('Site or issuer', '');
  await popup.write('Account name', ' ');
  await popup.submit();
  expect(popup.alerts).toEqual([messages.handNoName.message]);
  await popup.write('Site or issuer', 'Anthill');
  await popup.write('Sites', 'ant.example, login.ant.example');
  await popup.submit();
  expect(popup.world.accounts).toMatchObject([
    { issuer: 'Anthill', hosts: ['ant.example', 'login.ant.example'] },
  ]);
  expect(popup.text).toContain('Anthill');
});

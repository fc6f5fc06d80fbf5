// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { failureText } from '../../src/ui/state/words.ts';
import messages from '../../src/locales/en/messages.json' with { type: 'json' };
import { accountOf, foundOf, pageOf, PASSWORD, worldOf } from './fake-background.ts';
import { Popup } from './popup.ts';

const GOOD = 'walrus nickel orchid tundra ferry';

const firstRun = () => Popup.open({ stage: 'absent' });

const two = () => ({ accounts: [accountOf('Ant'), accountOf('Bee')] });
const expectBlank = (popup: Popup) => {
  expect(popup.text).not.toMatch(/Ant|Bee|\d{3} \d{3}/);
  expect(popup.field('Password')).toBeTruthy();
};

describe('the first run', () => {
  it('says that the password cannot be recovered', async () => {
    expect((await firstRun()).text).toContain('This password cannot be recovered.');
  });

  it('shows how strong the password is while it is typed', async () => {
    const popup = await firstRun();
    await popup.write('New password', 'abc');
    expect(popup.text).toContain('Strength: Very weak');
    await popup.write('New password', GOOD);
    expect(popup.text).toMatch(/Strength: (Strong|Very strong)/);
    await popup.write('New password', '');
    expect(popup.text).not.toContain('Strength');
  });

  it('takes no password that could be guessed, and keeps what was typed', async () => {
    const popup = await firstRun();
    await popup.write('New password', 'password1');
    await popup.write('The same again', 'password1');
    await popup.submit();
    expect(popup.alerts[0]).toContain('This password could be guessed.');
    expect(popup.world.calls).not.toContain('createVault');
    expect(popup.field('New password').value).toBe('password1');
  });

  it('takes no password that was typed in two ways', async () => {
    const popup = await firstRun();
    await popup.write('New password', GOOD);
    await popup.write('The same again', `${GOOD} `);
    await popup.submit();
    expect(popup.alerts).toEqual(['The two passwords are not the same.']);
    expect(popup.world.calls).not.toContain('createVault');
  });

  it('makes the vault and shows the empty list', async () => {
    const popup = await firstRun();
    await popup.write('New password', GOOD);
    await popup.write('The same again', GOOD);
    await popup.submit();
    expect(popup.text).toContain('No accounts yet');
    expect(document.documentElement.outerHTML).not.toContain(GOOD);
  });
});

describe('unlocking', () => {
  it('shows the accounts to whoever knows the password, and forgets it', async () => {
    const popup = await Popup.open({ stage: 'locked', accounts: [accountOf('Ant')] });
    await popup.write('Password', PASSWORD);
    await popup.submit();
    expect(popup.rows).toHaveLength(1);
    expect(document.documentElement.outerHTML).not.toContain(PASSWORD);
  });

  it('keeps a wrong password for a correction, and says what is wrong', async () => {
    const popup = await Popup.open({ stage: 'locked' });
    await popup.write('Password', 'almost');
    await popup.submit();
    const field = popup.field('Password');
    expect(popup.alerts).toEqual(['That is not the password.']);
    expect([field.value, field.selectionStart, field.selectionEnd]).toEqual(['almost', 0, 6]);
    expect(field.getAttribute('aria-invalid')).toBe('true');
  });

  it('never lets a password stand in the markup', async () => {
    const popup = await Popup.open({ stage: 'locked' });
    await popup.write('Password', 'almost');
    await popup.submit();
    expect(document.documentElement.outerHTML).not.toContain('almost');
  });

  it('asks once, however often Enter is pressed meanwhile', async () => {
    const popup = await Popup.open({ stage: 'locked' });
    await popup.write('Password', 'almost');
    await Promise.all([popup.submit(), popup.submit()]);
    expect(popup.world.calls.filter((call) => call === 'unlock')).toHaveLength(1);
  });

  it.each(['damaged', 'newer-version', 'no-memory', 'no-webassembly', 'storage-failed'] as const)(
    'says in place what failed: %s',
    async (failure) => {
      const popup = await Popup.open({ stage: 'locked', failing: { unlock: failure } });
      await popup.write('Password', PASSWORD);
      await popup.submit();
      expect(popup.alerts).toEqual([messages[failureText[failure]].message]);
    },
  );

  it('tells of a vault that cannot be asked at all, and tries again', async () => {
    const popup = await Popup.open({ failing: { state: 'newer-version' } });
    expect(popup.alerts).toEqual([messages.failure_newer_version.message]);
    delete popup.world.failing.state;
    await popup.press('Try again');
    expect(popup.text).toContain('No accounts yet');
  });
});

describe('locking', () => {
  it('takes everything away when the vault was locked elsewhere', async () => {
    const popup = await Popup.open(two());
    await popup.press('Details of Ant (ant@example.com)');
    popup.world.stage = 'locked';
    popup.changed();
    await popup.settled();
    expectBlank(popup);
    await popup.write('Password', PASSWORD);
    await popup.submit();
    expect(popup.rows).toHaveLength(2);
  });

  it('takes everything away before the background has answered', async () => {
    const popup = await Popup.open(two());
    const pressed = popup.press('Lock');
    await Promise.resolve();
    popup.world.stage = 'locked';
    await pressed;
    expectBlank(popup);
  });

  it('shows the truth when it could not be locked', async () => {
    const popup = await Popup.open({ ...two(), failing: { lock: 'storage-failed' } });
    await popup.press('Lock');
    expect(popup.rows).toHaveLength(2);
    expect(popup.text).toContain(messages.failure_storage_failed.message);
  });

  it('throws away what was still being read from the page when it came', async () => {
    const slow = Promise.withResolvers<void>();
    const popup = await Popup.open({
      ...two(),
      page: pageOf({ host: 'portal.example' }),
      findings: { ...worldOf().findings, page: { read: 'found', found: [foundOf()] } },
      reading: slow.promise,
    });
    await popup.press('Lock');
    popup.world.reading = Promise.resolve();
    popup.world.findings.page = { read: 'nothing', because: 'empty' };
    await popup.write('Password', PASSWORD);
    await popup.submit();
    slow.resolve();
    await popup.settled();
    expect(popup.rows).toHaveLength(2);
    expect(popup.all('.found')).toEqual([]);
  });

  it('is what a call that meets a locked vault leads to', async () => {
    const popup = await Popup.open({ accounts: [accountOf('Ant', { state: 'pending' })] });
    popup.world.stage = 'locked';
    await popup.press('It works');
    expectBlank(popup);
  });
});

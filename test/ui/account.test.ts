// @vitest-environment happy-dom
import messages from '../../src/locales/en/messages.json' with { type: 'json' };
import { describe, expect, it } from 'vitest';
import { accountOf, PASSWORD } from './fake-background.ts';
import { Popup } from './popup.ts';

const recovery = [
  { code: '11112222', used: true },
  { code: '33334444', used: false },
];

const looking = () =>
  Popup.open(
    { accounts: [accountOf('Ant', { recovery: { left: 1, total: 2 } })], recovery },
    { start: { view: 'account', id: 'Ant' } },
  );

describe('the details of an account', () => {
  it('show its recovery codes only after the password was typed again', async () => {
    const popup = await looking();
    await popup.press('Show recovery codes');
    await popup.write('Your password, once more', 'guess');
    await popup.submit();
    expect(popup.alerts).toEqual(['That is not the password.']);
    expect(popup.text).not.toContain('33334444');
    await popup.write('Your password, once more', PASSWORD);
    await popup.submit();
    expect(popup.all('.recovery-codes li').map((code) => code.textContent)).toEqual([
      '11112222 used',
      '33334444',
    ]);
    expect(document.documentElement.outerHTML).not.toContain(PASSWORD);
  });

  it('bring back the list of recovery codes that was replaced', async () => {
    const popup = await looking();
    popup.world.replaced = 0;
    await popup.press('Show recovery codes');
    await popup.write('Your password, once more', PASSWORD);
    await popup.submit();
    await popup.press(`Bring back the list replaced on ${new Date(0).toLocaleDateString()}`);
    expect(popup.world.calls).toContain('restoreRecoveryCodes');
    expect(popup.text).not.toContain('33334444');
  });

  it('forget the recovery codes with the view', async () => {
    const popup = await looking();
    await popup.press('Show recovery codes');
    await popup.write('Your password, once more', PASSWORD);
    await popup.submit();
    await popup.key('Escape');
    await popup.press('Details of Ant (ant@example.com)');
    expect(popup.text).not.toContain('33334444');
  });

  it('remove it, and Undo brings it back', async () => {
    const popup = await looking();
    await popup.press('Remove');
    expect(popup.text).toContain('Removed: Ant');
    await popup.press('Undo');
    expect(popup.rows).toHaveLength(1);
  });

  it('say so when it is gone', async () => {
    const popup = await looking();
    popup.world.accounts = [];
    popup.changed();
    await popup.settled();
    expect(popup.alerts).toEqual(['This account is gone.']);
  });
});

const lock = { lockAfterMinutes: 60, lockOnIdleMinutes: 15, lockOnScreenLock: true } as const;

describe('the settings', () => {
  it('show after how long it locks, and change it', async () => {
    const popup = await Popup.open({ lock }, { start: { view: 'settings' } });
    const [select] = popup.all('select') as HTMLSelectElement[];
    if (select === undefined) throw new Error('no select');
    expect(select.selectedOptions[0]?.textContent).toBe('1 hour');
    select.value = '1';
    select.dispatchEvent(new Event('change', { bubbles: true }));
    await popup.settled();
    expect(popup.world.lock).toEqual({ ...lock, lockAfterMinutes: 1 });
  });

  it('go back to what is true when it could not be changed', async () => {
    const popup = await Popup.open(
      { lock, failing: { setLockSettings: 'storage-full' } },
      { start: { view: 'settings' } },
    );
    const [select] = popup.all('select') as HTMLSelectElement[];
    if (select === undefined) throw new Error('no select');
    select.value = '1';
    select.dispatchEvent(new Event('change', { bubbles: true }));
    await popup.settled();
    expect(select.value).toBe('60');
    expect(popup.alerts).toEqual([messages.failure_storage_full.message]);
  });
});

// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import { accountOf, codeOf, pageOf, parameters } from './fake-background.ts';
import { Popup } from './popup.ts';

const HOUR = 3_600_000;
const host = 'portal.example';
const grouped = (code: string) => `${code.slice(0, 3)} ${code.slice(3)}`;
const three = () => ['Ant', 'Bee', 'Cat'].map((id) => accountOf(id));
const denied = () => Promise.reject(new Error('denied'));

const pending = (since: number) => ({
  accounts: [accountOf('Ant', { state: 'pending', since })],
  now: () => 2 * HOUR,
});

const asking = (asks: 'code' | 'recovery', over = {}) => ({
  accounts: [
    accountOf('Ant', { here: true, recovery: { left: 1, total: 8 } }),
    accountOf('Bee', { here: true, state: 'off' as const }),
    accountOf('Cat', { recovery: { left: 8, total: 8 } }),
  ],
  page: pageOf({ host, asks }),
  ...over,
});

describe('the list', () => {
  it('puts the accounts of this page first, under its host', async () => {
    const popup = await Popup.open({
      accounts: [accountOf('Ant'), accountOf('Zebra', { here: true, hosts: [host] })],
      page: pageOf({ host }),
    });
    expect(popup.all('h2').map((heading) => heading.textContent)).toEqual([`On ${host}`, 'Other accounts']);
    expect(popup.rows.map((row) => row.includes('Zebra'))).toEqual([true, false]);
  });

  it('says that a page only looks like the kept host, with both named, and fills nothing there', async () => {
    const popup = await Popup.open({
      accounts: [accountOf('Ant', { hosts: [host] })],
      page: pageOf({ host: 'porta1.example', caution: { says: 'look-alike', kept: host } }),
    });
    const [said = ''] = popup.alerts;
    expect(said).toContain('porta1.example');
    expect(said).toContain(`not ${host}`);
    expect(popup.all('.row-fill')).toEqual([]);
  });

  it('says that a page came without encryption', async () => {
    const popup = await Popup.open({
      accounts: [accountOf('Ant', { here: true, hosts: [host] })],
      page: pageOf({ host, caution: { says: 'unencrypted' } }),
    });
    expect(popup.alerts.join(' ')).toContain('without encryption');
    await popup.press('I trust the way to it: fill in here too');
    expect(popup.world.calls).toContain('allowUnencrypted');
    expect(popup.alerts).toEqual([]);
  });

  it('does not wait for a page that hangs, and puts its accounts first when it answers at last', async () => {
    const page = Promise.withResolvers<void>();
    const popup = await Popup.open({
      accounts: [accountOf('Ant'), accountOf('Zebra', { here: true, hosts: [host] })],
      page: pageOf({ host, asks: 'code' }),
      pageAnswers: page.promise,
    });
    expect(popup.rows).toHaveLength(2);
    expect(popup.all('.row-fill')).toEqual([]);
    expect(popup.all('[aria-busy=true]')).toHaveLength(1);
    page.resolve();
    await popup.settled();
    expect(popup.all('[aria-busy=true]')).toEqual([]);
    expect(popup.all('h2')[0]?.textContent).toBe(`On ${host}`);
    expect(popup.all('.row-fill')).toHaveLength(1);
  });

  it('shows each code in groups, and until when it is good', async () => {
    const popup = await Popup.open({ accounts: [accountOf('Ant')] });
    expect(popup.rows[0]).toContain(grouped(codeOf('Ant', 0)));
    expect(popup.rows[0]).toMatch(/good until \d/);
  });

  it('asks for new codes once when the first of them ends, and not before', async () => {
    vi.useFakeTimers({ now: 0 });
    const slow = { ...parameters, period: 60 };
    const popup = await Popup.open({
      accounts: [accountOf('Ant'), accountOf('Bee', { parameters: slow })],
      now: Date.now,
    });
    const asked = () => popup.world.calls.filter((call) => call === 'codes').length;
    await vi.advanceTimersByTimeAsync(29_900);
    expect(asked()).toBe(1);
    await vi.advanceTimersByTimeAsync(200);
    expect(asked()).toBe(2);
    expect(popup.rows[0]).toContain(grouped(codeOf('Ant', 1)));
    await vi.advanceTimersByTimeAsync(30_000);
    expect(asked()).toBe(3);
  });

  it('does not ask all the time when the answers are of a period that has ended', async () => {
    vi.useFakeTimers({ now: 0 });
    // The background's clock stands still, ours goes on.
    const popup = await Popup.open({ accounts: [accountOf('Ant')], now: () => 0 }, { now: Date.now });
    await vi.advanceTimersByTimeAsync(31_000);
    const asked = popup.world.calls.filter((call) => call === 'codes').length;
    expect(asked).toBeGreaterThan(1);
    expect(asked).toBeLessThan(10);
  });

  it('copies the code without its space, and says so', async () => {
    const popup = await Popup.open({ accounts: three() });
    popup.all('.row-main')[1]?.click();
    await popup.settled();
    expect(popup.copied).toEqual([codeOf('Bee', 0)]);
    expect(popup.all('[role=status]').some((status) => status.textContent.includes('Code copied: Bee'))).toBe(
      true,
    );
  });

  it('says in place when the browser refuses the clipboard', async () => {
    const popup = await Popup.open({ accounts: three() }, { copy: denied });
    popup.all('.row-main')[0]?.click();
    await popup.settled();
    expect(popup.alerts).toEqual(['The browser did not let the code be copied.']);
  });

  it('draws a part of many accounts, and finds the last of them', async () => {
    const accounts = Array.from({ length: 2000 }, (_, at) => accountOf(`Account ${at}`));
    const popup = await Popup.open({ accounts });
    expect(popup.rows.length).toBe(20);
    await popup.press('Show 20 more');
    expect(popup.rows.length).toBe(40);
    await popup.search('1999');
    expect(popup.rows).toHaveLength(1);
    expect(popup.text).toContain('1 account');
  });

  it('shows a counter-based code only when it is asked for, and moves the counter once for each', async () => {
    const popup = await Popup.open({
      accounts: [accountOf('Vpn', { parameters: { ...parameters, kind: 'hotp' } })],
    });
    expect(popup.rows[0]).not.toMatch(/\d{3} \d{3}/);
    popup.all('.row-main')[0]?.click();
    await popup.settled();
    expect(popup.rows[0]).toContain(grouped(codeOf('Vpn', 1)));
    popup.all('.row-main')[0]?.click();
    await popup.settled();
    expect(popup.copied).toEqual([codeOf('Vpn', 1)]);
    expect(popup.world.counters.get('Vpn')).toBe(1);
    await popup.press('Next code');
    expect(popup.rows[0]).toContain(grouped(codeOf('Vpn', 2)));
  });

  it('tells how many recovery codes are left where they belong, and everywhere when they are few', async () => {
    const popup = await Popup.open({
      accounts: [
        accountOf('Ant', { recovery: { left: 3, total: 8 } }),
        accountOf('Bee', { recovery: { left: 2, total: 8 } }),
        accountOf('Cat', { recovery: { left: 1, total: 8 } }),
        accountOf('Dog', { recovery: { left: 0, total: 8 } }),
        accountOf('Eel', { recovery: { left: 8, total: 8 }, here: true }),
      ],
    });
    const notes = popup.all('.note').map((note) => [note.textContent, note.classList.contains('warn')]);
    expect(notes).toEqual([
      ['8 of 8 recovery codes left', false],
      ['2 of 8 recovery codes left', true],
      ['1 of 8 recovery codes left', true],
      ['No recovery codes left', true],
    ]);
  });

  it('reads a name with direction marks as it is written', async () => {
    const popup = await Popup.open({ accounts: [accountOf('Ant', { issuer: 'Bank\u202Egro.live' })] });
    expect(popup.text).not.toContain('\u202E');
    expect(popup.text).toContain('Bank\uFFFDgro.live');
  });
});

describe('an account that waits for the site', () => {
  it('says that it waits, and becomes active when a person says that it works', async () => {
    const popup = await Popup.open(pending(2 * HOUR - 5000));
    expect(popup.text).toContain('Waiting for the site to accept a code');
    await popup.press('It works');
    expect(popup.world.accounts[0]?.state).toBe('active');
    expect(popup.text).not.toContain('Waiting for the site');
  });

  it('is called never confirmed after an hour', async () => {
    const popup = await Popup.open(pending(HOUR - 1));
    expect(popup.text).toContain('Never confirmed');
    const young = await Popup.open(pending(HOUR));
    expect(young.text).not.toContain('Never confirmed');
  });

  it('is removed at once, and comes back by Undo', async () => {
    const popup = await Popup.open(pending(0));
    await popup.press('Remove');
    expect(popup.rows).toEqual([]);
    await popup.press('Undo');
    expect(popup.rows).toHaveLength(1);
    expect(popup.text).toContain('Back again: Ant');
  });

  it('says so when it cannot come back', async () => {
    const popup = await Popup.open({ ...pending(0), failing: { restore: 'storage-full' } });
    await popup.press('Remove');
    await popup.press('Undo');
    expect(popup.rows).toEqual([]);
    expect(popup.text).toContain('There is no room left on this device.');
  });
});

describe('filling from the list', () => {
  it('is offered for the accounts of this page that are in use, and has the focus', async () => {
    const popup = await Popup.open(asking('code'));
    expect(popup.all('.row-fill')).toHaveLength(1);
    expect(popup.focus).toBe('Fill the code');
    await popup.press('Fill the code');
    expect(popup.world.requests.at(popup.world.calls.indexOf('fill'))).toBe('{"id":"Ant"}');
    expect(popup.closed).toBe(1);
  });

  it('offers a recovery code only where one is left', async () => {
    const popup = await Popup.open(asking('recovery'));
    expect(popup.button('Fill a recovery code', 'Ant')).toBeTruthy();
    const none = asking('recovery', {
      accounts: [accountOf('Ant', { here: true, recovery: { left: 0, total: 8 } })],
    });
    expect((await Popup.open(none)).all('.row-fill')).toEqual([]);
  });

  it.each([
    ['no-field', 'The page shows no field for this code. You can copy it instead.'],
    ['occupied', 'Something else stands in the field. Empty it and try again, or copy the code.'],
    ['not-taken', 'The page did not take the code. You can copy it instead.'],
    ['none-left', 'No unused recovery code is left.'],
    ['refused', 'Nothing can be filled on this page now. You can copy the code instead.'],
  ] as const)('says in place why it came to nothing: %s', async (fills, text) => {
    const popup = await Popup.open(asking('code', { fills }));
    await popup.press('Fill the code');
    expect(popup.alerts).toEqual([text]);
    expect(popup.closed).toBe(0);
  });

  it('stays open while it waits for the next code', async () => {
    const popup = await Popup.open(asking('code', { fills: 'waiting' }));
    await popup.press('Fill the code');
    expect(popup.text).toContain('The next one is filled as soon as it is there.');
    expect(popup.closed).toBe(0);
  });
});

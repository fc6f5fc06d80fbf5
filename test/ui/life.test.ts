// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { accountOf, pageOf } from './fake-background.ts';
import { Popup } from './popup.ts';

const host = 'portal.example';
const page = pageOf({ host });
const here = { here: true, hosts: [host] };

describe('an account that is off', () => {
  it.each([
    ['recovered', 'Turned off by recovery. Set it up again on the site.'],
    ['switched-off', 'Turned off at the site'],
  ] as const)('says why (%s), and is on again when a person says so', async (because, text) => {
    const popup = await Popup.open({ accounts: [accountOf('Ant', { state: 'off', because })] });
    expect(popup.text).toContain(text);
    await popup.press('It is on again');
    expect(popup.world.accounts[0]?.state).toBe('active');
    expect(popup.text).not.toContain(text);
  });

  it('is so because a person has said that the page is right about it', async () => {
    const popup = await Popup.open({
      accounts: [accountOf('Ant', here), accountOf('Bee', here)],
      page: { ...page, hint: { account: 'Ant', says: 'off' } },
    });
    await popup.press('Yes, it is off', 'Ant');
    expect(popup.world.accounts.map(({ id, state }) => [id, state])).toContainEqual(['Ant', 'off']);
    expect(popup.text).not.toContain('This page says');
  });
});

describe('a support case', () => {
  it('is noted on the page that opens it', async () => {
    const popup = await Popup.open({
      accounts: [accountOf('Ant', here)],
      page: { ...page, hint: { account: 'Ant', says: 'support' } },
    });
    await popup.press('I have asked');
    expect(popup.text).toContain(`You asked the site’s support on ${new Date(0).toLocaleDateString()}.`);
    await popup.press('Close this note');
    expect(popup.text).not.toContain('You asked');
    expect(popup.world.accounts[0]?.state).toBe('active');
  });

  it('ends when the account was given back, which turns it off', async () => {
    const popup = await Popup.open({ accounts: [accountOf('Ant', { supportCase: 0 })] });
    await popup.press('I have it back');
    expect(popup.world.accounts[0]).toMatchObject({ state: 'off', supportCase: null });
  });
});

describe('a clock that is wrong', () => {
  it.each([
    [47, 'This device’s clock is 47 s behind the site’s.'],
    [-12, 'This device’s clock is 12 s ahead of the site’s.'],
  ])('is said on the account’s own site: %d s', async (clockAhead, text) => {
    const popup = await Popup.open({ accounts: [accountOf('Ant', { ...here, clockAhead })], page });
    expect(popup.text).toContain(text);
  });

  it('and nowhere else', async () => {
    const accounts = [accountOf('Ant', { clockAhead: 47 }), accountOf('Bee', here)];
    expect((await Popup.open({ accounts, page })).text).not.toContain('clock');
  });
});

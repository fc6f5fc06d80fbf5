/** One release per period and host: what a page that asks again and again gets, and what a person who signs in twice. */
import { describe, expect, test } from 'vitest';
import type { OtpParameters } from '../../src/core/account.ts';
import type { PageSender } from '../../src/messages/senders.ts';
import { account } from '../accounts.ts';
import { prompt, sender, stage } from './stage.ts';

const totp: OtpParameters = { kind: 'totp', algorithm: 'SHA1', digits: 6, period: 30 };
const hotp: OtpParameters = { ...totp, kind: 'hotp' };

/** The beginning of a minute, and of an hour. */
const START = 1_699_999_200_000;

async function withAccounts(...overviews: readonly object[]) {
  const set = await stage(START);
  const ids = await set.desk.vault.addAll(overviews.map((overview) => account(overview)));
  set.world.page = prompt();
  /** Somebody chooses an account in the popup, and the page shows what it was given for that. */
  const choose = async (which: number, from: PageSender = sender()) => {
    set.world.url = `${from.site.origin}/`;
    await set.ui.fill({ id: ids[which] ?? '' }, null);
    return set.page.redeem({ ticket: set.world.fills.at(-1)?.ticket ?? '' }, from);
  };
  return { ...set, choose };
}

const alice = {};
const bob = { name: 'bob' };

describe('of two accounts of one host', () => {
  test('one code is given in a period, and the other’s when the next begins', async () => {
    const { choose, world, page } = await withAccounts(alice, bob);
    expect(await choose(0)).toMatchObject({ release: 'code' });
    world.now += 10_000;
    const held = await choose(1);
    expect(held).toMatchObject({ release: 'wait', until: START + 30_000 });
    world.now = START + 30_000;
    const ticket = held.release === 'wait' ? held.ticket : '';
    expect(await page.redeem({ ticket }, sender())).toMatchObject({ release: 'code' });
    // And the other way round.
    expect(await choose(0)).toMatchObject({ release: 'wait', until: START + 60_000 });
  });

  test('a period is as long as that of the one that is wanted', async () => {
    const { choose, world } = await withAccounts(alice, { ...bob, parameters: { ...totp, period: 60 } });
    world.now += 20_000;
    await choose(0);
    world.now += 20_000;
    expect(await choose(1)).toMatchObject({ release: 'wait', until: START + 60_000 });
    expect(await choose(0)).toMatchObject({ release: 'code' });
  });

  test('none is held up for an hour by the other', async () => {
    const { choose, world } = await withAccounts(alice, { ...bob, parameters: { ...totp, period: 3600 } });
    await choose(0);
    expect(await choose(1)).toMatchObject({ release: 'wait', until: START + 5 * 60_000 });
    world.now = START + 5 * 60_000;
    expect(await choose(1)).toMatchObject({ release: 'code' });
    expect(await choose(1)).toMatchObject({ release: 'wait', until: START + 3_600_000 });
  });

  test('one whose set-up waits and one in use are not held up by each other, only by themselves', async () => {
    const { choose, world, page } = await withAccounts(alice, { ...bob, state: 'pending' });
    expect(await choose(0)).toMatchObject({ release: 'code' });
    world.page = prompt({ name: 'confirm' }, { title: 'Set up two-factor authentication: scan the QR code' });
    const confirm = await page.report(world.page, sender());
    const ticket = confirm[0]?.ticket ?? '';
    expect(await page.redeem({ ticket }, sender())).toMatchObject({ release: 'code' });
    const [again] = await page.report(world.page, sender());
    expect(await page.redeem({ ticket: again?.ticket ?? '' }, sender())).toMatchObject({ release: 'wait' });
  });

  test('of two hosts each gets its own', async () => {
    const { choose } = await withAccounts(alice, { ...bob, hosts: ['id.example'] });
    expect(await choose(0)).toMatchObject({ release: 'code' });
    expect(await choose(1, sender('https://id.example', 'doc-2'))).toMatchObject({ release: 'code' });
  });
});

test('an account of two hosts gives its code to one of them', async () => {
  const { choose } = await withAccounts({ hosts: ['cloud.example', 'id.example'] });
  expect(await choose(0)).toMatchObject({ release: 'code' });
  expect(await choose(0, sender('https://id.example', 'doc-2'))).toMatchObject({ release: 'wait' });
});

describe('of a counter', () => {
  test('one document gets one code in half a minute, and the next document the next at once', async () => {
    const { choose, world } = await withAccounts({ parameters: hotp });
    // RFC 4226 appendix D, counters 0 to 2.
    expect(await choose(0)).toMatchObject({ release: 'code', code: '755224', until: null });
    for (let click = 0; click < 5; click += 1)
      expect(await choose(0)).toMatchObject({ release: 'wait', until: START + 30_000 });
    const reloaded = sender('https://cloud.example', 'doc-2');
    expect(await choose(0, reloaded)).toMatchObject({ release: 'code', code: '287082' });
    world.now = START + 30_000;
    expect(await choose(0, reloaded)).toMatchObject({ release: 'code', code: '359152' });
  });

  test('where the browser names no documents, a frame of a tab is one', async () => {
    const { choose } = await withAccounts({ parameters: hotp });
    const from = sender('https://cloud.example', null);
    expect(await choose(0, from)).toMatchObject({ release: 'code' });
    expect(await choose(0, from)).toMatchObject({ release: 'wait' });
    expect(await choose(0, { ...from, tab: 2 })).toMatchObject({ release: 'none' });
  });

  test('no code is given to the document that was given one of another account', async () => {
    const { choose } = await withAccounts({ parameters: hotp }, bob, { name: 'carol', parameters: hotp });
    await choose(0);
    expect(await choose(1)).toMatchObject({ release: 'wait' });
    expect(await choose(2)).toMatchObject({ release: 'wait' });
  });
});

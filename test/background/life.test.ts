/** An account's life, told by what its site's pages show. */
import { describe, expect, test } from 'vitest';
import { documentLoaded, goOnFollowing } from '../../src/background/for-page.ts';
import { account } from '../accounts.ts';
import { emptyPage, password, prompt, recoveryPrompt, sender, stage } from './stage.ts';

const codes = ['11112222', '33334444', '55556666', '77778888'];
const listed = (words: readonly string[]) => ({ words, near: 'Your backup codes' });
const elsewhere = sender('https://cloud.example', 'doc-2');

async function given(overview = {}, kept: readonly string[] = []) {
  const set = await stage();
  const id = await set.desk.vault.add(account(overview, kept));
  const ask = kept.length === 0 ? prompt() : recoveryPrompt();
  const [chip] = await set.page.report(ask, sender());
  if (chip === undefined) throw new Error('no chip');
  await set.page.redeem({ ticket: chip.ticket }, sender());
  await set.page.submitted(undefined, sender());
  const overviewOf = async (which = id) => (await set.desk.vault.read(which)).overview;
  return { ...set, id, overviewOf };
}

function ticketFor(account: string) {
  const { site, ...from } = sender();
  return { grant: 'code', account, host: site.host, field: 1, ...from } as const;
}

describe('a pending account', () => {
  test('stays pending when the page was left without submitting the form', async () => {
    const set = await stage();
    const id = await set.desk.vault.add(account({ state: 'pending' }));
    const [chip] = await set.page.report(prompt(), sender());
    await set.page.redeem({ ticket: chip?.ticket ?? '' }, sender());
    await set.page.report(emptyPage, elsewhere);
    expect((await set.desk.vault.read(id)).overview.state).toBe('pending');
  });

  test('stays pending when its form was closed by hand, also through the end of the worker', async () => {
    const set = await stage();
    const id = await set.desk.vault.add(account({ state: 'pending' }));
    const [chip] = await set.page.report(prompt(), sender());
    await set.page.redeem({ ticket: chip?.ticket ?? '' }, sender());
    await set.page.cancelled(undefined, sender());
    await set.wake().page.report(emptyPage, sender());
    expect((await set.desk.vault.read(id)).overview.state).toBe('pending');
  });

  test('becomes active when the next page says so, though the submit was lost with the worker', async () => {
    const set = await stage();
    const id = await set.desk.vault.add(account({ state: 'pending' }));
    const [chip] = await set.page.report(prompt(), sender());
    await set.page.redeem({ ticket: chip?.ticket ?? '' }, sender());
    const said = { ...emptyPage, messages: 'Two-factor authentication is on.' };
    await set.wake().page.report(said, elsewhere);
    expect((await set.desk.vault.read(id)).overview.state).toBe('active');
  });

  test('that is to replace one in use stays pending there, for the page may say it of the old one', async () => {
    const set = await stage();
    await set.desk.vault.add(account());
    const id = await set.desk.vault.add(account({ state: 'pending' }));
    const ticket = await set.desk.tickets.mint(ticketFor(id));
    await set.page.redeem({ ticket }, sender());
    const said = { ...emptyPage, messages: 'Two-factor authentication is on.' };
    await set.page.report(said, elsewhere);
    expect((await set.desk.vault.read(id)).overview.state).toBe('pending');
  });

  test('becomes active when the page has moved on', async () => {
    const { page, overviewOf } = await given({ state: 'pending' });
    await page.report(emptyPage, elsewhere);
    expect((await overviewOf()).state).toBe('active');
  });

  test('is asked for once more by a worker that has just woken, of a page that may have nothing else to say', async () => {
    const { world, wake, page, overviewOf } = await given({ state: 'pending' });
    world.asked.length = 0;
    await goOnFollowing(wake().desk);
    expect(world.asked).toEqual(['load 1 0', 'again 1']);
    expect(world.following).toBe(true);
    await page.report(emptyPage, elsewhere);
    expect((await overviewOf()).state).toBe('active');
    await goOnFollowing(wake().desk);
    expect(world.following).toBe(false);
  });

  test('stays pending when the form comes back', async () => {
    const { page, overviewOf } = await given({ state: 'pending' });
    await page.report(prompt({ refused: true }), elsewhere);
    await page.report(emptyPage, sender('https://cloud.example', 'doc-3'));
    expect((await overviewOf()).state).toBe('pending');
  });

  test('stays pending when another host answers in the same tab', async () => {
    const { page, overviewOf } = await given({ state: 'pending' });
    await page.report(emptyPage, sender('https://evil.example', 'doc-2'));
    expect((await overviewOf()).state).toBe('pending');
  });

  test('is not judged by a complaint about an earlier code that still stands there', async () => {
    const { page, overviewOf, world } = await given({ state: 'pending' });
    world.now += 200;
    await page.report(prompt({ refused: true }), sender());
    await page.report(emptyPage, elsewhere);
    expect((await overviewOf()).state).toBe('active');
  });

  test('is not judged by it either while a person has not sent the code yet, however long that takes', async () => {
    const set = await stage();
    const id = await set.desk.vault.add(account({ state: 'pending' }));
    const [chip] = await set.page.report(prompt({ refused: true }), sender());
    await set.page.redeem({ ticket: chip?.ticket ?? '' }, sender());
    set.world.now += 10_000;
    await set.page.report(prompt({ refused: true }), sender());
    await set.page.submitted(undefined, sender());
    await set.page.report(emptyPage, elsewhere);
    expect((await set.desk.vault.read(id)).overview.state).toBe('active');
  });

  test('stays pending on the page after the one that said no', async () => {
    const { page, overviewOf } = await given({ state: 'pending' });
    await page.report({ ...emptyPage, messages: 'That set-up is over. Begin again.' }, elsewhere);
    await page.report(emptyPage, sender('https://cloud.example', 'doc-3'));
    expect((await overviewOf()).state).toBe('pending');
  });

  test('is not judged by the last word of the page that asked, heard after the load of the next', async () => {
    const { desk, page, overviewOf } = await given({ state: 'pending' });
    await desk.awaited.loaded(1, 0);
    await page.report(prompt(), sender());
    // Nor by one that comes without the name of its document, where the browser has given one before.
    await page.report(prompt(), sender('https://cloud.example', null));
    await page.report(emptyPage, elsewhere);
    expect((await overviewOf()).state).toBe('active');
  });

  test('is awaited further when its code is given while the verdict on the one before is carried out', async () => {
    const { desk, page, id, world } = await given({}, codes);
    world.now += 1;
    const next = {
      account: id,
      host: 'cloud.example',
      gave: 'code',
      index: null,
      document: 'doc-3',
      frame: 0,
    } as const;
    const change = desk.vault.change.bind(desk.vault);
    desk.vault.change = async (...all) => {
      await desk.awaited.expect(1, next);
      await change(...all);
    };
    await page.report(emptyPage, elsewhere);
    expect(await desk.awaited.of(1)).toMatchObject(next);
  });

  test('is judged by the load of the tab where the browser names no documents', async () => {
    const set = await stage();
    const id = await set.desk.vault.add(account({ state: 'pending' }));
    const unnamed = sender('https://cloud.example', null);
    const [chip] = await set.page.report(prompt(), unnamed);
    await set.page.redeem({ ticket: chip?.ticket ?? '' }, unnamed);
    await set.desk.awaited.loaded(1, 0);
    await set.page.report(prompt(), unnamed);
    expect((await set.desk.vault.read(id)).overview.state).toBe('pending');
  });

  test('is neither refused nor offered a second code because another frame of the tab has loaded', async () => {
    const set = await stage();
    const id = await set.desk.vault.add(account({ state: 'pending' }));
    const unnamed = sender('https://cloud.example', null);
    const [chip] = await set.page.report(prompt(), unnamed);
    await set.page.redeem({ ticket: chip?.ticket ?? '' }, unnamed);
    // An advertisement. The prompt that still stands there would be a refusal after a load of the page itself.
    await documentLoaded(set.desk, { tab: 1, frame: 7 });
    expect(await set.page.report(prompt({ holds: 'code' }), unnamed)).toEqual([]);
    await documentLoaded(set.desk, { tab: 1, frame: 0 });
    await set.page.submitted(undefined, unnamed);
    await set.page.report(emptyPage, unnamed);
    expect((await set.desk.vault.read(id)).overview.state).toBe('active');
  });

  test('goes on being awaited through the end of the worker', async () => {
    const { wake, overviewOf } = await given({ state: 'pending' });
    await wake().page.report(emptyPage, elsewhere);
    expect((await overviewOf()).state).toBe('active');
  });

  test('is not judged after ten minutes', async () => {
    const { page, overviewOf, world } = await given({ state: 'pending' });
    world.now += 10 * 60_000;
    await page.report(emptyPage, elsewhere);
    expect((await overviewOf()).state).toBe('pending');
  });

  test('becomes active on the person’s word', async () => {
    const { ui, id, overviewOf } = await given({ state: 'pending' });
    await ui.confirm({ id }, null);
    expect((await overviewOf()).state).toBe('active');
  });

  test('sends what it replaces to the trash, and nothing else, and only when it is accepted', async () => {
    const set = await stage();
    const old = await set.desk.vault.add(account());
    const bob = await set.desk.vault.add(account({ name: 'bob' }));
    const fresh = await set.desk.vault.add(account({ state: 'pending' }));
    const state = async (id: string) => (await set.desk.vault.read(id)).overview.state;
    expect(await state(old)).toBe('active');
    await set.ui.confirm({ id: fresh }, null);
    expect([await state(old), await state(bob), await state(fresh)]).toEqual(['trashed', 'active', 'active']);
    await set.ui.restore({ id: old }, null);
    expect(await state(old)).toBe('active');
  });
});

describe('recovery codes on a page', () => {
  test('are offered to be kept with the account that the page has just accepted', async () => {
    const { page, ui, world, id, desk, overviewOf } = await given({ state: 'pending' });
    await desk.vault.add(account({ name: 'bob' }));
    world.page = { ...emptyPage, lists: [listed(codes)] };
    const chips = await page.report(world.page, elsewhere);
    expect(chips).toMatchObject([{ kind: 'keep-codes', field: null }]);
    expect(await ui.page(undefined, null)).toMatchObject({ recoveryCodes: { account: id, codes } });
    await ui.keepRecoveryCodes({ id, codes }, null);
    expect((await overviewOf()).recovery).toEqual({ left: 4, total: 4 });
  });

  test('belong to the new secret after a second set-up, also before its code is known to be accepted', async () => {
    const { page, ui, world, id, desk } = await given();
    await page.report(emptyPage, elsewhere);
    const fresh = await desk.vault.add(account({ state: 'pending' }));
    await ui.switchedOff({ id }, null);
    const [chip] = await page.report(prompt(), elsewhere);
    await page.redeem({ ticket: chip?.ticket ?? '' }, elsewhere);
    world.page = { ...emptyPage, lists: [listed(codes)] };
    expect(await ui.page(undefined, null)).toMatchObject({ recoveryCodes: { account: fresh, codes } });
  });

  test('that are kept already are not offered again', async () => {
    const { page, ui, world, id } = await given({ state: 'pending' });
    world.page = { ...emptyPage, lists: [listed(codes)] };
    await page.report(world.page, elsewhere);
    await ui.keepRecoveryCodes({ id, codes }, null);
    expect(await page.report(world.page, elsewhere)).toEqual([]);
  });

  test('of a host without accounts are nobody’s', async () => {
    const { page } = await stage();
    expect(
      await page.report({ ...emptyPage, lists: [listed(codes)] }, sender('https://shop.example')),
    ).toEqual([]);
  });

  test('are kept as they were seen, whatever the page shows by then', async () => {
    const { page, ui, world, id, desk } = await given({ state: 'pending' });
    world.page = { ...emptyPage, lists: [listed(codes)] };
    await page.report(world.page, elsewhere);
    const seen = (await ui.page(undefined, null)).recoveryCodes?.codes ?? [];
    world.page = emptyPage;
    await ui.keepRecoveryCodes({ id, codes: seen }, null);
    const { secret } = await desk.vault.read(id);
    expect(secret.recoveryCodes.map(({ code }) => code)).toEqual(codes);
  });
});

describe('a recovery code', () => {
  test('is used when the page has accepted it, and not before', async () => {
    const { page, overviewOf } = await given({}, codes);
    expect((await overviewOf()).recovery).toEqual({ left: 4, total: 4 });
    await page.report(emptyPage, elsewhere);
    expect((await overviewOf()).recovery).toEqual({ left: 3, total: 4 });
  });

  test('leaves the account on, where the site does not say otherwise', async () => {
    const { page, overviewOf } = await given({}, codes);
    await page.report(
      { ...emptyPage, messages: 'You signed in with a backup code. It is spent.' },
      elsewhere,
    );
    expect(await overviewOf()).toMatchObject({ state: 'active', recovery: { left: 3 } });
  });

  test('turns the account off where the site says so afterwards', async () => {
    const { page, overviewOf } = await given({}, codes);
    const messages = 'You signed in with a backup code, so two-factor authentication is now off.';
    await page.report({ ...emptyPage, messages }, elsewhere);
    expect(await overviewOf()).toMatchObject({ state: 'off', because: 'recovered', recovery: { left: 3 } });
  });

  test('turns it off too where the prompt said that it would, and only once it was accepted', async () => {
    const { page, overviewOf, wake } = await given({}, codes);
    const near = 'Enter your backup code. 2FA is then automatically disabled, and you must enable it again.';
    await page.report(recoveryPrompt({ near, holds: 'other' }), sender());
    expect((await overviewOf()).state).toBe('active');
    await wake().page.report(emptyPage, elsewhere);
    expect(await overviewOf()).toMatchObject({ state: 'off', because: 'recovered' });
  });

  test('that was refused is not used', async () => {
    const { page, overviewOf } = await given({}, codes);
    await page.report(recoveryPrompt(), elsewhere);
    await page.report(emptyPage, sender('https://cloud.example', 'doc-3'));
    expect((await overviewOf()).recovery).toEqual({ left: 4, total: 4 });
  });
});

describe('a new list of recovery codes', () => {
  const fresh = ['99998888', '77776665', '55554443', '33332221'];

  test('replaces the old one, which can be brought back', async () => {
    const { page, ui, world, id } = await given({}, codes);
    await page.report(emptyPage, elsewhere);
    world.page = { ...emptyPage, lists: [listed(fresh)] };
    await ui.keepRecoveryCodes({ id, codes: fresh }, null);
    const reply = await ui.showRecoveryCodes({ id, proof: { password } }, null);
    expect(reply).toEqual({ shown: fresh.map((code) => ({ code, used: false })), replaced: world.now });
    await ui.restoreRecoveryCodes({ id }, null);
    expect(await ui.showRecoveryCodes({ id, proof: { password } }, null)).toMatchObject({
      shown: [{ code: codes[0], used: true }, { code: codes[1], used: false }, {}, {}],
    });
  });

  test('is none on a page that calls nothing so and has accepted nothing', async () => {
    const set = await stage();
    await set.desk.vault.add(account());
    const lists = [{ words: ['AX40-1120', 'AX40-1121', 'BX41-2200', 'CX50-0001'], near: 'Spare parts' }];
    expect(await set.page.report({ ...emptyPage, lists }, sender())).toEqual([]);
  });
});

describe('that two-factor authentication is off', () => {
  const off = { ...emptyPage, messages: 'Two-factor authentication is off.' };

  test('is asked of the person, and not believed of a page', async () => {
    const set = await stage();
    const id = await set.desk.vault.add(account());
    set.world.page = off;
    await set.page.report(off, sender());
    expect((await set.desk.vault.read(id)).overview.state).toBe('active');
    expect(await set.ui.page(undefined, null)).toMatchObject({ hint: { account: id, says: 'off' } });
    await set.ui.switchedOff({ id }, null);
    expect((await set.desk.vault.read(id)).overview).toMatchObject({ state: 'off', because: 'switched-off' });
    expect(await set.ui.page(undefined, null)).toMatchObject({ hint: null });
    // And back, on the person's word.
    await set.ui.confirm({ id }, null);
    expect((await set.desk.vault.read(id)).overview.state).toBe('active');
  });

  test('is asked of no account in particular where there are two', async () => {
    const set = await stage();
    await set.desk.vault.add(account());
    await set.desk.vault.add(account({ name: 'bob' }));
    set.world.page = off;
    expect(await set.ui.page(undefined, null)).toMatchObject({ hint: null });
  });
});

test('a support case is offered to be noted on the page that opens one, and reminded of until it is closed', async () => {
  const set = await stage();
  const id = await set.desk.vault.add(account());
  const view = async () => (await set.ui.accounts(undefined, null))[0];
  set.world.page = { ...emptyPage, title: 'Recover your Account' };
  expect(await set.ui.page(undefined, null)).toMatchObject({ hint: { account: id, says: 'support' } });
  await set.ui.supportCase({ id, open: true }, null);
  expect(await view()).toMatchObject({ supportCase: set.world.now });
  expect(await set.ui.page(undefined, null)).toMatchObject({ hint: null });
  await set.ui.supportCase({ id, open: false }, null);
  expect(await view()).toMatchObject({ supportCase: null });
});

test('page loads are followed only while an answer is awaited', async () => {
  const { page, world } = await given({ state: 'pending' });
  expect(world.following).toBe(true);
  await page.report(emptyPage, elsewhere);
  expect(world.following).toBe(false);
});

test('what a page said before it was given the code is no answer to it, however late it is looked at', async () => {
  const set = await stage();
  const id = await set.desk.vault.add(account({ state: 'pending' }));
  const [chip] = await set.page.report(prompt(), sender());
  // The page reports what it shows; while its picture is being read, the chip is clicked.
  const reading = Promise.withResolvers<readonly string[]>();
  set.desk.pages.qrTexts = () => reading.promise;
  const late = set.page.report(prompt({ refused: true }, { pictures: 1 }), sender());
  set.world.now += 10;
  await set.page.redeem({ ticket: chip?.ticket ?? '' }, sender());
  await set.page.submitted(undefined, sender());
  set.world.now += 5_000;
  reading.resolve([]);
  await late;
  await set.page.report(emptyPage, elsewhere);
  expect((await set.desk.vault.read(id)).overview.state).toBe('active');
});

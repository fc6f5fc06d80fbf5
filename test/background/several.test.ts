/** Several accounts of one host: the choice is the person's, in our own interface, which puts the likely one first. */
import { describe, expect, test } from 'vitest';
import { fillByGesture } from '../../src/background/for-ui/gestures.ts';
import { VaultError } from '../../src/vault/vault.ts';
import { account } from '../accounts.ts';
import { emptyPage, prompt, sender, stage } from './stage.ts';

async function withTwo() {
  const set = await stage();
  const [alice, bob] = await set.desk.vault.addAll([account(), account({ name: 'bob' })]);
  if (alice === undefined || bob === undefined) throw new Error('not kept');
  set.world.page = prompt();
  const likely = async () => (await set.ui.page(undefined, null)).likely;
  const use = async (id: string) => {
    await set.ui.fill({ id }, null);
    return set.page.redeem({ ticket: set.world.fills.at(-1)?.ticket ?? '' }, sender());
  };
  return { ...set, alice, bob, likely, use };
}

describe('the account that was used last is likely meant', () => {
  test('after its code was given, until that of another is', async () => {
    const { alice, bob, likely, use, wake, world } = await withTwo();
    expect(await likely()).toBeNull();
    expect(await use(bob)).toMatchObject({ release: 'code' });
    expect(await likely()).toEqual({ account: bob, because: 'last-used' });
    world.now += 60_000;
    await use(alice);
    expect((await wake().ui.page(undefined, null)).likely).toEqual({ account: alice, because: 'last-used' });
  });

  test('after its code was copied for the page, and not for another one', async () => {
    const { ui, alice, bob, likely, world } = await withTwo();
    await ui.copied({ id: bob }, null);
    expect(await likely()).toEqual({ account: bob, because: 'last-used' });
    world.url = 'https://other.example/';
    await ui.copied({ id: alice }, null);
    world.url = 'https://cloud.example/';
    expect(await likely()).toEqual({ account: bob, because: 'last-used' });
  });

  test('on that host alone, and while it is there to be used', async () => {
    const { desk, ui, bob, likely, use, world } = await withTwo();
    const hosts = ['cloud.example', 'id.example'];
    await desk.vault.change([bob], (kept) => ({ ...kept, overview: { ...kept.overview, hosts } }));
    await desk.vault.add(account({ name: 'carol', hosts: ['id.example', 'cloud.example'] }));
    await use(bob);
    world.url = 'https://id.example/';
    expect(await likely()).toBeNull();
    world.url = 'https://cloud.example/';
    await ui.remove({ id: bob }, null);
    expect(await likely()).toBeNull();
  });

  test('of one account nothing is written, nor where nothing is to be offered', async () => {
    const { desk, ui, page, bob, use, likely } = await withTwo();
    await use(bob);
    await ui.setSite({ host: 'cloud.example', choices: { never: true } }, null);
    expect(await likely()).toBeNull();
    await desk.vault.add(account({ hosts: ['one.example'] }));
    const [chip] = await page.report(prompt(), sender('https://one.example'));
    await page.redeem({ ticket: chip?.ticket ?? '' }, sender('https://one.example'));
    expect([...(await desk.vault.sites()).keys()]).toEqual(['cloud.example']);
  });

  test('a code that was spent is given, though it cannot be remembered whose it was', async () => {
    const { desk, bob, use } = await withTwo();
    let tried = 0;
    desk.vault.changeSite = () => {
      tried += 1;
      return Promise.reject(new VaultError('storage-full'));
    };
    expect(await use(bob)).toMatchObject({ release: 'code' });
    expect(tried).toBe(1);
  });
});

describe('the account that the page names is likely meant', () => {
  test('more than the one that was used last', async () => {
    const { alice, bob, likely, use, world } = await withTwo();
    await use(alice);
    world.page = prompt({}, { names: ['BOB'] });
    expect(await likely()).toEqual({ account: bob, because: 'named' });
    world.page = prompt({ near: 'Signed in as bob' });
    expect(await likely()).toEqual({ account: bob, because: 'named' });
  });

  test('only of those that can give what the page asks for', async () => {
    const { desk, likely, world } = await withTwo();
    await desk.vault.add(account({ name: 'carol', state: 'off' }));
    world.page = prompt({}, { names: ['carol'] });
    expect(await likely()).toBeNull();
    // Where nothing is asked for, it stands first for whoever wants to copy.
    world.page = { ...emptyPage, names: ['carol'] };
    expect(await likely()).toMatchObject({ because: 'named' });
  });

  test('but its name fills nothing, and never stands in the page', async () => {
    const { desk, page, world } = await withTwo();
    const facts = prompt({}, { names: ['bob'] });
    const chips = await page.report(facts, sender());
    expect(chips).toMatchObject([{ kind: 'choose' }]);
    expect(JSON.stringify(chips)).not.toContain('bob');
    const ticket = chips[0]?.ticket ?? '';
    expect(await page.redeem({ ticket }, sender())).toEqual({ release: 'none', because: 'refused' });
    world.page = facts;
    await fillByGesture(desk);
    expect(world.fills).toEqual([]);
  });
});

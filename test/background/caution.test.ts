/** What is said of pages that are not the kept host, and look as if they were. */
import { expect, test, vi } from 'vitest';
import { account } from '../accounts.ts';
import { password, prompt, sender, stage } from './stage.ts';

const glimpse = { fields: true, words: true, pictures: false };

async function at(url: string, overview = {}) {
  const set = await stage();
  await set.desk.vault.add(account(overview));
  set.world.page = prompt();
  set.world.url = url;
  return set;
}

test('the popup names the kept host on one that looks like it, and fills nothing there', async () => {
  const { ui, desk, world } = await at('https://c1oud.example/security', {
    hosts: ['c10ud.example', 'cloud.test'],
  });
  expect(await ui.page(undefined, null)).toMatchObject({
    host: 'c1oud.example',
    asks: null,
    caution: { says: 'look-alike', kept: 'c10ud.example' },
  });
  const [kept] = await desk.vault.list();
  expect(await ui.fill({ id: kept?.id ?? '' }, null)).toBe('refused');
  expect(world.fills).toEqual([]);
});

test('the popup says that the kept host came without encryption, and fills nothing', async () => {
  const { ui, desk, world } = await at('http://cloud.example/security');
  expect(await ui.page(undefined, null)).toMatchObject({ asks: null, caution: { says: 'unencrypted' } });
  const [kept] = await desk.vault.list();
  expect(await ui.fill({ id: kept?.id ?? '' }, null)).toBe('refused');
  expect(world.fills).toEqual([]);
});

test('the person’s yes is to that very origin, and is no yes to another', async () => {
  const insecure = sender('http://cloud.example');
  const { ui, page, desk } = await at('http://cloud.example/security');
  expect(await page.report(prompt(), insecure)).toEqual([]);
  await ui.allowUnencrypted(undefined, null);
  const [kept] = await desk.vault.list();
  expect(kept?.overview.hosts).toEqual(['cloud.example', 'http://cloud.example']);
  expect(await ui.page(undefined, null)).toMatchObject({ asks: 'code', caution: null });
  expect((await ui.accounts(undefined, null))[0]?.here).toBe(true);
  const others = ['http://login.cloud.example', 'http://cloud.example:8080', 'https://cloud.example:8443'];
  for (const other of others) expect(await page.report(prompt(), sender(other))).toEqual([]);
  const [chip] = await page.report(prompt(), insecure);
  // The same host over https is another document's, whose ticket this is not.
  expect((await page.redeem({ ticket: chip?.ticket ?? '' }, sender())).release).toBe('none');
  expect((await page.redeem({ ticket: chip?.ticket ?? '' }, insecure)).release).toBe('code');
});

test('there is nothing to say yes to on a page that came with encryption, or that no account is bound to', async () => {
  for (const url of ['https://cloud.example/', 'http://wikipedia.test/', 'about:blank']) {
    const { ui, desk } = await at(url);
    await ui.allowUnencrypted(undefined, null);
    expect((await desk.vault.list())[0]?.overview.hosts).toEqual(['cloud.example']);
  }
});

test('a yes is taken back, or given, with the account’s hosts', async () => {
  const { ui, desk } = await at('http://nas.example/');
  const [kept] = await desk.vault.list();
  const named = { id: kept?.id ?? '', issuer: 'Cloud', name: 'alice' };
  await ui.edit({ ...named, hosts: ['http://nas.example/login', 'cloud.example'] }, null);
  expect((await desk.vault.list())[0]?.overview.hosts).toEqual(['http://nas.example', 'cloud.example']);
  expect(await ui.page(undefined, null)).toMatchObject({ asks: 'code', caution: null });
});

test.each([
  ['the kept host', 'https://cloud.example/'],
  ['another host of its owner', 'https://login.cloud.example/'],
  ['a host that is like nothing', 'https://wikipedia.test/'],
  ['what is no host', 'about:blank'],
])('nothing is said on %s', async (_, url) => {
  const { ui } = await at(url);
  expect(await ui.page(undefined, null)).toMatchObject({ caution: null });
});

test('nothing is said of an account in the trash, or while the vault is locked', async () => {
  const trashed = await at('https://examp1e.test/', {
    hosts: ['example.test'],
    state: 'trashed',
    trashedFrom: 'active',
  });
  expect(await trashed.ui.page(undefined, null)).toMatchObject({ caution: null });
  const { ui } = await at('https://examp1e.test/', { hosts: ['example.test'] });
  expect(await ui.page(undefined, null)).toMatchObject({ caution: { says: 'look-alike' } });
  await ui.lock(undefined, null);
  expect(await ui.page(undefined, null)).toMatchObject({ caution: null });
  await ui.unlock({ password }, null);
  expect(await ui.page(undefined, null)).toMatchObject({ caution: { says: 'look-alike' } });
});

test('the toolbar button warns where a look-alike has a field for a code, and nothing of ours is loaded there', async () => {
  const { page, world } = await at('https://examp1e.test/', { hosts: ['example.test'] });
  await page.glimpse({ ...glimpse, fields: false }, sender('https://examp1e.test'));
  await page.glimpse(glimpse, sender('https://wikipedia.test'));
  // What stands in a frame is not the page that the button speaks of.
  await page.glimpse(glimpse, { ...sender('https://examp1e.test'), frame: 3 });
  expect(world.marks).toEqual([]);
  await page.glimpse(glimpse, sender('https://examp1e.test'));
  expect(world.marks).toEqual(['look-alike']);
  expect(world.asked.filter((asked) => asked.startsWith('load'))).toEqual([]);
});

test('the accounts are listed once for each page that has a field, whatever is asked of them', async () => {
  const { page, desk } = await at('https://wikipedia.test/', { hosts: ['example.test'] });
  const list = vi.spyOn(desk.vault, 'list');
  await page.glimpse(glimpse, sender('https://wikipedia.test'));
  expect(list).toHaveBeenCalledTimes(1);
});

/** The shortcut and the context menu: they fill where it is clear what, and else lead to the popup. */
import { expect, test } from 'vitest';
import { fillByGesture } from '../../src/background/for-ui/fill.ts';
import { account } from '../accounts.ts';
import { emptyPage, prompt, sender, stage } from './stage.ts';

test('the one account of the page’s host is filled', async () => {
  const { desk, world } = await stage();
  await desk.vault.add(account());
  await desk.vault.add(account({ hosts: ['other.example'] }));
  world.page = prompt({ key: 3 });
  await fillByGesture(desk);
  expect(world.fills).toMatchObject([{ tab: 1, field: 3 }]);
  expect(world.asked).not.toContain('popup');
});

test.each(['occupied', 'not-taken', 'no-field'] as const)(
  'where the page answers %s, the popup has the code',
  async (result) => {
    const { desk, world } = await stage();
    await desk.vault.add(account());
    world.page = prompt();
    world.fillResult = result;
    await fillByGesture(desk);
    expect(world.asked).toContain('popup');
  },
);

test('while the next code is waited for, nothing is to be said', async () => {
  const { desk, world } = await stage();
  await desk.vault.add(account());
  world.page = prompt();
  world.fillResult = 'waiting';
  await fillByGesture(desk);
  expect(world.asked).not.toContain('popup');
});

test('of several accounts the person chooses in the popup', async () => {
  const { desk, world } = await stage();
  await desk.vault.add(account());
  await desk.vault.add(account({ name: 'bob' }));
  world.page = prompt();
  await fillByGesture(desk);
  expect([world.fills, world.asked]).toEqual([[], ['popup']]);
});

test('nothing is filled on a host without an account, on a page without a field, or while locked', async () => {
  const { desk, world } = await stage();
  await desk.vault.add(account());
  world.page = prompt();
  world.url = 'https://c1oud.example/';
  await fillByGesture(desk);
  world.url = 'https://cloud.example/';
  world.page = emptyPage;
  await fillByGesture(desk);
  world.page = prompt();
  await desk.vault.lock();
  await fillByGesture(desk);
  expect([world.fills, world.asked]).toEqual([[], ['popup', 'popup', 'popup']]);
});

test('another page of the host that has come into the tab since the popup looked gets nothing', async () => {
  const { desk, page, world } = await stage();
  await desk.vault.add(account());
  world.page = prompt();
  await fillByGesture(desk);
  const ticket = world.fills[0]?.ticket ?? '';
  world.page = prompt({ name: 'q', autocomplete: '', label: 'Search' });
  const next = sender('https://cloud.example', 'doc-2');
  expect(await page.redeem({ ticket }, next)).toEqual({ release: 'none', because: 'refused' });
});

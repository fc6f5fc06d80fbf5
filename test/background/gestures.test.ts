/** The shortcut and the context menu: they fill where it is clear what, and else lead to the popup. */
import { describe, expect, test } from 'vitest';
import type { PageFacts } from '../../src/core/field/facts.ts';
import { fillByGesture } from '../../src/background/for-ui/gestures.ts';
import { account } from '../accounts.ts';
import { emptyPage, prompt, recoveryPrompt, sender, stage } from './stage.ts';

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

describe('the entry of the browser’s menu', () => {
  const login = prompt({ key: 3 });
  const two = { ...login, fields: [...login.fields, ...recoveryPrompt({ key: 4 }).fields] };
  const at = { tab: 1, frame: 0 };

  async function withPage(page: PageFacts = two) {
    const set = await stage();
    await set.desk.vault.add(account({}, ['11112222']));
    set.world.page = page;
    return set;
  }

  test.each([3, 4])('fills the field that it was opened on: %i', async (field) => {
    const { desk, world, page } = await withPage();
    world.pointed = field;
    await fillByGesture(desk, at);
    expect(world.fills).toMatchObject([{ tab: 1, field }]);
    const release = await page.redeem({ ticket: world.fills[0]?.ticket ?? '' }, sender());
    const recovery = release.release === 'code' && release.code === '11112222';
    expect(recovery).toBe(field === 4);
  });

  test.each([null, 9])(
    'on a field that wants nothing (%s) leads to the popup, where two others do',
    async (key) => {
      const { desk, world } = await withPage();
      world.pointed = key;
      await fillByGesture(desk, at);
      expect([world.fills, world.asked]).toEqual([[], ['popup']]);
    },
  );

  test('on a field that wants nothing fills the one that does', async () => {
    const { desk, world } = await withPage(login);
    world.pointed = 9;
    await fillByGesture(desk, at);
    expect(world.fills).toMatchObject([{ field: 3 }]);
  });

  test('fills in the frame that it was opened in, where that may be asked', async () => {
    const { desk, world } = await withPage(login);
    const [frame, foreign] = [
      { tab: 1, frame: 7 },
      { tab: 1, frame: 8 },
    ];
    world.frames = [{ ...frame, site: sender().site }];
    world.pointed = 3;
    await fillByGesture(desk, frame);
    expect(world.fills).toMatchObject([{ tab: 1, field: 3 }]);
    await fillByGesture(desk, foreign);
    await fillByGesture(desk, { tab: 2, frame: 0 });
    await fillByGesture(desk, { tab: null, frame: 0 });
    expect([world.fills.length, world.asked]).toEqual([1, ['popup', 'popup', 'popup']]);
  });
});

test('behind a page of ours nothing is filled that its person does not see', async () => {
  const { desk, world } = await stage();
  await desk.vault.add(account());
  world.page = prompt();
  world.behind = true;
  await fillByGesture(desk);
  await fillByGesture(desk, { tab: 1, frame: 0 });
  expect([world.fills, world.asked]).toEqual([[], ['popup', 'popup']]);
});

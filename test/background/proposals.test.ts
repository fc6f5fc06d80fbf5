/** A host that no account is bound to: who may belong to it is asked in our own interface, and a yes binds. */
import { describe, expect, test } from 'vitest';
import { account } from '../accounts.ts';
import { emptyPage, prompt, recoveryPrompt, sender, stage } from './stage.ts';

const HOST = 'login.cloud.example';
const URI = 'otpauth://totp/Cloud:carol?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Cloud';

async function at(url = `https://${HOST}/`, overview = {}) {
  const set = await stage();
  const id = await set.desk.vault.add(account(overview));
  set.world.page = prompt();
  set.world.url = url;
  const proposals = async () => (await set.ui.page(undefined, null)).proposals;
  const hosts = async () => (await set.desk.vault.read(id)).overview.hosts;
  return { ...set, id, proposals, hosts };
}

describe('on another host of the owner of a bound one', () => {
  test('both hosts are named, and nothing is filled before the yes', async () => {
    const { proposals, id, page, ui, world } = await at();
    expect(await proposals()).toEqual([{ account: id, host: HOST, kept: 'cloud.example' }]);
    expect(await page.report(prompt(), sender(`https://${HOST}`))).toEqual([]);
    expect(await ui.fill({ id }, null)).toBe('refused');
    expect(world.fills).toEqual([]);
  });

  test('a yes binds that host, and no other', async () => {
    const { ui, id, hosts, proposals, page, world } = await at();
    expect(await ui.bindHere({ id, host: HOST }, null)).toBe('bound');
    expect(await hosts()).toEqual(['cloud.example', HOST]);
    expect(await proposals()).toEqual([]);
    // The page looks again, and is offered what it is from now on.
    expect(world.asked).toContain('again 1');
    expect(await page.report(prompt(), sender(`https://${HOST}`))).toMatchObject([{ kind: 'fill' }]);
    expect(await page.report(prompt(), sender('https://app.cloud.example'))).toEqual([]);
  });

  test('a yes to what the page no longer is binds nothing', async () => {
    const { ui, id, hosts, world } = await at();
    world.url = 'https://app.cloud.example/';
    expect(await ui.bindHere({ id, host: HOST }, null)).toBe('gone');
    world.url = `https://${HOST}/`;
    world.page = emptyPage;
    expect(await ui.bindHere({ id, host: HOST }, null)).toBe('gone');
    world.page = prompt();
    expect(await ui.bindHere({ id: 'another', host: HOST }, null)).toBe('gone');
    expect(await hosts()).toEqual(['cloud.example']);
    expect(await ui.bindHere({ id, host: HOST }, null)).toBe('bound');
  });

  test.each([
    ['a page that asks for nothing', emptyPage],
    [
      'one that asks for what was sent to a telephone',
      prompt({ label: 'Code from the SMS that we sent to your phone', autocomplete: '', name: 'smscode' }),
    ],
    ['one that does not answer', null],
  ])('nothing is asked of %s', async (_, page) => {
    const { proposals, world } = await at();
    world.page = page;
    expect(await proposals()).toEqual([]);
  });

  test('nothing is asked of a set-up, which has a secret of its own', async () => {
    const { proposals, world } = await at();
    world.page = { ...prompt(), pictures: 1 };
    world.qrTexts = [URI];
    expect(await proposals()).toEqual([]);
  });

  test('a no is remembered for that account on that host, also by a background that has just woken', async () => {
    const { ui, id, hosts, proposals, world, wake, desk } = await at();
    const other = await desk.vault.add(account({ name: 'bob' }));
    await ui.refuseHere({ id, host: HOST, refused: true }, null);
    expect((await proposals()).map((one) => one.account)).toEqual([other]);
    // Not by a yes that was on its way either.
    expect(await ui.bindHere({ id, host: HOST }, null)).toBe('gone');
    expect(await hosts()).toEqual(['cloud.example']);
    const woken = wake();
    expect((await woken.ui.page(undefined, null)).proposals).toHaveLength(1);
    world.url = 'https://app.cloud.example/';
    expect(await proposals()).toHaveLength(2);
  });

  test('a no is listed for its site, and taken back', async () => {
    const { ui, id, proposals, world } = await at();
    await ui.refuseHere({ id, host: HOST, refused: true }, null);
    await ui.refuseHere({ id, host: HOST, refused: true }, null);
    const none = { never: false, submit: false, append: false };
    expect(await ui.sites(undefined, null)).toEqual([{ host: HOST, ...none, refused: [id] }]);
    world.asked.length = 0;
    await ui.refuseHere({ id, host: HOST, refused: false }, null);
    // The page looks again: it may be that very one.
    expect(world.asked).toContain('again 1');
    expect(await ui.sites(undefined, null)).toEqual([]);
    expect(await proposals()).toHaveLength(1);
  });

  test('nothing is kept of what is no host', async () => {
    const { ui, id, desk } = await at();
    await ui.refuseHere({ id, host: 'a b', refused: true }, null);
    expect((await desk.vault.sites()).size).toBe(0);
  });

  test('it is asked where a recovery code is wanted too', async () => {
    const { proposals, world } = await at();
    world.page = recoveryPrompt();
    expect(await proposals()).toHaveLength(1);
  });

  test('nothing is asked where nothing is to be offered, or of accounts that are not in use', async () => {
    const { ui, proposals, id } = await at();
    await ui.setSite({ host: HOST, choices: { never: true } }, null);
    expect(await proposals()).toEqual([]);
    await ui.setSite({ host: HOST, choices: { never: false } }, null);
    expect(await proposals()).toHaveLength(1);
    await ui.switchedOff({ id }, null);
    expect(await proposals()).toEqual([]);
    await ui.remove({ id }, null);
    expect(await proposals()).toEqual([]);
  });
});

test.each(['https://bob.github.io/', 'http://www.alice.github.io/', 'https://github.io/'])(
  'a neighbour under a suffix that lends names, or an open way, is asked nothing: %s',
  async (url) => {
    const { proposals, ui, id, hosts } = await at(url, { hosts: ['alice.github.io'] });
    expect(await proposals()).toEqual([]);
    expect(await ui.bindHere({ id, host: new URL(url).host }, null)).toBe('gone');
    expect(await hosts()).toEqual(['alice.github.io']);
  },
);

describe('where the issuer of an account that is bound to nothing is at home', () => {
  const imported = { issuer: 'GitHub', hosts: [] };

  test('it is asked about, and a yes binds it', async () => {
    const { proposals, ui, id, hosts, page } = await at('https://github.com/sessions', imported);
    expect(await proposals()).toEqual([{ account: id, host: 'github.com', kept: null }]);
    expect(await page.report(prompt(), sender('https://github.com'))).toEqual([]);
    expect(await ui.bindHere({ id, host: 'github.com' }, null)).toBe('bound');
    expect(await hosts()).toEqual(['github.com']);
    expect(await page.report(prompt(), sender('https://github.com'))).toMatchObject([{ kind: 'fill' }]);
  });

  test('what only looks like that place is warned of, and asked nothing', async () => {
    const { ui } = await at('https://glthub.com/sessions', imported);
    expect(await ui.page(undefined, null)).toMatchObject({
      proposals: [],
      caution: { says: 'look-alike', kept: 'github.com' },
    });
  });

  test('no more than five are asked about at once', async () => {
    const { desk, proposals } = await at('https://github.com/', imported);
    await desk.vault.addAll(Array.from({ length: 9 }, (_, at) => account({ ...imported, name: `n${at}` })));
    expect(await proposals()).toHaveLength(5);
  });
});

test('a frame that asks is bound by its own host', async () => {
  const { ui, proposals, id, hosts, world, desk } = await at('https://www.cloud.example/');
  const site = sender(`https://${HOST}`).site;
  world.frames = [{ tab: 1, frame: 7, site }];
  desk.pages.look = ({ frame }) => Promise.resolve(frame === 7 ? prompt() : emptyPage);
  expect(await proposals()).toEqual([{ account: id, host: HOST, kept: 'cloud.example' }]);
  expect(await ui.bindHere({ id, host: HOST }, null)).toBe('bound');
  expect(await hosts()).toEqual(['cloud.example', HOST]);
  expect(await ui.page(undefined, null)).toMatchObject({
    host: 'www.cloud.example',
    binding: HOST,
    asks: 'code',
  });
});

/** What a person has chosen for a site holds in all that is offered there. */
import { describe, expect, test } from 'vitest';
import { fillByGesture } from '../../src/background/for-ui/gestures.ts';
import { account } from '../accounts.ts';
import { fieldOf } from '../core/field/facts-of.ts';
import { emptyPage, prompt, recoveryPrompt, sender, stage } from './stage.ts';

const glimpse = { fields: true, words: true, pictures: true };
const URI = 'otpauth://totp/Cloud:carol?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Cloud';

async function atPrompt() {
  const set = await stage();
  const id = await set.desk.vault.add(account());
  set.world.page = prompt();
  return {
    ...set,
    id,
    never: (never: boolean) => set.ui.setSite({ host: 'cloud.example', choices: { never } }, null),
  };
}

describe('on a site that wants its codes in its own way', () => {
  test('the page is told so with the code', async () => {
    const { ui, page } = await atPrompt();
    await ui.setSite({ host: 'cloud.example', choices: { submit: true } }, null);
    const [chip] = await page.report(prompt(), sender());
    const release = await page.redeem({ ticket: chip?.ticket ?? '' }, sender());
    expect(release).toMatchObject({ release: 'code', append: false, submit: true });
  });

  test('a recovery code is neither put behind anything nor sent', async () => {
    const { ui, page, desk } = await stage();
    await desk.vault.add(account({}, ['11112222']));
    await ui.setSite({ host: 'cloud.example', choices: { submit: true, append: true } }, null);
    const [chip] = await page.report(recoveryPrompt(), sender());
    const ticket = chip?.ticket ?? '';
    expect(await page.redeem({ ticket }, sender())).toMatchObject({ append: false, submit: false });
    const [again] = await page.report(recoveryPrompt(), sender());
    const occupied = { ticket: again?.ticket ?? '', occupied: true };
    expect(await page.redeem(occupied, sender())).toEqual({ release: 'none', because: 'occupied' });
  });

  test('the only password of a page is where the popup fills the code, behind what stands there', async () => {
    const { ui, page, world, id } = await atPrompt();
    world.page = { ...emptyPage, fields: [fieldOf({ key: 7, type: 'password', label: 'Password' })] };
    expect(await ui.fill({ id }, null)).toBe('no-field');
    await ui.setSite({ host: 'cloud.example', choices: { append: true } }, null);
    expect(await ui.fill({ id }, null)).toBe('filled');
    expect(world.fills).toMatchObject([{ field: 7 }]);
    const occupied = { ticket: world.fills[0]?.ticket ?? '', occupied: true };
    expect(await page.redeem(occupied, sender())).toMatchObject({ release: 'code', append: true });
  });

  test('it is offered at that password, on the very host that this was chosen for, and nowhere else', async () => {
    const { ui, page, desk, world } = await atPrompt();
    await desk.vault.add(account({ name: 'bob', hosts: ['login.cloud.example'] }));
    const signIn = {
      ...emptyPage,
      asksPassword: true,
      fields: [fieldOf({ key: 6, name: 'user' }), fieldOf({ key: 7, type: 'password', label: 'Password' })],
    };
    expect(await page.report(signIn, sender())).toEqual([]);
    await ui.setSite({ host: 'cloud.example', choices: { append: true } }, null);
    const [chip, ...more] = await page.report(signIn, sender());
    expect([chip, more]).toMatchObject([{ kind: 'fill', field: 7 }, []]);
    expect(await page.report(signIn, sender('https://login.cloud.example'))).toEqual([]);
    expect(await page.report(signIn, sender('https://other.example'))).toEqual([]);
    // Where one is made or changed no code goes behind either.
    const twice = { ...signIn, fields: [...signIn.fields, fieldOf({ key: 8, type: 'password' })] };
    expect(await page.report(twice, sender())).toEqual([]);
    world.page = signIn;
    const occupied = { ticket: chip?.ticket ?? '', occupied: true };
    expect(await page.redeem(occupied, sender())).toMatchObject({ release: 'code', append: true });
    // What was put there is not to get a second code behind it.
    const filled = { ...signIn, fields: [fieldOf({ key: 7, type: 'password', holds: 'other' })] };
    expect(await page.report(filled, sender())).toEqual([]);
  });
});

describe('on a site where nothing is to be offered', () => {
  test('no chip is shown, and one that was there gives no code', async () => {
    const { page, never, world } = await atPrompt();
    const [chip] = await page.report(prompt(), sender());
    world.asked.length = 0;
    await never(true);
    // The page is looked at again, so that what stands there goes.
    expect(world.asked).toContain('again 1');
    expect(await page.report(prompt(), sender())).toEqual([]);
    const ticket = chip?.ticket ?? '';
    expect(await page.redeem({ ticket }, sender())).toEqual({ release: 'none', because: 'refused' });
  });

  test('the popup fills nothing, and the shortcut leads to the popup', async () => {
    const { ui, desk, never, world, id } = await atPrompt();
    await never(true);
    expect(await ui.page(undefined, null)).toMatchObject({
      never: true,
      asks: null,
      binding: 'cloud.example',
    });
    expect(await ui.fill({ id }, null)).toBe('refused');
    await fillByGesture(desk);
    expect([world.fills, world.asked.includes('popup')]).toEqual([[], true]);
    // What is in it is still to be had by hand.
    expect((await ui.accounts(undefined, null))[0]?.here).toBe(true);
    expect(await ui.codes(undefined, null)).toHaveLength(1);
  });

  test('nothing of ours is loaded, and a set-up that stands there marks no button', async () => {
    const { page, never, world } = await atPrompt();
    await never(true);
    world.asked.length = 0;
    await page.glimpse(glimpse, sender());
    expect(world.asked).toEqual([]);
    world.qrTexts = [URI];
    await page.report({ ...emptyPage, pictures: 1 }, sender());
    expect(world.marks).toEqual([null]);
    // The same anywhere else.
    await page.report({ ...emptyPage, pictures: 1 }, sender('https://other.example'));
    expect(world.marks).toEqual([null, 'set-up']);
  });

  test('the answer to a code that was given before is still read', async () => {
    const { page, never, world } = await atPrompt();
    const [chip] = await page.report(prompt(), sender());
    await page.redeem({ ticket: chip?.ticket ?? '' }, sender());
    await never(true);
    world.asked.length = 0;
    await page.glimpse({ fields: false, words: true, pictures: false }, sender());
    expect(world.asked).toContain('load 1 0');
  });

  test('it is that very host, and is taken back', async () => {
    const { ui, page, desk, never } = await atPrompt();
    await never(true);
    await desk.vault.add(account({ name: 'bob', hosts: ['cloud.example:8443'] }));
    const other = 'https://cloud.example:8443';
    expect(await page.report(prompt(), sender(other))).toMatchObject([{ kind: 'fill' }]);
    expect(await ui.sites(undefined, null)).toEqual([
      { host: 'cloud.example', never: true, submit: false, append: false, refused: [] },
    ]);
    await never(false);
    expect(await page.report(prompt(), sender())).toMatchObject([{ kind: 'fill' }]);
    expect(await ui.page(undefined, null)).toMatchObject({ never: false, asks: 'code' });
    expect(await ui.sites(undefined, null)).toEqual([]);
  });
});

describe('when every page is to be kept free of our elements', () => {
  test('no chip is shown anywhere; popup and shortcut fill as before', async () => {
    const { ui, page, desk, world } = await atPrompt();
    expect(await ui.offersInPages(undefined, null)).toBe(true);
    await ui.setOffersInPages({ allowed: false }, null);
    expect(world.asked).toContain('again 1');
    expect(await ui.offersInPages(undefined, null)).toBe(false);
    expect(await page.report(prompt(), sender())).toEqual([]);
    await fillByGesture(desk);
    expect(world.fills).toHaveLength(1);
    const redeemed = await page.redeem({ ticket: world.fills[0]?.ticket ?? '' }, sender());
    expect(redeemed).toMatchObject({ release: 'code' });
    world.qrTexts = [URI];
    await page.report({ ...emptyPage, pictures: 1 }, sender());
    expect(world.marks.at(-1)).toBe('set-up');
  });
});

test.each([
  '',
  'https://cloud.example',
  'cloud.example/path',
  'Cloud.example',
  'http://cloud.example/',
  'a b',
])('nothing is kept for %j, by which no account is bound to a site', async (host) => {
  const { ui, desk } = await atPrompt();
  await ui.setSite({ host, choices: { submit: true } }, null);
  expect((await desk.vault.sites()).size).toBe(0);
});

test('a site that came without encryption has choices of its own', async () => {
  const { ui, page, desk } = await atPrompt();
  await desk.vault.add(account({ hosts: ['http://nas.example', 'nas.example'] }));
  await ui.setSite({ host: 'http://nas.example', choices: { never: true } }, null);
  expect(await page.report(prompt(), sender('http://nas.example'))).toEqual([]);
  expect(await page.report(prompt(), sender('https://nas.example'))).toMatchObject([{ kind: 'fill' }]);
});

// @vitest-environment happy-dom
/** What a person chooses for a site: in the popup for the page's, in an account's details for its own, all in the settings. */
import { describe, expect, test } from 'vitest';
import { accountOf, foundOf, pageOf } from './fake-background.ts';
import { Popup } from './popup.ts';

const HOST = 'shop.example';
const here = accountOf('Ant', { here: true, hosts: [HOST, 'id.example'] });
const page = pageOf({ host: HOST, binding: HOST, asks: 'code' });
const never = { host: HOST, never: true, submit: false, append: false, refused: [] };

/** A box to tick, by its words, within what has `within` in its text. */
function box(popup: Popup, label: string, within = ''): HTMLInputElement {
  const labels = popup.all('label').filter((one) => one.textContent.startsWith(label));
  const found = labels.find((one) => (one.closest('details')?.textContent ?? '').includes(within));
  const input = found?.querySelector('input');
  if (!(input instanceof HTMLInputElement)) throw new Error(`no box ${label} in: ${popup.text}`);
  return input;
}

async function tick(popup: Popup, label: string, within = ''): Promise<void> {
  box(popup, label, within).click();
  await popup.settled();
}

describe('in the popup', () => {
  test('one press has nothing offered on the page’s site, and another undoes it', async () => {
    const popup = await Popup.open({ accounts: [here], page });
    await popup.press('Never offer here');
    expect(popup.world.sites).toEqual([never]);
    expect(popup.text).toContain(`Nothing is offered on ${HOST} from now on`);
    expect(popup.text).toContain('Codes can be copied');
    await popup.press('Undo');
    expect(popup.world.sites).toEqual([{ ...never, never: false }]);
    expect(popup.text).toContain(`Codes are offered on ${HOST} again`);
    expect(popup.text).not.toContain('Codes can be copied');
  });

  test('it is taken back there, also later', async () => {
    const popup = await Popup.open({
      accounts: [here],
      sites: [never],
      page: { ...page, asks: null, never: true },
    });
    expect(popup.rows[0]).toContain('Ant');
    await popup.press('Offer here again');
    expect(popup.world.sites).toEqual([{ ...never, never: false }]);
    popup.button('Never offer here');
  });

  test('an undo that fails says why', async () => {
    const popup = await Popup.open({ accounts: [here], page });
    await popup.press('Never offer here');
    popup.world.failing.setSite = 'storage-full';
    await popup.press('Undo');
    expect(popup.text).toContain('There is no room left');
  });

  test('a set-up on a site without an account can be silenced too; where there is no site, nothing can', async () => {
    const found = { read: 'found' as const, found: [foundOf()] };
    const popup = await Popup.open({
      page: { ...page, asks: null },
      findings: { ...nothing(), page: found },
    });
    await popup.press('Never offer here');
    expect(popup.world.sites).toEqual([never]);
    const nowhere = await Popup.open({ accounts: [accountOf('Ant')], page: pageOf() });
    expect(() => nowhere.button('Never offer here')).toThrow();
  });
});

function nothing() {
  const empty = { read: 'nothing', because: 'no-code' } as const;
  return { page: empty, images: empty, text: empty, hand: empty };
}

const fillButtons = (popup: Popup) => popup.all('.row-fill');

describe('of several accounts of the page’s site', () => {
  const accounts = ['Ant', 'Bee', 'Cat'].map((id) => accountOf(id, { here: true, hosts: [HOST] }));

  test.each([
    ['named', 'Its name stands on this page.'],
    ['last-used', 'Used here last.'],
  ] as const)('the likely one stands first, stands out and says why: %s', async (because, words) => {
    const popup = await Popup.open({ accounts, page: { ...page, likely: { account: 'Bee', because } } });
    expect(popup.rows.map((row) => row.slice(0, 4))).toEqual(['BBee', 'AAnt', 'CCat']);
    expect(popup.all('.row')[0]?.textContent).toContain(words);
    expect(popup.all('.note').filter(({ textContent }) => textContent === words)).toHaveLength(1);
    expect(fillButtons(popup).map(({ classList }) => classList.contains('primary'))).toEqual([
      true,
      false,
      false,
    ]);
    // It has the focus, so that Enter fills it.
    expect(document.activeElement).toBe(fillButtons(popup)[0]);
  });

  test('none stands out where nothing says which', async () => {
    const popup = await Popup.open({ accounts, page });
    expect(popup.rows.map((row) => row.slice(0, 4))).toEqual(['AAnt', 'BBee', 'CCat']);
    expect(fillButtons(popup).every(({ classList }) => classList.contains('primary'))).toBe(true);
  });

  test('what is copied for the page is remembered, and not what is copied elsewhere', async () => {
    const popup = await Popup.open({ accounts: [...accounts, accountOf('Dog')], page });
    popup
      .all('.row-main')
      .find(({ textContent }) => textContent.includes('Dog'))
      ?.click();
    await popup.settled();
    expect(popup.world.calls).not.toContain('copied');
    popup.world.failing.copied = 'storage-full';
    popup
      .all('.row-main')
      .find(({ textContent }) => textContent.includes('Cat'))
      ?.click();
    await popup.settled();
    expect(popup.world.calls).toContain('copied');
    expect([popup.copied.length, popup.alerts]).toEqual([2, []]);
  });
});

const unbound = accountOf('Ant', { name: 'ada', hosts: ['shop.example'] });
const asking = (kept: string | null) =>
  pageOf({
    host: 'id.example',
    binding: 'id.example',
    asks: 'code',
    proposals: [{ account: 'Ant', host: 'id.example', kept }],
  });

describe('of a host that no account is bound to', () => {
  test('both hosts and the account are named, and a yes binds; an undo takes it back', async () => {
    const popup = await Popup.open({ accounts: [unbound], page: asking('shop.example') });
    expect(popup.text).toContain('It is on id.example. You have Ant (ada) for shop.example');
    expect(popup.all('.row-fill')).toEqual([]);
    await popup.press('Use Ant (ada) here');
    expect(popup.world.accounts[0]?.hosts).toEqual(['shop.example', 'id.example']);
    expect(popup.text).toContain('Ant (ada) is offered on id.example from now on');
    expect(popup.all('.row-fill')).toHaveLength(1);
    await popup.press('Undo');
    expect(popup.world.accounts[0]?.hosts).toEqual(['shop.example']);
  });

  test('where only the issuer says so, it is named, with the account and the host', async () => {
    const popup = await Popup.open({ accounts: [unbound], page: asking(null) });
    expect(popup.text).toContain('It is on id.example. Is that the site of Ant?');
    popup.button('Use Ant (ada) here');
  });

  test('a no is kept for that host, and an undo takes it back', async () => {
    const popup = await Popup.open({ accounts: [unbound], page: asking('shop.example') });
    await popup.press('Not this one: Ant (ada)');
    const refusal = { ...never, never: false, host: 'id.example', refused: ['Ant'] };
    expect(popup.world.sites).toEqual([refusal]);
    expect(popup.text).toContain('Ant (ada) is not proposed on id.example any more');
    expect(popup.text).not.toContain('This page asks for a code');
    await popup.press('Undo');
    expect(popup.world.sites).toEqual([{ ...refusal, refused: [] }]);
    expect(popup.text).toContain('Ant (ada) can be proposed on id.example again');
    popup.button('Use Ant (ada) here');
  });

  test('a no that could not be kept says why, and the question stays', async () => {
    const popup = await Popup.open({ accounts: [unbound], page: asking(null) });
    popup.world.failing.refuseHere = 'storage-full';
    await popup.press('Not this one: Ant (ada)');
    expect(popup.alerts).toEqual([expect.stringContaining('There is no room left')]);
    popup.button('Use Ant (ada) here');
  });

  test('a site that is none of any account’s is not asked about again', async () => {
    const popup = await Popup.open({ accounts: [unbound], page: asking(null) });
    await popup.press('Never offer here');
    expect(popup.world.sites).toEqual([{ ...never, host: 'id.example' }]);
  });

  test('a yes that comes too late says so', async () => {
    const popup = await Popup.open({ accounts: [unbound], page: asking(null) });
    popup.world.page = page;
    await popup.press('Use Ant (ada) here');
    expect(popup.alerts).toEqual([expect.stringContaining('no longer the one')]);
    expect(popup.world.accounts).toEqual([unbound]);
  });
});

test('an account of a frame that asks stands with those of the page', async () => {
  const accounts = [accountOf('Ant'), accountOf('Bee', { hosts: ['id.example'] })];
  const popup = await Popup.open({ accounts, page: { ...page, binding: 'id.example' } });
  expect(popup.all('.here .row-main').map((row) => row.textContent.slice(0, 4))).toEqual(['BBee']);
  expect(popup.all('.row-fill')).toHaveLength(1);
});

const details = (over = {}) =>
  Popup.open({ accounts: [here], page, ...over }, { start: { view: 'account', id: 'Ant' } });

describe('in the details of an account', () => {
  test.each([
    ['Never offer anything on this site', 'never'],
    ['Submit after filling', 'submit'],
    ['Put the code behind what stands in the field', 'append'],
  ] as const)('%s: off at first, for each host of its own', async (label, choice) => {
    const popup = await details();
    expect(box(popup, label, HOST).checked).toBe(false);
    await tick(popup, label, HOST);
    expect(popup.world.sites).toEqual([{ ...never, never: false, [choice]: true }]);
    expect([box(popup, label, HOST).checked, box(popup, label, 'id.example').checked]).toEqual([true, false]);
    expect(popup.text).toContain('Saved');
    await tick(popup, label, HOST);
    expect(popup.world.sites[0]).toMatchObject({ [choice]: false });
  });

  test('what was not kept is not shown as if it were', async () => {
    const popup = await details({ failing: { setSite: 'newer-version' } });
    await tick(popup, 'Submit after filling', HOST);
    expect(box(popup, 'Submit after filling', HOST).checked).toBe(false);
    expect(popup.alerts).toHaveLength(1);
  });

  test('an account without a site has none of it', async () => {
    const popup = await details({ accounts: [accountOf('Ant')] });
    expect(popup.text).not.toContain('Submit after filling');
  });
});

const settings = (over = {}) => Popup.open(over, { full: true, start: { view: 'settings' } });

describe('in the settings', () => {
  test('the sites where nothing is offered are listed, and taken back one by one', async () => {
    const other = { ...never, host: 'id.example' };
    const popup = await settings({ sites: [never, other, { ...never, host: 'x.example', never: false }] });
    expect(popup.all('.entry bdi').map((entry) => entry.textContent)).toEqual([HOST, 'id.example']);
    await popup.press(`Offer on ${HOST} again`);
    expect(popup.world.sites).toContainEqual({ ...never, never: false });
    expect(popup.all('.entry bdi').map((entry) => entry.textContent)).toEqual(['id.example']);
  });

  test('what was refused on a site is listed by its names, as far as it is still there, and taken back', async () => {
    const refusals = { ...never, never: false, refused: ['Ant', 'gone', 'Bee'] };
    const accounts = [accountOf('Ant', { name: 'ada' }), accountOf('Bee', { name: 'bob' })];
    const popup = await settings({ accounts, sites: [refusals] });
    const entries = () => popup.all('.entry .names').map((entry) => entry.textContent);
    expect(entries()).toEqual([`Ant (ada) ${HOST}`, `Bee (bob) ${HOST}`]);
    expect(popup.text).not.toContain('Sites where nothing is offered');
    await popup.press(`Propose Ant (ada) on ${HOST} again`);
    expect(popup.world.sites).toEqual([{ ...refusals, refused: ['gone', 'Bee'] }]);
    expect(entries()).toEqual([`Bee (bob) ${HOST}`]);
  });

  test('every page is kept free of our elements when a person says so', async () => {
    const popup = await settings();
    const label = 'Offer codes beside the fields';
    expect(box(popup, label).checked).toBe(true);
    await tick(popup, label);
    expect([popup.world.offersInPages, box(popup, label).checked]).toEqual([false, false]);
    popup.world.failing.setOffersInPages = 'storage-failed';
    await tick(popup, label);
    expect([popup.world.offersInPages, box(popup, label).checked]).toEqual([false, false]);
  });
});

test('no host stands in an attribute, where whatever looks at a document reads first', async () => {
  await Popup.open({ accounts: [here], page, sites: [never] }, { start: { view: 'account', id: 'Ant' } });
  await Popup.open({ accounts: [unbound], page: asking(HOST) });
  const refusals = { ...never, refused: ['Ant'] };
  await Popup.open({ accounts: [unbound], sites: [refusals] }, { full: true, start: { view: 'settings' } });
  const attributes = [...document.querySelectorAll('*')].flatMap((element) => [...element.attributes]);
  expect(attributes.filter(({ value }) => value.includes(HOST))).toEqual([]);
});

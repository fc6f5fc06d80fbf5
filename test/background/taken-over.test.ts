/**
 * A page that has taken over its process speaks as our content script there: with every call of it, in any order, as often
 * as it likes. The browser still says for which document of which host it speaks.
 */
import { describe, expect, test } from 'vitest';
import { forPage, NotAllowed } from '../../src/background/for-page.ts';
import { client, server, type Envelope } from '../../src/messages/rpc.ts';
import type { PageSender } from '../../src/messages/senders.ts';
import { account } from '../accounts.ts';
import { prompt, sender, stage } from './stage.ts';

const nothing = { release: 'none', because: 'refused' };
const evil = 'https://evil.example';

async function taken(overview = {}) {
  const set = await stage();
  const id = await set.desk.vault.add(account(overview));
  set.world.page = prompt();
  return { ...set, id };
}

/** The page's end of the messages, with what it sends put into JSON, as the browser does. */
function speaker(set: Awaited<ReturnType<typeof stage>>, from: PageSender) {
  const answer = server(
    forPage(set.desk),
    (error) => (error instanceof NotAllowed ? 'not-allowed' : null),
    (error) => {
      throw error;
    },
  );
  return client('from-page', (envelope) => answer(JSON.parse(JSON.stringify(envelope)) as Envelope, from));
}

describe('V30 a content script that was taken over', () => {
  test('gets no other host’s code, whatever it says of itself and its page', async () => {
    const { page, id } = await taken();
    const claims = { host: 'cloud.example', origin: 'https://cloud.example', account: id, id };
    const facts = { ...prompt(), ...claims };
    expect(await page.report(facts, sender(evil))).toEqual([]);
    for (const ticket of [id, 'cloud.example', '', '0'])
      expect(await page.redeem({ ...claims, ticket }, sender(evil))).toEqual(nothing);
  });

  test('has no call for a list, a secret, or anything of our own pages', async () => {
    const set = await taken();
    const calls = speaker(set, sender()) as unknown as Record<string, (request: unknown) => Promise<unknown>>;
    const names = [
      'accounts',
      'codes',
      'page',
      'showSecret',
      'exportPlain',
      'unlock',
      'fill',
      'keep',
      'backup',
    ];
    for (const name of [...names, 'constructor', '__proto__', 'toString', 'hasOwnProperty'])
      await expect(calls[name]?.({ id: set.id }), name).rejects.toMatchObject({ failure: 'not-allowed' });
  });

  test('gets one code for one ticket, and none for a ticket of another frame, document, tab or host', async () => {
    const { page } = await taken();
    const [chip] = await page.report(prompt(), sender());
    const ticket = chip?.ticket ?? '';
    const others = [
      { ...sender(), frame: 3 },
      { ...sender(), tab: 2 },
      sender('https://cloud.example', 'doc-2'),
      sender('https://login.cloud.example'),
      sender('https://cloud.example.'),
      sender('https://cloud.example:8443'),
    ];
    for (const other of others) expect(await page.redeem({ ticket }, other)).toEqual(nothing);
    const release = await page.redeem({ ticket }, sender());
    expect(release.release).toBe('code');
    for (const from of [sender(), ...others]) expect(await page.redeem({ ticket }, from)).toEqual(nothing);
  });

  test('gets one code of a period, however many tickets it has', async () => {
    const { page } = await taken();
    const releases = [];
    for (let round = 0; round < 20; round += 1) {
      const [chip] = await page.report(prompt(), sender());
      releases.push(await page.redeem({ ticket: chip?.ticket ?? '' }, sender()));
    }
    expect(releases.filter(({ release }) => release === 'code')).toHaveLength(1);
  });

  test('changes no account by what it says of the page, but for the one whose code it was given', async () => {
    const { page, desk, world } = await taken({ state: 'pending' });
    await desk.vault.add(account({ name: 'bob', hosts: ['other.example'], state: 'pending' }));
    world.page = prompt();
    const [chip] = await page.report(prompt(), sender());
    await page.redeem({ ticket: chip?.ticket ?? '' }, sender());
    for (const from of [sender(evil), sender('https://other.example')]) {
      await page.submitted(undefined, from);
      await page.report({ ...prompt(), fields: [], messages: 'Two-factor authentication is on' }, from);
    }
    const states = (await desk.vault.list()).map(({ overview }) => overview.state);
    expect(states).toEqual(['pending', 'pending']);
  });

  test('sends ten thousand messages, and what we keep of them stays small', async () => {
    const set = await taken();
    const page = speaker(set, sender());
    const released = [];
    for (let count = 0; count < 10_000; count += 1) {
      if (count % 50 === 0) {
        const [chip] = await page.report(prompt());
        released.push(await page.redeem({ ticket: chip?.ticket ?? '' }));
      } else if (count % 2 === 0) released.push(await page.redeem({ ticket: `guess ${count}` }));
      else if (count % 5 === 0) await page.open({ ticket: `guess ${count}` });
      else await page.glimpse({ fields: false, words: count % 3 === 0, pictures: false });
    }
    expect(released.filter(({ release }) => release === 'code')).toHaveLength(1);
    expect(set.world.asked).not.toContain('popup');
    const kept = [...set.memory].filter(([key]) => !/vault|key/.test(key));
    expect(JSON.stringify(kept).length).toBeLessThan(10_000);
    // And its owner goes on: in the next period, by the next click.
    set.world.now += 60_000;
    const [chip] = await page.report(prompt());
    expect((await page.redeem({ ticket: chip?.ticket ?? '' })).release).toBe('code');
  });

  test('can’t push another tab’s ticket out', async () => {
    const { page } = await taken();
    const [chip] = await page.report(prompt(), sender());
    const flooder = sender('https://cloud.example', 'doc-9', 9);
    for (let count = 0; count < 100; count += 1) await page.report(prompt(), flooder);
    expect((await page.redeem({ ticket: chip?.ticket ?? '' }, sender())).release).toBe('code');
  });
});

describe('V32 a code of cloud.example goes to that very host, over https, and is offered nowhere else:', () => {
  const hosts: readonly [string, string][] = [
    ['a host under it', 'https://login.cloud.example'],
    ['the host above it', 'https://example'],
    ['a digit for a letter', 'https://c1oud.example'],
    ['a letter of another script', 'https://сloud.example'],
    ['the same, spelled in ASCII', 'https://xn--loud-53d.example'],
    ['its name in a domain of another', 'https://cloud.example.evil.test'],
    ['its name before another', 'https://cloud.example@evil.test'],
    ['its name as a password', 'https://user:cloud.example@evil.test'],
    ['a dot at its end', 'https://cloud.example.'],
    ['another port', 'https://cloud.example:8443'],
    ['no encryption', 'http://cloud.example'],
    ['no encryption at its port', 'http://cloud.example:443'],
    ['a name that ends like it', 'https://notcloud.example'],
  ];
  test.each(hosts)('%s', async (_, origin) => {
    const { page } = await taken();
    // As the browser would give it.
    const from = sender(new URL(origin).origin);
    expect(await page.report(prompt(), from)).toEqual([]);
    const [chip] = await page.report(prompt(), sender());
    expect(await page.redeem({ ticket: chip?.ticket ?? '' }, from)).toEqual(nothing);
  });

  test('of neighbours under a public suffix each has its own', async () => {
    const { page } = await taken({ hosts: ['ada.github.io'] });
    expect(await page.report(prompt(), sender('https://eve.github.io'))).toEqual([]);
    expect(await page.report(prompt(), sender('https://github.io'))).toEqual([]);
    expect(await page.report(prompt(), sender('https://ada.github.io'))).toHaveLength(1);
  });

  test('its own, in capitals, with the port that is the usual one, or by a user', async () => {
    for (const own of ['https://CLOUD.example', 'https://cloud.example:443', 'https://ada@cloud.example']) {
      const { page } = await taken();
      expect(await page.report(prompt(), sender(own))).toHaveLength(1);
    }
  });
});

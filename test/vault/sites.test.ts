/** What holds on single sites: sealed, written only where something changed, and kept through everything else. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Config } from '../../src/vault/format.ts';
import { siteIn, sitesIn, withSite, type SiteSettings } from '../../src/vault/sites.ts';
import { storedVault } from './reference-reader.ts';
import { FACTOR, World } from './world.ts';

const unchosen: SiteSettings = { never: false, submit: false, append: false, lastUsed: null, refused: [] };

/** A host may be spelled like what every object has. */
const hosts = fc.constantFrom('a.example', 'b.example:8443', 'http://nas', '__proto__', 'constructor');
const changes = fc.record<SiteSettings>(
  {
    never: fc.boolean(),
    submit: fc.boolean(),
    append: fc.boolean(),
    lastUsed: fc.option(fc.string(), { nil: null }),
    refused: fc.array(fc.string()),
  },
  { requiredKeys: [] },
);

test('after any changes each site has what was said of it last, and no other site anything', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(hosts, changes)), (said) => {
      const expected = new Map<string, SiteSettings>();
      let config: Config = { lockAfterMinutes: 15 };
      for (const [host, change] of said) {
        expected.set(host, { ...unchosen, ...expected.get(host), ...change });
        // Through JSON, as it is stored.
        config = JSON.parse(JSON.stringify(withSite(config, host, change))) as Config;
      }
      const sites = sitesIn(config);
      for (const host of [
        'a.example',
        'b.example:8443',
        'http://nas',
        '__proto__',
        'constructor',
        'toString',
      ])
        expect(siteIn(sites, host)).toEqual(expected.get(host) ?? unchosen);
    }),
  );
});

test('a site of which nothing is chosen any more leaves no trace', () => {
  const before: Config = { lockAfterMinutes: 5, backedUpAt: 1 };
  const chosen = withSite(before, 'a.example', { never: true, lastUsed: 'x', refused: ['y'] });
  expect(withSite(chosen, 'a.example', { never: false, lastUsed: null, refused: [] })).toStrictEqual(before);
});

test('a change that follows from what is there loses nothing to one at the same time', async () => {
  const { vault } = await World.open();
  const refuse = (id: string) =>
    vault.changeSite('a.example', ({ refused }) => ({ refused: [...refused, id] }));
  await Promise.all(['x', 'y', 'z'].map(refuse));
  expect(siteIn(await vault.sites(), 'a.example').refused).toEqual(['x', 'y', 'z']);
});

test('what is as before is not written', async () => {
  const { world, vault } = await World.open();
  const gen = async () => storedVault(await world.dump()).manifest.gen;
  await vault.changeSite('a.example', { never: true });
  const after = await gen();
  await vault.changeSite('a.example', { never: true, submit: false });
  await vault.changeSite('b.example', { append: false });
  expect(await gen()).toBe(after);
  await vault.changeSite('a.example', { lastUsed: 'x' });
  expect(await gen()).toBe(after + 1);
});

test('it outlives other settings, a lock, a new password and another vault key; a locked vault says nothing', async () => {
  const { world, vault } = await World.open();
  await vault.changeSite('a.example', { submit: true });
  await vault.changeSettings({ lockAfterMinutes: 60 });
  await vault.backedUp();
  await vault.rotateKey([FACTOR]);
  const expected = { ...unchosen, submit: true };
  expect(siteIn(await vault.sites(), 'a.example')).toEqual(expected);
  expect(await vault.settings()).toStrictEqual({ lockAfterMinutes: 60 });
  await vault.lock();
  await expect(vault.sites()).rejects.toMatchObject({ reason: 'locked' });
  await expect(vault.changeSite('a.example', { never: true })).rejects.toMatchObject({ reason: 'locked' });
  const woken = world.start();
  await woken.unlockWith(FACTOR);
  expect(siteIn(await woken.sites(), 'a.example')).toEqual(expected);
});

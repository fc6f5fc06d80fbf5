import { describe, expect, expectTypeOf, it } from 'vitest';
import type { Failure, LockAfter } from '../../src/messages/contract.ts';
import type { VaultReason } from '../../src/vault/errors.ts';
import { VaultError, type VaultSettings } from '../../src/vault/vault.ts';
import { account, FLOOR_KDF, PASSWORD, value, World } from './world.ts';

describe('the life of a vault', () => {
  it('is absent, is created open, locks, and opens with its password alone', async () => {
    const world = new World(FLOOR_KDF);
    const vault = world.start();
    expect(await vault.state()).toBe('absent');
    await vault.create(PASSWORD);
    expect(await vault.state()).toBe('open');
    await vault.lock();
    expect(await vault.state()).toBe('locked');
    expect(await vault.unlock(`${PASSWORD}r`)).toBe('wrong-password');
    expect(await vault.state()).toBe('locked');
    expect(await vault.unlock(PASSWORD)).toBe('open');
    expect(await vault.state()).toBe('open');
  });

  it('goes on after the death of the worker', async () => {
    const { world, vault } = await World.open();
    const id = await vault.add(account('alice'));
    const next = world.start();
    expect(await next.state()).toBe('open');
    expect(await next.deadline()).toBe(await vault.deadline());
    expect(await next.list()).toStrictEqual([{ id, overview: account('alice').overview }]);
    expect(await next.read(id)).toStrictEqual(account('alice'));
  });

  it('is not begun a second time, locked or open', async () => {
    const { world, vault } = await World.open();
    await vault.add(account('alice'));
    const before = await world.dump();
    await expect(vault.create('another')).rejects.toMatchObject({ reason: 'exists' });
    await vault.lock();
    await expect(vault.create('another')).rejects.toMatchObject({ reason: 'exists' });
    expect(await world.dump()).toStrictEqual(before);
  });

  it('is absent for every request before it has begun, and in a profile that was emptied while it was open', async () => {
    const vault = new World().start();
    await expect(vault.unlock(PASSWORD)).rejects.toMatchObject({ reason: 'absent' });
    await expect(vault.list()).rejects.toMatchObject({ reason: 'absent' });
    const { world, vault: open } = await World.open();
    await world.restore(Object.fromEntries(Object.keys(await world.dump()).map((store) => [store, []])));
    expect(await open.state()).toBe('absent');
    await expect(open.list()).rejects.toMatchObject({ reason: 'absent' });
  });
});

describe('V13: a password', () => {
  const composed = 'Z\u00fcrich'.normalize('NFC');
  it.each([
    ['composed and decomposed', composed, composed.normalize('NFD'), 'open'],
    ['decomposed and composed', composed.normalize('NFD'), composed, 'open'],
    ['of emoji', '🔑🐎🔋📎', '🔑🐎🔋📎', 'open'],
    ['of one emoji less', '🔑🐎🔋📎', '🔑🐎🔋', 'wrong-password'],
    ['with a space before it', ' horse', ' horse', 'open'],
    ['without the space before it', ' horse', 'horse', 'wrong-password'],
    ['of a space', ' ', ' ', 'open'],
    ['of 10 kB', 'horse'.repeat(2000), 'horse'.repeat(2000), 'open'],
    ['of 10 kB and one letter', 'horse'.repeat(2000), `${'horse'.repeat(2000)}s`, 'wrong-password'],
    ['with a NUL after it', 'horse', 'horse\0', 'wrong-password'],
    ['without the NUL after it', 'horse\0', 'horse', 'wrong-password'],
    ['that is empty', 'horse', '', 'wrong-password'],
  ] as const)('%s', async (_, set, given, outcome) => {
    const vault = new World(FLOOR_KDF).start();
    await vault.create(set);
    expect(await vault.check(given)).toBe(outcome === 'open');
    await vault.lock();
    expect(await vault.unlock(given)).toBe(outcome);
  });

  it('is not empty', async () => {
    const vault = new World().start();
    await expect(vault.create('')).rejects.toThrow(RangeError);
    expect(await vault.state()).toBe('absent');
  });

  it('V15: given wrong 50 times changes nothing, and the right one opens all that was there', async () => {
    const { world, vault } = await World.open();
    const id = await vault.add(account('alice'));
    await vault.lock();
    const before = await world.dump();
    for (let guess = 0; guess < 50; guess++) {
      expect(await vault.unlock(`guess ${guess}`)).toBe('wrong-password');
    }
    expect(await world.dump()).toStrictEqual(before);
    expect(await vault.unlock(PASSWORD)).toBe('open');
    expect(await vault.read(id)).toStrictEqual(account('alice'));
  });

  it('given wrong to an open vault fails the check and leaves it open', async () => {
    const { vault } = await World.open();
    expect(await vault.check('wrong')).toBe(false);
    expect(await vault.unlock('wrong')).toBe('wrong-password');
    expect(await vault.list()).toStrictEqual([]);
    expect(await vault.check(PASSWORD)).toBe(true);
  });
});

describe('accounts', () => {
  it('in the trash are kept like the others, until they are purged', async () => {
    const { vault } = await World.open();
    const [alice, bob] = [await vault.add(account('alice')), await vault.add(account('bob'))];
    await vault.change([alice], ({ overview, secret }) => ({
      overview: { ...overview, state: 'trashed', trashedFrom: 'active' },
      secret,
    }));
    expect((await vault.list()).map(({ id }) => id).toSorted()).toStrictEqual([alice, bob].toSorted());
    expect((await vault.read(alice)).secret).toStrictEqual(account('alice').secret);
    await vault.purge([alice]);
    expect((await vault.list()).map(({ id }) => id)).toStrictEqual([bob]);
    await expect(vault.read(alice)).rejects.toMatchObject({ reason: 'not-found', id: alice });
    await vault.purge([alice]);
  });

  it('are changed all or none', async () => {
    const { world, vault } = await World.open();
    const ids = [await vault.add(account('alice')), await vault.add(account('bob'))];
    const before = await world.dump();
    await expect(vault.change([...ids, 'nobody'], (kept) => ({ ...kept }))).rejects.toMatchObject({
      reason: 'not-found',
      id: 'nobody',
    });
    const refuse = vault.change(ids, (kept, id) => {
      if (id === ids[1]) throw new TypeError('no');
      return { ...kept };
    });
    await expect(refuse).rejects.toThrow(TypeError);
    expect(await world.dump()).toStrictEqual(before);
    await vault.change(ids, ({ overview, secret }, id) => ({ overview: { ...overview, name: id }, secret }));
    const kept = await vault.list();
    expect(kept.map(({ overview }) => overview.name)).toStrictEqual(kept.map(({ id }) => id));
  });

  it('get random ids of RFC 9562, version 4', async () => {
    const { vault } = await World.open();
    const ids = new Set<string>();
    for (let index = 0; index < 32; index++) ids.add(await vault.add(account('alice')));
    expect(ids.size).toBe(32);
    for (const id of ids) {
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    }
  });

  it('that an edit gives back as they are, or that nobody named, are not written again', async () => {
    const { world, vault } = await World.open();
    const id = await vault.add(account('alice'));
    const before = await world.dump();
    await vault.change([id], (kept) => kept);
    await vault.change([], () => account('bob'));
    await vault.purge([]);
    await vault.purge(['nobody', 'constructor', '__proto__']);
    expect(await world.dump()).toStrictEqual(before);
  });

  it('are read several at a time, in the order that was asked for, all or none', async () => {
    const { vault } = await World.open();
    const [alice, bob] = [await vault.add(account('alice')), await vault.add(account('bob'))];
    expect(await vault.readAll([bob, alice, bob])).toStrictEqual(['bob', 'alice', 'bob'].map(account));
    await expect(vault.readAll([alice, 'nobody'])).rejects.toMatchObject({
      reason: 'not-found',
      id: 'nobody',
    });
  });

  it('are added all at once, under ids in their order', async () => {
    const { world, vault } = await World.open();
    const before = await world.dump();
    expect(await vault.addAll([])).toStrictEqual([]);
    expect(await world.dump()).toStrictEqual(before);
    const ids = await vault.addAll(['alice', 'bob'].map(account));
    expect(await vault.readAll(ids)).toStrictEqual(['alice', 'bob'].map(account));
    expect(value(await world.dump(), 'manifest')).toMatchObject({ gen: 2 });
  });

  it('named twice are changed once', async () => {
    const { vault } = await World.open();
    const id = await vault.add(account('alice'));
    const edited: string[] = [];
    await vault.change([id, id], (kept, which) => {
      edited.push(which);
      return { ...kept };
    });
    expect(edited).toStrictEqual([id]);
  });

  it.each(['', 'nobody', 'constructor', '__proto__'])('of no id (%j) are not found', async (id) => {
    const { vault } = await World.open();
    await vault.add(account('alice'));
    await expect(vault.read(id)).rejects.toMatchObject({ reason: 'not-found' });
    await expect(vault.change([id], (kept) => kept)).rejects.toMatchObject({ reason: 'not-found' });
  });

  it('of 200 are listed with their overviews and nothing of their secrets', async () => {
    const { vault } = await World.open();
    for (let index = 0; index < 200; index++) await vault.add(account(`n${index}`));
    const kept = await vault.list();
    expect(new Set(kept.map(({ overview }) => overview.name)).size).toBe(200);
    expect(kept.every((one) => Object.keys(one).join() === 'id,overview')).toBe(true);
  });
});

describe('the words of the vault', () => {
  it('are those that cross to our pages', () => {
    expectTypeOf<VaultReason>().toExtend<Failure>();
    expectTypeOf<VaultSettings['lockAfterMinutes']>().toEqualTypeOf<LockAfter>();
  });

  it('V45: say of an error no more than its reason, its detail and an id', () => {
    const error = new VaultError('damaged', 'record', 'some-id');
    expect(error.message).toBe('damaged record some-id');
    expect(Object.keys(error).toSorted()).toStrictEqual(['detail', 'id', 'name', 'reason']);
  });
});

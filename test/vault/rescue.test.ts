/** Nothing is lost: damage stays where it is, a copy stands by, and going back in time is noticed. */
import { describe, expect, it } from 'vitest';
import type { AnchorStore } from '../../src/vault/anchor.ts';
import { COPY, type StoredRecord } from '../../src/vault/format.ts';
import type { Vault } from '../../src/vault/vault.ts';
import { account, byPassword, FACTOR, MemorySession, PASSWORD, value, World, type Dump } from './world.ts';

const NAMES = ['alice', 'bob', 'carol'];

async function prepare() {
  const { world, vault } = await World.open();
  const ids: string[] = [];
  for (const name of NAMES) ids.push(await vault.add(account(name)));
  const [alice = '', bob = '', carol = ''] = ids;
  return { world, vault, ids, alice, bob, carol, dump: await world.dump() };
}

/** The records of a dump with one of them changed, or gone. */
function withRecord(dump: Dump, id: string, change: (record: StoredRecord) => object | null): Dump {
  const records = (dump['records'] ?? []).flatMap(([key, stored]) => {
    const changed = key === id ? change(stored as StoredRecord) : stored;
    return changed === null ? [] : [[key, changed] as const];
  });
  return { ...dump, records };
}

async function namesIn(vault: Vault): Promise<string[]> {
  return (await vault.list()).map(({ overview }) => overview.name).toSorted();
}

const DAMAGES: readonly [string, (record: StoredRecord) => object | null, string][] = [
  ['whose overview is', (record) => ({ ...record, overview: record.secret }), 'record'],
  ['whose secret is', (record) => ({ ...record, secret: record.overview }), 'record'],
  ['that is no record', ({ id }) => ({ id }), 'record'],
  ['that is of another revision', (record) => ({ ...record, rev: 9 }), 'record-revision'],
  ['that is gone', () => null, 'record-missing'],
];

describe.each(DAMAGES)('a record %s damaged', (_, damage, detail) => {
  it('is named, and keeps nobody from the others', async () => {
    const { world, vault, alice, bob, carol, dump } = await prepare();
    await world.restore(withRecord(dump, bob, damage));
    expect(await vault.damaged()).toMatchObject([{ reason: 'damaged', detail, id: bob }]);
    // By its name too, which the one or the other still has.
    expect(await vault.damagedAccounts()).toStrictEqual([
      { id: bob, reason: 'damaged', overview: account('bob').overview },
    ]);
    expect((await namesIn(vault)).filter((name) => name !== 'bob')).toStrictEqual(['alice', 'carol']);
    await expect(vault.read(bob)).rejects.toMatchObject({ detail, id: bob });
    await expect(vault.change([alice, bob], (kept) => ({ ...kept }))).rejects.toMatchObject({ id: bob });
    await vault.change([alice], ({ overview, secret }) => ({
      overview: { ...overview, name: 'alicia' },
      secret,
    }));
    await vault.add(account('dave'));
    await vault.purge([carol]);
    await vault.lock();
    expect(await vault.unlock(PASSWORD)).toBe('open');
    expect((await namesIn(vault)).filter((name) => name !== 'bob')).toStrictEqual(['alicia', 'dave']);
    expect(await vault.damaged()).toMatchObject([{ id: bob }]);
  });

  it('is given up by a purge', async () => {
    const { world, vault, bob, dump } = await prepare();
    await world.restore(withRecord(dump, bob, damage));
    await vault.purge([bob]);
    expect(await vault.damaged()).toStrictEqual([]);
    expect(await namesIn(vault)).toStrictEqual(['alice', 'carol']);
  });

  it('is mended from the copy, also by a worker that knew nothing of it', async () => {
    const { world, alice, bob, dump } = await prepare();
    await world.restore(withRecord(dump, bob, damage));
    const vault = world.start();
    await vault.change([alice], (kept) => ({ ...kept }));
    await vault.lock();
    await vault.unlock(PASSWORD);
    expect(await vault.mend()).toStrictEqual([bob]);
    expect(await vault.damaged()).toStrictEqual([]);
    expect(await vault.readAll([alice, bob])).toStrictEqual(['alice', 'bob'].map(account));
    expect(await vault.mend()).toStrictEqual([]);
  });

  it('is not lost to another vault key, which is not made then', async () => {
    const { world, vault, bob, dump } = await prepare();
    const harmed = withRecord(dump, bob, damage);
    await world.restore(harmed);
    await expect(vault.rotateKey([FACTOR])).rejects.toMatchObject({ reason: 'damaged', id: bob });
    expect(await world.dump()).toStrictEqual(harmed);
    expect(await vault.state()).toBe('open');
  });
});

describe('damage', () => {
  it('of a record whose name neither the vault nor its copy can read has no name', async () => {
    const { world, vault, bob, dump } = await prepare();
    const harmed = withRecord(dump, bob, (record) => ({ ...record, overview: record.secret }));
    await world.restore(harmed);
    await world.restore(harmed, COPY);
    expect(await vault.damagedAccounts()).toStrictEqual([{ id: bob, reason: 'damaged', overview: null }]);
    await world.restore({ ...harmed, manifest: [] }, COPY);
    expect(await vault.damagedAccounts()).toMatchObject([{ id: bob, overview: null }]);
    await world.restore(dump);
    expect(await vault.damagedAccounts()).toStrictEqual([]);
  });

  it('of several records is named for each, and a stray one too, which a purge takes away', async () => {
    const { world, vault, alice, bob, carol, dump } = await prepare();
    const gone = withRecord(
      withRecord(dump, alice, () => null),
      bob,
      (record) => ({ ...record, rev: 9 }),
    );
    const stray = { ...(gone['records']?.[0]?.[1] as StoredRecord), id: 'stray' };
    await world.restore({ ...gone, records: [...(gone['records'] ?? []), ['stray', stray]] });
    const named = (await vault.damaged()).map(({ id }) => id);
    expect(new Set(named)).toStrictEqual(new Set([alice, bob, 'stray']));
    expect((await vault.list()).map(({ id }) => id)).toStrictEqual([carol]);
    await vault.purge(['stray']);
    expect((await vault.damaged()).map(({ id }) => id)).not.toContain('stray');
    expect(new Set(await vault.mend())).toStrictEqual(new Set([alice, bob]));
    expect(await namesIn(vault)).toStrictEqual(NAMES);
  });

  it('that the copy has as well is not mended, and stays named', async () => {
    const { world, vault, bob, dump } = await prepare();
    const swapped = withRecord(dump, bob, (record) => ({ ...record, secret: record.overview }));
    await world.restore(swapped);
    await world.restore(swapped, COPY);
    expect(await vault.mend()).toStrictEqual([]);
    expect(await vault.damaged()).toMatchObject([{ id: bob }]);
  });

  it('that the copy has only as it was before is not mended with that', async () => {
    const { world, vault, bob, dump } = await prepare();
    await vault.change([bob], (kept) => ({ ...kept }));
    await world.restore(withRecord(await world.dump(), bob, () => null));
    await world.restore(dump, COPY);
    expect(await vault.mend()).toStrictEqual([]);
    expect(await vault.damaged()).toMatchObject([{ detail: 'record-missing', id: bob }]);
  });
});

describe('the copy', () => {
  it('is the same as the vault after each writing, and under the same keys', async () => {
    const { world, vault, alice, bob } = await prepare();
    const steps = [
      () => vault.change([alice], (kept) => ({ ...kept })),
      () => vault.purge([bob]),
      () => vault.changeSettings({ lockAfterMinutes: 60 }),
      () => vault.addRecoveryCode(FACTOR, 'safe'),
      () => vault.changePassword(FACTOR, 'another'),
      () => vault.rotateKey([byPassword('another')]),
    ];
    for (const step of steps) {
      await step();
      expect(await world.dump(COPY)).toStrictEqual(await world.dump());
    }
  });

  it('that has missed a writing follows no further, and is made anew at the next unlocking', async () => {
    const { world, vault, dump } = await prepare();
    await vault.add(account('dave'));
    await world.restore(dump, COPY);
    await vault.add(account('erin'));
    expect(await world.dump(COPY)).toStrictEqual(dump);
    await vault.lock();
    await vault.unlock(PASSWORD);
    expect(await world.dump(COPY)).toStrictEqual(await world.dump());
  });

  it.each<[string, (vault: Vault) => Promise<unknown>]>([
    ['password', (vault) => vault.changePassword(FACTOR, 'another')],
    ['vault key', (vault) => vault.rotateKey([FACTOR])],
  ])('that has missed a writing does not go on with what another %s was to end', async (_, change) => {
    const { world, vault, dump } = await prepare();
    await vault.add(account('dave'));
    await world.restore(dump, COPY);
    await change(vault);
    expect(await world.dump(COPY)).toStrictEqual(await world.dump());
  });

  it('is not made anew of a vault in which something cannot be read, nor of an older one', async () => {
    const { world, vault, bob, dump } = await prepare();
    await vault.add(account('dave'));
    const newer = await world.dump();
    await world.restore(withRecord(newer, bob, () => null));
    await world.restore(dump, COPY);
    await vault.unlock(PASSWORD);
    expect(await world.dump(COPY)).toStrictEqual(dump);
    await expect(vault.renewCopy()).rejects.toMatchObject({ detail: 'record-missing', id: bob });
    await world.restore(dump);
    await world.restore(newer, COPY);
    await vault.unlock(PASSWORD);
    expect(await world.dump(COPY)).toStrictEqual(newer);
  });

  it('that is broken itself is made anew', async () => {
    const { world, vault, dump } = await prepare();
    const broken: Dump[] = [
      { ...dump, header: [] },
      { ...dump, manifest: [['vault', { ...value(dump, 'manifest'), box: null }]] },
      { ...dump, manifest: dump['manifest'] ?? [], slots: [] },
      { ...dump, records: dump['records']?.slice(1) ?? [] },
    ];
    for (const copy of broken) {
      await world.restore(copy, COPY);
      await vault.unlock(PASSWORD);
      expect(await world.dump(COPY)).toStrictEqual(dump);
    }
  });

  it('V11: of a newer format is left alone', async () => {
    const { world, vault, dump } = await prepare();
    const newer = { ...dump, header: [['vault', { ...value(dump, 'header'), format: 2 }] as const] };
    await world.restore(newer, COPY);
    await vault.add(account('dave'));
    await vault.lock();
    await vault.unlock(PASSWORD);
    await expect(vault.renewCopy()).rejects.toMatchObject({ reason: 'newer-version' });
    await expect(vault.restoreCopy(FACTOR)).rejects.toMatchObject({ reason: 'newer-version' });
    expect(await world.dump(COPY)).toStrictEqual(newer);
  });
});

function boxOf(dump: Dump, store: string): unknown {
  return (value(dump, store) as { box: unknown }).box;
}

function withValue(dump: Dump, store: string, change: object): Dump {
  return { ...dump, [store]: [['vault', { ...value(dump, store), ...change }]] };
}

function withSlot(dump: Dump, change: object): Dump {
  const slot = value(dump, 'slots') as { id: string };
  return { ...dump, slots: [[slot.id, { ...slot, ...change }]] };
}

const LOSSES: readonly [string, (dump: Dump) => Dump][] = [
  ['is gone', (dump) => Object.fromEntries(Object.keys(dump).map((store) => [store, []]))],
  ['has lost its header', (dump) => ({ ...dump, header: [] })],
  ['has lost its manifest', (dump) => ({ ...dump, manifest: [] })],
  ['has lost its slots', (dump) => ({ ...dump, slots: [] })],
  ['has lost its settings', (dump) => ({ ...dump, config: [] })],
  ['has settings that do not open', (dump) => withValue(dump, 'config', { box: boxOf(dump, 'manifest') })],
  ['has a slot that does not open', (dump) => withSlot(dump, { box: boxOf(dump, 'manifest') })],
  ['has a slot of no sense', (dump) => withSlot(dump, { salt: null })],
  ['has a header of no sense', (dump) => ({ ...dump, header: [['vault', 'countersign']] })],
];

describe.each(LOSSES)('a vault that %s', (_, lose) => {
  it('comes back from its copy, open, with all that was in it', async () => {
    const { world, vault, ids, dump } = await prepare();
    await vault.lock();
    await world.restore(lose(dump));
    expect(await vault.hasCopy()).toBe(true);
    expect(await vault.restoreCopy(byPassword('wrong'))).toBe('wrong');
    expect(await world.dump()).toStrictEqual(lose(dump));
    expect(await vault.restoreCopy(FACTOR)).toBe('restored');
    expect(await vault.readAll(ids)).toStrictEqual(NAMES.map(account));
    expect(await world.dump()).toStrictEqual(dump);
    await vault.add(account('dave'));
    expect(await world.dump(COPY)).toStrictEqual(await world.dump());
  });
});

describe('restoring the copy', () => {
  it('is refused over a vault that opens and is as new, and over another vault', async () => {
    const { world, vault, dump } = await prepare();
    await expect(vault.restoreCopy(FACTOR)).rejects.toMatchObject({ reason: 'exists' });
    await world.restore(Object.fromEntries(Object.keys(dump).map((store) => [store, []])));
    await vault.create('another');
    const another = await world.dump();
    await expect(vault.restoreCopy(FACTOR)).rejects.toMatchObject({ reason: 'exists' });
    expect(await world.dump()).toStrictEqual(another);
    // The copy is of the vault that was lost, until somebody says that it is not wanted.
    await vault.lock();
    await vault.unlock('another');
    expect(await world.dump(COPY)).toStrictEqual(dump);
    await vault.renewCopy();
    expect(await world.dump(COPY)).toStrictEqual(another);
  });

  it('is refused to the password of before, with a copy from before', async () => {
    const { world, vault, dump } = await prepare();
    await vault.changePassword(FACTOR, 'another');
    await world.restore(dump, COPY);
    await vault.lock();
    const after = await world.dump();
    await expect(vault.restoreCopy(FACTOR)).rejects.toMatchObject({ reason: 'exists' });
    expect(await world.dump()).toStrictEqual(after);
    expect(await vault.state()).toBe('locked');
  });

  it('brings back what is newer than a vault that was set back', async () => {
    const { world, vault, dump } = await prepare();
    await vault.add(account('dave'));
    await world.restore(dump);
    expect(await vault.restoreCopy(FACTOR)).toBe('restored');
    expect(await namesIn(vault)).toStrictEqual([...NAMES, 'dave']);
  });

  it('is not offered from one that has no header', async () => {
    const { world, vault, dump } = await prepare();
    await world.restore({ ...dump, header: [] }, COPY);
    expect(await vault.hasCopy()).toBe(false);
    await expect(vault.restoreCopy(FACTOR)).rejects.toMatchObject({ reason: 'damaged' });
  });

  it('is refused without one', async () => {
    const world = new World();
    const vault = world.start();
    expect(await vault.hasCopy()).toBe(false);
    await expect(vault.restoreCopy(FACTOR)).rejects.toMatchObject({ reason: 'absent' });
  });
});

/** A vault with an anchor, as it is in the extension. */
async function anchored() {
  const world = new World();
  const anchor = new MemorySession();
  const start = (store: AnchorStore = anchor): Vault => world.start({ anchor: store });
  const vault = start();
  await vault.create(PASSWORD);
  await vault.add(account('alice'));
  const older = await world.dump();
  await vault.add(account('bob'));
  return { world, vault, start, anchor, older };
}

async function reopen(vault: Vault): Promise<void> {
  await vault.lock();
  await vault.unlock(PASSWORD);
}

async function refuse(): Promise<never> {
  throw new Error('storage.local');
}

describe('V7: a vault that was set back as a whole', () => {
  it('is said to be older than it was last seen, however much is written after it, until that is accepted', async () => {
    const { world, vault, start, older } = await anchored();
    await reopen(vault);
    expect(await vault.rollback()).toBeNull();
    await world.restore(older);
    await reopen(vault);
    expect(await vault.rollback()).toStrictEqual({ seen: 3, found: 2 });
    for (const name of ['carol', 'dave', 'erin']) await vault.add(account(name));
    await reopen(vault);
    const next = start();
    expect(await next.rollback()).toStrictEqual({ seen: 3, found: 2 });
    await next.acceptRollback();
    expect(await next.rollback()).toBeNull();
    await next.add(account('frank'));
    await reopen(next);
    expect(await next.rollback()).toBeNull();
  });

  it('is no longer when the copy has brought back what was newer', async () => {
    const { world, vault, older } = await anchored();
    await world.restore(older);
    await reopen(vault);
    expect(await vault.restoreCopy(FACTOR)).toBe('restored');
    expect(await vault.rollback()).toBeNull();
    expect(await namesIn(vault)).toStrictEqual(['alice', 'bob']);
  });

  it('and its copy with it, is still noticed', async () => {
    const { world, vault, older } = await anchored();
    await world.restore({ ...older, manifest: [] });
    await world.restore(older, COPY);
    expect(await vault.restoreCopy(FACTOR)).toBe('restored');
    expect(await vault.rollback()).toStrictEqual({ seen: 3, found: 2 });
  });

  it('is not noticed without an anchor, with another vault’s, or with one of no sense, and opens all the same', async () => {
    const { world, vault, start, anchor, older } = await anchored();
    await world.restore(older);
    const [key = ''] = (JSON.parse(anchor.dump()) as [string, string][]).map(([name]) => name);
    for (const kept of [
      null,
      'text',
      { vault: 'another', gen: 99, rollback: null },
      { gen: 99 },
      { vault: 1 },
    ]) {
      await anchor.set(key, kept);
      await reopen(vault);
      expect(await vault.rollback()).toBeNull();
    }
    await reopen(world.start());
    expect(await world.start().rollback()).toBeNull();
    const unanchored = start({ get: refuse, set: refuse });
    await reopen(unanchored);
    expect(await unanchored.rollback()).toBeNull();
    await unanchored.add(account('carol'));
  });

  it('leaves nothing in the anchor but the vault’s id and its generation', async () => {
    const { world, anchor } = await anchored();
    const { id } = value(await world.dump(), 'header') as { id: string };
    const kept = (JSON.parse(anchor.dump()) as [string, string][]).map(
      ([, json]) => JSON.parse(json) as unknown,
    );
    expect(kept).toStrictEqual([{ vault: id, gen: 3, rollback: null }]);
  });
});

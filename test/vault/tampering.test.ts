/** Whoever can write the profile changes what is stored: it is noticed, and never taken for something else. */
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { lengthPrefixed, utf8 } from '../../src/core/bytes.ts';
import { seal } from '../../src/vault/box.ts';
import {
  COPY,
  FORMAT,
  type Box,
  type StoredHeader,
  type StoredManifest,
  type StoredRecord,
  type PasswordSlot,
} from '../../src/vault/format.ts';
import { deriveKeys } from '../../src/vault/keys.ts';
import { sessionKey } from '../../src/vault/session-key.ts';
import { passwordHead, sealSlot } from '../../src/vault/slot.ts';
import { VaultError, type Vault } from '../../src/vault/vault.ts';
import { mutationsOf, type Mutation } from './mutations.ts';
import {
  account,
  FACTOR,
  PASSKEY,
  PASSWORD,
  QUICK_KDF,
  randomBytes,
  value,
  World,
  type Dump,
} from './world.ts';

const NAMES = ['alice', 'bob'];

/** A vault of two accounts, the first of them written twice, and what lay there before the second writing. */
async function prepare() {
  const { world, vault } = await World.open();
  const [first, second] = [await vault.add(account('older')), await vault.add(account('bob'))];
  await vault.changeSettings({ lockAfterMinutes: 60 });
  const older = await world.dump();
  await vault.change([first], () => account('alice'));
  await vault.changeSettings({ lockAfterMinutes: 240 });
  return { world, vault, older, dump: await world.dump(), ids: [first, second] as const };
}

type Prepared = Awaited<ReturnType<typeof prepare>>;

/** What a request answers, or the vault's error. */
async function orError<T>(request: Promise<T>): Promise<T | VaultError> {
  try {
    return await request;
  } catch (error) {
    if (error instanceof VaultError) return error;
    throw error;
  }
}

/**
 * What the vault says when it is asked for everything: what was put in, or that something is wrong. What is wrong
 * with one record keeps nobody from the others.
 */
async function ask(vault: Vault, ids: readonly string[]): Promise<VaultError | 'right'> {
  const kept = await orError(vault.list());
  const damage = await orError(vault.damaged());
  const settings = await orError(vault.settings());
  if (kept instanceof VaultError) return kept;
  if (damage instanceof VaultError) return damage;
  if (settings instanceof VaultError) return settings;
  expect(settings).toStrictEqual({ lockAfterMinutes: 240 });
  const broken = new Set(damage.map(({ id }) => id));
  for (const [index, id] of ids.entries()) {
    const read = await orError(vault.read(id));
    const right = account(NAMES[index] ?? '');
    if (broken.has(id)) expect(read).toBeInstanceOf(VaultError);
    else expect(read).toStrictEqual(right);
    const listed = kept.find((one) => one.id === id);
    if (listed !== undefined || !broken.has(id)) expect(listed?.overview).toStrictEqual(right.overview);
  }
  expect(kept.every(({ id }) => ids.includes(id))).toBe(true);
  return damage[0] ?? 'right';
}

/** The same with the password first, by a browser that has just started. */
async function unlockAndAsk({ world, ids }: Prepared): Promise<VaultError | 'right' | 'wrong-password'> {
  const vault = world.start();
  await vault.lock();
  const outcome = await orError(vault.unlock(PASSWORD));
  return outcome === 'open' ? ask(vault, ids) : outcome;
}

/** The same by a worker that has just started. */
function askAgain({ world, ids }: Prepared): Promise<VaultError | 'right'> {
  return ask(world.start(), ids);
}

describe('V4: one change anywhere', () => {
  // A slot is not looked at while the vault is open. The others are, by the same reading that opening does.
  it.each([
    ['header', unlockAndAsk],
    ['slots', unlockAndAsk],
    ['manifest', askAgain],
    ['config', askAgain],
    ['records', askAgain],
  ] as const)('in the store %s is noticed, and nothing is read wrong', async (store, read) => {
    const prepared = await prepare();
    const { world, dump } = prepared;
    const unnoticed: string[] = [];
    for (const { path, mutated } of mutationsOf(dump[store]) as Iterable<Mutation<Dump[string]>>) {
      await world.restore({ ...dump, [store]: mutated });
      if ((await read(prepared)) === 'right') unnoticed.push(path);
    }
    expect(unnoticed).toStrictEqual([]);
    await world.restore(dump);
    expect(await read(prepared)).toBe('right');
  });
});

type Tamper = (dump: Dump, prepared: Prepared) => Dump;

/** The records of a dump, each changed. */
function records(dump: Dump, change: (record: StoredRecord, other: StoredRecord) => StoredRecord): Dump {
  const stored = dump['records']?.map(([, value]) => value as StoredRecord) ?? [];
  const changed = stored.map((record) => {
    const other = stored.find(({ id }) => id !== record.id);
    return change(record, other ?? record);
  });
  return { ...dump, records: changed.map((record) => [record.id, record] as const) };
}

function boxOf(dump: Dump, store: string): Box {
  return (value(dump, store) as { box: Box }).box;
}

function first(dump: Dump, store: string, change: object): Dump {
  return { ...dump, [store]: [['vault', { ...value(dump, store), ...change }]] };
}

function onlyOf(id: string, change: (record: StoredRecord) => object) {
  return (record: StoredRecord) => (record.id === id ? { ...record, ...change(record) } : record);
}

describe('V5, V6 and V8: a vault that is open notices', () => {
  it.each<[string, Tamper, string]>([
    [
      'the boxes of two records swapped',
      (dump) =>
        records(dump, (record, other) => ({ ...record, overview: other.overview, secret: other.secret })),
      'record',
    ],
    [
      'the secret of one record in another',
      (dump) => records(dump, (record, other) => ({ ...record, secret: other.secret })),
      'record',
    ],
    [
      'the two halves of a record swapped',
      (dump) => records(dump, (record) => ({ ...record, overview: record.secret, secret: record.overview })),
      'record',
    ],
    [
      'the ids of two records swapped',
      (dump) => records(dump, (record, other) => ({ ...record, id: other.id })),
      'record-revision',
    ],
    [
      'the ids of two records swapped, with their revisions',
      (dump) => records(dump, (record, other) => ({ ...record, id: other.id, rev: other.rev })),
      'record',
    ],
    [
      'a record of an older schema than it says',
      (dump, { ids }) =>
        records(
          dump,
          onlyOf(ids[0], ({ sv }) => ({ sv: sv + 1 })),
        ),
      'record',
    ],
    [
      'a record with another revision',
      (dump, { ids }) =>
        records(
          dump,
          onlyOf(ids[0], ({ rev }) => ({ rev: rev + 1 })),
        ),
      'record-revision',
    ],
    [
      'a record set back to what it was',
      (dump, { older }) => ({ ...dump, records: older['records'] ?? [] }),
      'record-revision',
    ],
    ['a record deleted', (dump) => ({ ...dump, records: dump['records']?.slice(1) ?? [] }), 'record-missing'],
    [
      'a record copied',
      (dump) => ({ ...dump, records: [...(dump['records'] ?? []), ...copyOf(dump)] }),
      'record-stray',
    ],
    [
      'the manifest set back',
      (dump, { older }) => ({ ...dump, manifest: older['manifest'] ?? [] }),
      'config',
    ],
    ['the manifest deleted', (dump) => ({ ...dump, manifest: [] }), 'manifest'],
    ['the settings set back', (dump, { older }) => ({ ...dump, config: older['config'] ?? [] }), 'config'],
    [
      'the settings set back, with the revision of the new ones',
      (dump, { older }) => first(dump, 'config', { box: boxOf(older, 'config') }),
      'config',
    ],
    ['the settings deleted', (dump) => ({ ...dump, config: [] }), 'config'],
    ['the slot deleted', (dump) => ({ ...dump, slots: [] }), 'slots'],
    [
      'a record’s box as the manifest',
      (dump) => first(dump, 'manifest', { box: (value(dump, 'records') as StoredRecord).overview }),
      'manifest',
    ],
    [
      'the settings’ box as the manifest',
      (dump) => first(dump, 'manifest', { box: boxOf(dump, 'config') }),
      'manifest',
    ],
    [
      'the manifest as the settings’ box',
      (dump) => first(dump, 'config', { box: boxOf(dump, 'manifest') }),
      'config',
    ],
    [
      'the manifest as a record’s box',
      (dump, { ids }) =>
        records(
          dump,
          onlyOf(ids[0], () => ({ overview: boxOf(dump, 'manifest') })),
        ),
      'record',
    ],
    ['the header deleted', (dump) => ({ ...dump, header: [] }), 'header'],
    ['another vault’s id', (dump) => first(dump, 'header', { id: crypto.randomUUID() }), 'manifest'],
  ])('%s', async (_, tamper, detail) => {
    const prepared = await prepare();
    await prepared.world.restore(tamper(prepared.dump, prepared));
    expect(await ask(prepared.vault, prepared.ids)).toMatchObject({ reason: 'damaged', detail });
    expect(await unlockAndAsk(prepared)).not.toBe('right');
  });

  it('a record that is gone or set back by its id', async () => {
    const prepared = await prepare();
    const { world, vault, dump, older, ids } = prepared;
    await world.restore({ ...dump, records: older['records'] ?? [] });
    await expect(vault.read(ids[0])).rejects.toMatchObject({ detail: 'record-revision', id: ids[0] });
    await world.restore({ ...dump, records: dump['records']?.filter(([id]) => id !== ids[1]) ?? [] });
    await expect(vault.read(ids[1])).rejects.toMatchObject({ detail: 'record-missing', id: ids[1] });
  });

  it('nothing when the whole vault is set back: no word inside a profile can tell', async () => {
    const { world, vault, older, ids } = await prepare();
    await world.restore(older);
    expect((await vault.read(ids[0])).overview.name).toBe('older');
  });
});

function copyOf(dump: Dump): Dump[string] {
  const id = crypto.randomUUID();
  return [[id, { ...value(dump, 'records'), id }]];
}

describe('the slot', () => {
  it('V2: with parameters out of range is refused before anything is allocated for it', async () => {
    const prepared = await prepare();
    const argon2id = vi.fn(QUICK_KDF.argon2id);
    for (const edit of [
      { m: 1024 },
      { m: 4_194_304 },
      { t: 1 },
      { p: 2 ** 24 },
      { m: '65536' },
      { m: null },
    ]) {
      await prepared.world.restore(withKdf(prepared.dump, edit));
      const vault = prepared.world.start({ kdf: { ...QUICK_KDF, argon2id } });
      await expect(vault.unlock(PASSWORD)).rejects.toMatchObject({ detail: 'kdf-range' });
      await expect(vault.check(PASSWORD)).rejects.toMatchObject({ detail: 'kdf-range' });
    }
    expect(argon2id).not.toHaveBeenCalled();
  });

  it('with a salt of another length, or gone, is not taken for a wrong password', async () => {
    const { world, vault, dump } = await prepare();
    const slot = value(dump, 'slots') as PasswordSlot;
    for (const salt of [new Uint8Array(), slot.salt.slice(0, 4), new Uint8Array(17)]) {
      await world.restore({ ...dump, slots: [[slot.id, { ...slot, salt }]] });
      await expect(vault.unlock(PASSWORD)).rejects.toMatchObject({ detail: 'slot', id: slot.id });
    }
    await world.restore({ ...dump, slots: [] });
    await expect(vault.unlock(PASSWORD)).rejects.toMatchObject({ detail: 'slots' });
  });

  it('V3: with other parameters in range does not open, though the key be the same', async () => {
    const prepared = await prepare();
    for (const edit of [{ t: 3 }, { m: 19_457 }, { p: 2 }]) {
      await prepared.world.restore(withKdf(prepared.dump, edit));
      expect(await unlockAndAsk(prepared)).toBe('wrong-password');
    }
  });

  it('V6: beside which a copy of another type was put is no longer the only one', async () => {
    const prepared = await prepare();
    const copy = { ...value(prepared.dump, 'slots'), id: 'copy', type: 'recovery' };
    await prepared.world.restore({
      ...prepared.dump,
      slots: [...(prepared.dump['slots'] ?? []), ['copy', copy]],
    });
    expect(await unlockAndAsk(prepared)).toMatchObject({ reason: 'damaged', detail: 'slots' });
  });

  it('of a stranger, with a password and a key of theirs, neither opens the vault nor passes a check', async () => {
    const prepared = await prepare();
    const { world, dump } = prepared;
    const header = value(dump, 'header') as StoredHeader;
    const head = passwordHead(QUICK_KDF.parameters, randomBytes);
    const factor = { type: 'password', password: 'stranger' } as const;
    const key = randomBytes(32);
    const strange = await sealSlot(header, head, factor, key, QUICK_KDF.argon2id, randomBytes);
    for (const slots of [[], dump['slots'] ?? []]) {
      await world.restore({ ...dump, slots: [...slots, [strange.id, strange]] });
      await expect(world.start().unlock('stranger')).rejects.toMatchObject({ reason: 'damaged' });
      await expect(world.start().check('stranger')).rejects.toMatchObject({ reason: 'damaged' });
    }
  });
});

function withKdf(dump: Dump, edit: object): Dump {
  const slot = value(dump, 'slots') as { id: string; kdf: object };
  return { ...dump, slots: [[slot.id, { ...slot, kdf: { ...slot.kdf, ...edit } }]] };
}

describe('V11: what a later Countersign has written', () => {
  let prepared: Prepared;
  beforeAll(async () => {
    prepared = await prepare();
  });

  it('in a newer format is neither read nor written over', async () => {
    const { world, dump, ids } = prepared;
    const newer = first(dump, 'header', { format: FORMAT + 1, cipher: 'something better' });
    await world.restore(newer);
    const vault = world.start();
    const requests = [
      () => vault.state(),
      () => vault.create('mine now'),
      () => vault.unlock(PASSWORD),
      () => vault.list(),
      () => vault.read(ids[0]),
      () => vault.add(account('carol')),
      () => vault.change(ids, (kept) => ({ ...kept })),
      () => vault.purge(ids),
      () => vault.changeSettings({ lockAfterMinutes: 1 }),
      () => vault.changePassword(FACTOR, 'another'),
      () => vault.rotateKey([FACTOR]),
      () => vault.passkeys(),
      () => vault.slots(),
      () => vault.addRecoveryCode(FACTOR, ''),
      () => vault.removeSlot(FACTOR, ''),
      () => vault.damaged(),
      () => vault.backup(FACTOR, 'of the file'),
      () => vault.mend(),
      () => vault.renewCopy(),
      () => vault.restoreCopy(FACTOR),
    ];
    for (const request of requests) {
      await expect(request()).rejects.toMatchObject({ reason: 'newer-version' });
    }
    expect(await world.dump()).toStrictEqual(newer);
  });

  it('in a newer format of which we know all that we need is read, and not written', async () => {
    const { world, dump, ids } = await prepare();
    const header = { ...(value(dump, 'header') as StoredHeader), format: FORMAT + 1 };
    const open = await sessionKey(world.session, world.clock.now).current();
    const key = open?.vaultKey() ?? new Uint8Array();
    const head = passwordHead(QUICK_KDF.parameters, randomBytes);
    // In the place of the one that the manifest names.
    const { id } = value(dump, 'slots') as { id: string };
    const resealed = await sealSlot(header, { ...head, id }, FACTOR, key, QUICK_KDF.argon2id, randomBytes);
    const newer: Dump = { ...dump, header: [['vault', header]], slots: [[resealed.id, resealed]] };
    await world.restore(newer);
    const copy = await world.dump(COPY);
    const vault = world.start();
    await vault.lock();

    expect(await vault.isReadOnly()).toBe(true);
    expect(await vault.unlock('not it')).toBe('wrong-password');
    expect(await vault.unlock(PASSWORD)).toBe('open');
    expect((await vault.list()).map(({ id }) => id).toSorted()).toEqual([...ids].toSorted());
    expect((await vault.read(ids[0])).overview.name).toBe('alice');
    expect(await vault.backup(FACTOR, 'of the file')).toMatchObject({ accounts: ids.length, leftOut: [] });
    expect(await vault.lastBackup()).toMatchObject({ at: null });
    const writings = [
      () => vault.add(account('carol')),
      () => vault.change(ids, (kept) => ({ ...kept })),
      () => vault.purge(ids),
      () => vault.changeSettings({ lockAfterMinutes: 1 }),
      () => vault.backedUp(),
      () => vault.changePassword(FACTOR, 'another'),
      () => vault.rotateKey([FACTOR]),
      () => vault.removeProtection(FACTOR),
      () => vault.nameSlot(resealed.id, 'mine'),
      () => vault.addRecoveryCode(FACTOR, ''),
      () => vault.addPasskey(FACTOR, PASSKEY, ''),
      () => vault.setPin(FACTOR, '2468'),
      () => vault.removePin(),
      () => vault.renewCopy(),
    ];
    for (const write of writings) await expect(write()).rejects.toMatchObject({ reason: 'newer-version' });
    expect(await world.dump()).toStrictEqual(newer);
    expect(await world.dump(COPY)).toStrictEqual(copy);
  });

  it('in a newer format that says another thing is said to be newer, and not to be damaged', async () => {
    const { world, dump } = await prepare();
    const header = { ...value(dump, 'header'), format: FORMAT + 1 };
    const { gen, box } = value(dump, 'manifest') as StoredManifest;
    const other = { ...box, ct: box.ct.map((byte) => byte ^ 1) };
    await world.restore({ ...dump, header: [['vault', header]], manifest: [['vault', { gen, box: other }]] });
    await expect(world.start().list()).rejects.toMatchObject({ reason: 'newer-version', detail: 'manifest' });
  });

  it('as a record of a newer schema is not taken for ours', async () => {
    const { world, dump, ids } = prepared;
    const open = await sessionKey(world.session, world.clock.now).current();
    const keys = await deriveKeys(open?.vaultKey() ?? new Uint8Array());
    const header = value(dump, 'header') as StoredHeader;
    const sealed = (label: string, rev: number) =>
      seal(keys.records, utf8('{}'), lengthPrefixed(label, header.id, ids[1], String(rev), '2'), randomBytes);
    const overview = await sealed('countersign/record/overview/v1', 1);
    const secret = await sealed('countersign/record/secret/v1', 1);
    await world.restore(
      records(
        dump,
        onlyOf(ids[1], () => ({ sv: 2, overview, secret })),
      ),
    );
    const vault = world.start();
    await expect(vault.read(ids[1])).rejects.toMatchObject({ reason: 'newer-version', id: ids[1] });
    await expect(vault.change([ids[1]], (kept) => ({ ...kept }))).rejects.toMatchObject({
      reason: 'newer-version',
    });
    expect((await vault.read(ids[0])).overview.name).toBe('alice');
  });
});

describe('remains of a vault', () => {
  it.each(['slots', 'manifest', 'config', 'records'])(
    'without a header, be it only %s, do not pass for no vault, and no new one is made on top',
    async (store) => {
      const { world, dump } = await prepare();
      const empty = Object.fromEntries(Object.keys(dump).map((name) => [name, []]));
      const remains: Dump = { ...empty, [store]: dump[store] ?? [] };
      await world.restore(remains);
      await expect(world.start().state()).rejects.toMatchObject({ reason: 'damaged', detail: 'header' });
      await expect(world.start().create('new')).rejects.toMatchObject({ reason: 'damaged' });
      expect(await world.dump()).toStrictEqual(remains);
    },
  );
});

/** The database fails, at any call of any operation: a typed error, the store as it was, the next try succeeds. */
import { openDB } from 'idb';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { VaultError, type Vault } from '../../src/vault/vault.ts';
import type { Edit } from '../../src/vault/contents.ts';
import type { Kdf } from '../../src/vault/kdf.ts';
import { account, FACTOR, PASSKEY, PASSWORD, QUICK_KDF, recoveryCode, World } from './world.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

const CALLS = ['get', 'getAll', 'getAllKeys', 'count', 'put', 'add', 'delete', 'clear'] as const;

/** What a call does instead. */
type Fault = (store: IDBObjectStore, request: () => IDBRequest) => IDBRequest;

/** Stands in front of a method of every object store. */
function intercept(
  name: (typeof CALLS)[number],
  around: (store: IDBObjectStore, request: () => IDBRequest) => IDBRequest,
): void {
  const real = IDBObjectStore.prototype[name] as (this: IDBObjectStore, ...given: unknown[]) => IDBRequest;
  vi.spyOn(IDBObjectStore.prototype, name).mockImplementation(function (
    this: IDBObjectStore,
    ...given: unknown[]
  ) {
    return around(this, () => real.apply(this, given));
  });
}

function isCopy({ transaction }: IDBObjectStore): boolean {
  return transaction.db.name.endsWith('-copy');
}

/** Lets the n-th of all calls on object stores fail, of the vault's own or of its copy's; says whether there was one. */
function failAt(nth: number, fault: Fault, inCopy = false): () => boolean {
  let calls = 0;
  for (const name of CALLS) {
    intercept(name, (store, request) => {
      if (isCopy(store) !== inCopy) return request();
      calls += 1;
      return calls === nth ? fault(store, request) : request();
    });
  }
  return () => calls >= nth;
}

/** Ends a transaction with an error of its own, as a browser does. */
function endFor(store: IDBObjectStore, error: string): void {
  (store.transaction as unknown as { _abort(error: string): void })._abort(error);
}

const throwing =
  (error: string): Fault =>
  () => {
    throw new DOMException('', error);
  };

const ending =
  (error: string): Fault =>
  (store, request) => {
    const waiting = request();
    endFor(store, error);
    return waiting;
  };

const FAULTS: readonly [string, Fault, string][] = [
  ['the disk is full', throwing('QuotaExceededError'), 'storage-full'],
  ['the disk is found full while requests wait', ending('QuotaExceededError'), 'storage-full'],
  ['the call throws', throwing('UnknownError'), 'storage-failed'],
  ['the transaction is ended', ending('UnknownError'), 'storage-failed'],
];

const inTheTrash: Edit = ({ overview, secret }) => ({
  overview: { ...overview, state: 'trashed', trashedFrom: 'active' },
  secret,
});

const DEVICE = { type: 'device' } as const;

type Operation = (vault: Vault, ids: readonly string[]) => Promise<unknown>;

const OPERATIONS: readonly [string, Operation][] = [
  ['unlock', (vault) => vault.unlock(PASSWORD)],
  ['list', (vault) => vault.list()],
  ['read', (vault, [id = '']) => vault.read(id)],
  ['readAll', (vault, ids) => vault.readAll(ids.slice(0, 2))],
  ['add', (vault) => vault.add(account('carol'))],
  ['change of two', (vault, ids) => vault.change(ids.slice(0, 2), (kept) => ({ ...kept }))],
  ['purge of two', (vault, ids) => vault.purge(ids.slice(0, 2))],
  ['changeSettings', (vault) => vault.changeSettings({ lockAfterMinutes: 5 })],
  ['changePassword', (vault) => vault.changePassword(FACTOR, 'another')],
  ['rotateKey', (vault) => vault.rotateKey([FACTOR])],
  ['slots', (vault) => vault.slots()],
  ['damaged', (vault) => vault.damaged()],
  ['renewCopy', (vault) => vault.renewCopy()],
  ['rollback', (vault) => vault.rollback()],
  ['backup', (vault) => vault.backup(FACTOR, 'of the file')],
  ['passkeys', (vault) => vault.passkeys()],
  ['addRecoveryCode', (vault) => vault.addRecoveryCode(FACTOR, 'in the safe')],
  ['addPasskey', (vault) => vault.addPasskey(FACTOR, PASSKEY, 'phone')],
  ['nameSlot', async (vault) => vault.nameSlot((await vault.slots())[0]?.id ?? '', 'mine')],
  ['removeSlot', (vault, [, , slot = '']) => vault.removeSlot(FACTOR, slot)],
  ['addAll', (vault) => vault.addAll(['carol', 'dave'].map(account))],
  ['trash', (vault, ids) => vault.change(ids.slice(0, 1), inTheTrash)],
  ['damagedAccounts', (vault) => vault.damagedAccounts()],
  ['setPin', (vault) => vault.setPin(FACTOR, '4711')],
  ['removePin', (vault) => vault.removePin()],
  ['hasPin', (vault) => vault.hasPin()],
  ['backedUp', (vault) => vault.backedUp()],
  ['lastBackup', (vault) => vault.lastBackup()],
  ['isUnprotected', (vault) => vault.isUnprotected()],
  ['checkWith', (vault) => vault.checkWith(FACTOR)],
  ['settings', (vault) => vault.settings()],
  ['acceptRollback', (vault) => vault.acceptRollback()],
  ['removeProtection', (vault) => vault.removeProtection(FACTOR)],
  ['unlockWith a passkey', (vault) => vault.unlockWith({ type: 'passkey', output: PASSKEY.output })],
];

/** Runs an operation once for each of its calls, with that call failing, until it has no further one. */
async function failEverywhere(
  world: World,
  fault: Fault,
  reason: string,
  run: () => Promise<unknown>,
  inCopy = false,
) {
  const before = await world.dump();
  for (let nth = 1; nth < 50; nth++) {
    const reached = failAt(nth, fault, inCopy);
    const outcome = await run().catch((error: unknown) => error);
    const failed = reached();
    vi.restoreAllMocks();
    if (!failed) return { calls: nth - 1, outcome };
    expect(outcome).toBeInstanceOf(VaultError);
    expect(outcome).toMatchObject({ reason });
    expect(await world.dump()).toStrictEqual(before);
  }
  throw new Error('it goes on and on');
}

describe.each(FAULTS)('V26: when %s', (_, fault, reason) => {
  it.each(OPERATIONS)(
    'at any call of %s, nothing has happened, and the next try succeeds',
    async (_name, run) => {
      const { world, vault } = await World.open();
      const ids = [await vault.add(account('alice')), await vault.add(account('bob'))];
      await vault.addPasskey(FACTOR, PASSKEY, '');
      ids.push((await recoveryCode(vault)).id);
      const { calls, outcome } = await failEverywhere(world, fault, reason, () => run(vault, ids));
      expect(calls).toBeGreaterThanOrEqual(5);
      expect(outcome).not.toBeInstanceOf(Error);
      await vault.list();
    },
  );

  it('at any call of opening a vault without a password, or of giving it one, it is as it was', async () => {
    const world = new World();
    const vault = world.start();
    await vault.createUnprotected();
    await vault.add(account('alice'));
    await vault.lock();
    for (const run of [() => vault.list(), () => vault.changePassword(DEVICE, PASSWORD)]) {
      const { calls, outcome } = await failEverywhere(world, fault, reason, run);
      expect(calls).toBeGreaterThanOrEqual(10);
      expect(outcome).not.toBeInstanceOf(Error);
    }
    await vault.lock();
    expect(await vault.unlock(PASSWORD)).toBe('open');
    expect(await vault.list()).toHaveLength(1);
  });

  it('at any call of opening it by PIN, it stays locked, and the right PIN opens it then', async () => {
    const { world, vault } = await World.open();
    await vault.setPin(FACTOR, '4711');
    const before = await world.dump();
    for (let nth = 1; nth < 50; nth++) {
      await vault.unlock(PASSWORD);
      await vault.lock();
      const reached = failAt(nth, fault);
      const outcome = await vault.unlockWithPin('4711').catch((error: unknown) => error);
      const failed = reached();
      vi.restoreAllMocks();
      if (!failed) return expect(outcome).toBe('open');
      expect(outcome).toMatchObject({ reason });
      expect(await world.dump()).toStrictEqual(before);
      expect(await vault.state()).toBe('locked');
      expect(await vault.unlockWithPin('4711')).toBe('open');
    }
    throw new Error('it goes on and on');
  });

  it('at any call of create, there is no vault, and the next try makes one', async () => {
    const world = new World();
    const vault = world.start();
    await vault.state();
    const { outcome } = await failEverywhere(world, fault, reason, () => vault.create(PASSWORD));
    expect(outcome).toBeUndefined();
    expect(await vault.list()).toStrictEqual([]);
  });
});

// One way to fail stands for all: whatever happens to the copy, nobody hears of it.
describe.each(FAULTS.slice(1, 2))('when %s in the copy', (_, fault, reason) => {
  it.each(OPERATIONS.filter(([name]) => name !== 'renewCopy'))(
    'at any call of %s, that does what it should all the same, and the next unlocking mends the copy',
    async (_name, run) => {
      for (let nth = 1; nth < 50; nth++) {
        const { world, vault } = await World.open();
        const ids = [await vault.add(account('alice')), await vault.add(account('bob'))];
        await vault.addPasskey(FACTOR, PASSKEY, '');
        ids.push((await recoveryCode(vault)).id);
        const reached = failAt(nth, fault, true);
        await run(vault, ids);
        const failed = reached();
        vi.restoreAllMocks();
        await vault.lock();
        // A rotation leaves the password alone, a change of it does not.
        const outcome = await vault.unlockWith({ type: 'passkey', output: PASSKEY.output });
        if (outcome === 'wrong') await vault.unlock(PASSWORD);
        expect(await world.dump('-copy')).toStrictEqual(await world.dump());
        if (!failed) return;
      }
      throw new Error('it goes on and on');
    },
  );

  it('at any call of what reads or makes it, that fails, and nothing has happened', async () => {
    const { world, vault } = await World.open();
    await vault.add(account('alice'));
    const older = await world.dump();
    await vault.add(account('bob'));
    const newer = await world.dump();
    await world.restore(older);
    for (const run of [() => vault.restoreCopy(FACTOR), () => vault.renewCopy()]) {
      const { outcome } = await failEverywhere(world, fault, reason, run, true);
      expect(outcome).not.toBeInstanceOf(Error);
    }
    expect(await world.dump()).toStrictEqual(newer);
  });
});

describe.each(FAULTS)('when %s', (_, fault, reason) => {
  it('at any call of restoring the copy or mending from it, the vault is as it was', async () => {
    const { world, vault } = await World.open();
    await vault.add(account('alice'));
    const whole = await world.dump();
    const losses: [object, () => Promise<unknown>, unknown][] = [
      [{ manifest: [] }, () => vault.restoreCopy(FACTOR), 'restored'],
      [{ records: [] }, () => vault.mend(), [whole['records']?.[0]?.[0]]],
    ];
    for (const [lost, run, mended] of losses) {
      await world.restore({ ...whole, ...lost });
      const { calls, outcome } = await failEverywhere(world, fault, reason, run);
      expect(calls).toBeGreaterThanOrEqual(10);
      expect(outcome).toStrictEqual(mended);
      await vault.list();
    }
  });
});

describe.each(FAULTS)('when %s', (_, fault, reason) => {
  it('at any call of looking into a backup or restoring it, the vault is as it was', async () => {
    const { world, vault } = await World.open();
    const alice = await vault.add(account('alice'));
    await vault.add(account('bob'));
    const backup = await vault.backup(FACTOR, 'of the file');
    if (backup === 'wrong') throw new Error(backup);
    await vault.purge([alice]);
    await vault.add(account('carol'));
    for (const run of [
      () => vault.readBackup(backup.file, 'of the file'),
      () => vault.restoreBackup(backup.file, 'of the file', 'replace'),
    ]) {
      const { calls, outcome } = await failEverywhere(world, fault, reason, run);
      expect(calls).toBeGreaterThanOrEqual(5);
      expect(outcome).not.toBeInstanceOf(Error);
    }
    const kept = (await vault.list()).map(({ overview }) => `${overview.name} ${overview.state}`);
    expect(kept.toSorted()).toStrictEqual(['alice active', 'bob active', 'carol trashed']);
  });
});

describe('a transaction', () => {
  it('that finds the disk full only at its end is not answered as written', async () => {
    const { world, vault } = await World.open();
    const before = await world.dump();
    intercept('put', (store, ask) => {
      const request = ask();
      if (store.name === 'manifest') {
        // How a browser ends it: every request has succeeded, and then there is no room.
        request.addEventListener('success', () => endFor(store, 'QuotaExceededError'));
      }
      return request;
    });
    await expect(vault.add(account('alice'))).rejects.toMatchObject({ reason: 'storage-full' });
    vi.restoreAllMocks();
    expect(await world.dump()).toStrictEqual(before);
    await vault.add(account('alice'));
  });

  it('that writes is a strict one', async () => {
    const { vault } = await World.open();
    const transactions = vi.spyOn(IDBDatabase.prototype, 'transaction');
    await vault.add(account('alice'));
    const writing = transactions.mock.calls.filter(([, mode]) => mode === 'readwrite');
    const names = (transactions.mock.contexts as IDBDatabase[]).map(({ name }) => name);
    // The copy follows, and nobody waits for the disk a second time.
    expect(writing.map(([, , options]) => options)).toStrictEqual([
      { durability: 'strict' },
      { durability: 'relaxed' },
    ]);
    expect(names.at(-1)).toBe(`${names[0]}-copy`);
  });
});

function count(vault: Vault, id: string): Promise<void> {
  return vault.change([id], ({ overview, secret }) => ({
    overview,
    secret: { ...secret, counter: secret.counter + 1 },
  }));
}

describe('V28: writers at once', () => {
  it('of two vaults lose nothing of each other', async () => {
    const { world, vault } = await World.open();
    const other = world.start();
    const id = await vault.add(account('alice'));
    const writers = Array.from({ length: 20 }, (_, index) => (index % 2 === 0 ? vault : other));
    await Promise.all(
      writers.flatMap((writer, index) => [count(writer, id), writer.add(account(`n${index}`))]),
    );
    expect((await vault.read(id)).secret.counter).toBe(20);
    expect(await other.list()).toHaveLength(21);
  });

  it('that nothing keeps apart lose none of what was acknowledged', async () => {
    const { world, vault } = await World.open();
    const id = await vault.add(account('alice'));
    const writers = Array.from({ length: 10 }, () => world.start({ exclusive: (work) => work() }));
    const outcomes = await Promise.allSettled(writers.map((writer) => count(writer, id)));
    const kept = outcomes.filter(({ status }) => status === 'fulfilled').length;
    const lost = outcomes
      .filter((outcome) => outcome.status === 'rejected')
      .map(({ reason }) => reason as unknown);
    expect(kept).toBeGreaterThanOrEqual(1);
    expect(lost).toStrictEqual(lost.map(() => expect.objectContaining({ detail: 'lost-race' }) as unknown));
    expect((await vault.read(id)).secret.counter).toBe(kept);
  });
});

describe('the connection', () => {
  it('V49: gives way to a later version of the extension, whose database is then left alone', async () => {
    const { world, vault } = await World.open();
    const newer = await openDB(world.databaseName, 2);
    newer.close();
    const before = await world.dump();
    expect(await vault.state()).toBe('open');
    expect(await vault.isReadOnly()).toBe(true);
    await expect(vault.add(account('alice'))).rejects.toMatchObject({ reason: 'newer-version' });
    expect(await world.dump()).toStrictEqual(before);
  });

  it('V49: does not take it for no vault when a later version has its own elsewhere', async () => {
    const { world, vault } = await World.open();
    const empty = await openDB(world.databaseName, 2);
    await empty.clear('header');
    empty.close();
    await expect(vault.state()).rejects.toMatchObject({ reason: 'newer-version' });
    await expect(vault.create('mine now')).rejects.toMatchObject({ reason: 'newer-version' });

    const without = await openDB(world.databaseName, 3, {
      upgrade: (database) => database.deleteObjectStore('slots'),
    });
    without.close();
    await expect(vault.state()).rejects.toMatchObject({ reason: 'newer-version' });
    await expect(vault.create('mine now')).rejects.toMatchObject({ reason: 'newer-version' });
  });

  it('that was lost fails one request and not the next', async () => {
    const { vault } = await World.open();
    const open = vi.spyOn(IDBDatabase.prototype, 'transaction');
    await vault.list();
    for (const database of open.mock.contexts as IDBDatabase[]) database.close();
    await expect(vault.list()).rejects.toMatchObject({ reason: 'storage-failed' });
    expect(await vault.list()).toStrictEqual([]);
  });

  it.each(['InvalidStateError', 'UnknownError', 'QuotaExceededError', 'AbortError'])(
    'that is refused with an %s fails one request and not the next',
    async (error) => {
      const { world } = await World.open();
      const vault = world.start();
      const open = vi.spyOn(indexedDB, 'open').mockImplementation(() => {
        throw new DOMException('', error);
      });
      const reason = error === 'QuotaExceededError' ? 'storage-full' : 'storage-failed';
      await expect(vault.list()).rejects.toMatchObject({ reason });
      expect(open).toHaveBeenCalled();
      vi.restoreAllMocks();
      expect(await vault.list()).toStrictEqual([]);
    },
  );

  it('says when an older version of the extension holds the database open, and opens it once it is let go', async () => {
    const { world } = await World.open();
    const vault = world.start();
    const older = await openDB(world.databaseName);
    const real = indexedDB.open.bind(indexedDB);
    // As a later version would ask for it.
    vi.spyOn(indexedDB, 'open').mockImplementation((name) => real(name, 2));
    await expect(vault.state()).rejects.toMatchObject({ reason: 'storage-failed', detail: 'blocked' });
    vi.restoreAllMocks();
    older.close();
    expect(await vault.state()).toBe('open');
  });
});

const starved: Kdf = {
  ...QUICK_KDF,
  argon2id: async () => {
    throw new RangeError('WebAssembly.Memory.grow()');
  },
};

describe('without memory for the key', () => {
  it('neither making nor opening a vault does anything', async () => {
    const empty = new World(starved);
    await expect(empty.start().create(PASSWORD)).rejects.toMatchObject({ reason: 'no-memory' });
    expect(await empty.start().state()).toBe('absent');
    const { world } = await World.open();
    const vault = world.start({ kdf: starved });
    await expect(vault.check(PASSWORD)).rejects.toMatchObject({ reason: 'no-memory' });
    await vault.lock();
    await expect(vault.unlock(PASSWORD)).rejects.toMatchObject({ reason: 'no-memory' });
    expect(await vault.state()).toBe('locked');
  });
});

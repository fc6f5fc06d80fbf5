/** From an older format to today's: a made-up one, for there is none yet. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Factor } from '../../src/vault/factor.ts';
import type { Older } from '../../src/vault/migrate.ts';
import { openStore, type Snapshot } from '../../src/vault/store.ts';
import { VaultError } from '../../src/vault/errors.ts';
import { account, byPassword, FACTOR, MemorySession, PASSWORD, World } from './world.ts';

const NAMES = ['alice', 'bob'];

afterEach(() => {
  vi.restoreAllMocks();
});

/** Names and a password in clear: what today's vault has in place of it is made of that. */
class MadeUp implements Older {
  lies: { readonly password: string; readonly names: readonly string[] } | null = {
    password: PASSWORD,
    names: NAMES,
  };
  readonly store = {
    header: async () => this.lies ?? undefined,
    snapshot: async () => ({ header: this.lies ?? undefined, slots: [] }) as unknown as Snapshot,
    clear: async () => {
      this.lies = null;
    },
  };

  async migrate(_: Snapshot, factor: Factor): Promise<Snapshot | null> {
    if (factor.type !== 'password' || factor.password !== this.lies?.password) return null;
    const { world, vault } = await World.open();
    await vault.addAll(this.lies.names.map(account));
    return openStore(world.databaseName, 'strict').snapshot('all');
  }
}

async function names(vault: ReturnType<World['start']>): Promise<string[]> {
  return (await vault.list()).map(({ overview }) => overview.name).toSorted();
}

/** A new background over a vault that lies in the older format. */
function prepare() {
  const older = new MadeUp();
  const world = new World();
  const start = () => world.start({ older: [older] });
  return { older, world, start, vault: start() };
}

describe('a vault in an older format', () => {
  it('is there and locked, and no new one is made beside it', async () => {
    const { vault } = prepare();
    expect(await vault.state()).toBe('locked');
    await expect(vault.list()).rejects.toMatchObject({ reason: 'locked' });
    await expect(vault.create('new')).rejects.toMatchObject({ reason: 'exists' });
    await expect(vault.createUnprotected()).rejects.toMatchObject({ reason: 'exists' });
  });

  it('moves when it is opened, and stays where it was until the next time', async () => {
    const { older, vault, start } = prepare();
    expect(await vault.unlockWith(FACTOR)).toBe('open');
    expect(await names(vault)).toStrictEqual(NAMES);
    expect(older.lies).not.toBeNull();
    await vault.add(account('carol'));
    const next = start();
    await next.lock();
    expect(await next.unlockWith(byPassword('wrong'))).toBe('wrong');
    expect(older.lies).not.toBeNull();
    expect(await next.unlockWith(FACTOR)).toBe('open');
    expect(older.lies).toBeNull();
    expect(await names(next)).toStrictEqual([...NAMES, 'carol']);
  });

  it('does not move for a wrong password', async () => {
    const { older, world, vault } = prepare();
    await vault.state();
    const before = await world.dump();
    expect(await vault.unlockWith(byPassword('wrong'))).toBe('wrong');
    expect(await world.dump()).toStrictEqual(before);
    expect(older.lies).not.toBeNull();
  });

  it('is what there is, whoever fails when on the way', async () => {
    const { older, world, start } = prepare();
    await start().state();
    let calls = 0;
    for (let nth = 1; nth < 50; nth++) {
      await world.restore(Object.fromEntries(Object.keys(await world.dump()).map((store) => [store, []])));
      const count = { calls: 0 };
      for (const name of ['get', 'getAll', 'put', 'clear'] as const) {
        const real = IDBObjectStore.prototype[name] as (
          this: IDBObjectStore,
          ...given: unknown[]
        ) => IDBRequest;
        vi.spyOn(IDBObjectStore.prototype, name).mockImplementation(function (
          this: IDBObjectStore,
          ...given: unknown[]
        ) {
          if (this.transaction.db.name === world.databaseName && ++count.calls === nth) {
            throw new DOMException('', 'QuotaExceededError');
          }
          return real.apply(this, given);
        });
      }
      const outcome = await start()
        .unlockWith(FACTOR)
        .catch((error: unknown) => error);
      vi.restoreAllMocks();
      if (count.calls < nth) break;
      calls = nth;
      expect(outcome).toBeInstanceOf(VaultError);
      expect(older.lies).not.toBeNull();
      const next = world.start({ older: [older], session: new MemorySession() });
      expect(await next.unlockWith(FACTOR)).toBe('open');
      expect(await names(next)).toStrictEqual(NAMES);
      older.lies = { password: PASSWORD, names: NAMES };
    }
    expect(calls).toBeGreaterThan(8);
  });

  it('that cannot be cleared away yet keeps nobody out', async () => {
    const { older, vault, start } = prepare();
    await vault.unlockWith(FACTOR);
    const clear = vi.spyOn(older.store, 'clear').mockRejectedValueOnce(new VaultError('storage-failed'));
    await start().lock();
    expect(await start().unlockWith(FACTOR)).toBe('open');
    expect(clear).toHaveBeenCalledTimes(1);
    expect(older.lies).not.toBeNull();
    await start().unlockWith(FACTOR);
    expect(older.lies).toBeNull();
  });
});

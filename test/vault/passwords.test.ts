/** Another password, another vault key, dearer derivations. */
import { describe, expect, it, vi } from 'vitest';
import { KDF_DEFAULT, KDF_FLOOR, type Kdf } from '../../src/vault/kdf.ts';
import type { KdfParameters, StoredHeader, StoredRecord, PasswordSlot } from '../../src/vault/format.ts';
import { deriveKeys } from '../../src/vault/keys.ts';
import { openOverview } from '../../src/vault/record.ts';
import { sessionKey } from '../../src/vault/session-key.ts';
import type { Vault } from '../../src/vault/vault.ts';
import { readWithPassword, storedVault } from './reference-reader.ts';
import { account, byPassword, FACTOR, FLOOR_KDF, PASSWORD, QUICK_KDF, value, World } from './world.ts';

const NAMES = ['alice', 'bob'];

async function prepare() {
  const { world, vault } = await World.open();
  const ids = [await vault.add(account('older')), await vault.add(account('bob'))] as const;
  await vault.change([ids[0]], () => account('alice'));
  await vault.changeSettings({ lockAfterMinutes: 60 });
  return { world, vault, ids, before: await world.dump() };
}

/** Everything is there, to this vault and after an unlocking with this password. */
async function expectAll(vault: Vault, password: string): Promise<void> {
  const expectThem = async (): Promise<void> => {
    const ids = (await vault.list()).map(({ id }) => id);
    const kept = (await vault.readAll(ids)).toSorted((a, b) =>
      a.overview.name.localeCompare(b.overview.name),
    );
    expect(kept).toStrictEqual(NAMES.map(account));
    expect(await vault.settings()).toStrictEqual({ lockAfterMinutes: 60 });
  };
  await expectThem();
  await vault.lock();
  expect(await vault.unlock(password)).toBe('open');
  await expectThem();
}

/** The keys of the vault that is open. */
async function keysOf(world: World) {
  const open = await sessionKey(world.session, world.clock.now).current();
  return deriveKeys(open?.vaultKey() ?? new Uint8Array());
}

describe('another password', () => {
  it('V16: opens the vault in the place of the one before, with not one record written', async () => {
    const { world, vault, before } = await prepare();
    expect(await vault.changePassword(FACTOR, 'another')).toBe('changed');
    const after = await world.dump();
    expect(after['records']).toStrictEqual(before['records']);
    expect(after['config']).toStrictEqual(before['config']);
    expect(after['slots']).toHaveLength(1);
    expect(after['slots']?.[0]?.[0]).not.toBe(before['slots']?.[0]?.[0]);
    await vault.lock();
    expect(await vault.unlock(PASSWORD)).toBe('wrong-password');
    await vault.unlock('another');
    await expectAll(vault, 'another');
  });

  it.each(['wrong', ''])('V16: is not set by who shows %j', async (password) => {
    const { world, vault, before } = await prepare();
    expect(await vault.changePassword(byPassword(password), 'another')).toBe('wrong');
    expect(await world.dump()).toStrictEqual(before);
    await expectAll(vault, PASSWORD);
  });

  it('is not empty', async () => {
    const { world, vault, before } = await prepare();
    await expect(vault.changePassword(FACTOR, '')).rejects.toThrow(RangeError);
    expect(await world.dump()).toStrictEqual(before);
  });

  it('V6: is noticed when the slot of the one before is put back, alone or beside it', async () => {
    const { world, vault, before } = await prepare();
    await vault.changePassword(FACTOR, 'another');
    const after = await world.dump();
    for (const slots of [before['slots'], [...(before['slots'] ?? []), ...(after['slots'] ?? [])]]) {
      await world.restore({ ...after, slots: slots ?? [] });
      await expect(world.start().unlock(PASSWORD)).rejects.toMatchObject({ detail: 'slots' });
    }
  });
});

describe('another vault key', () => {
  it('V17: opens everything, and the one before nothing any more', async () => {
    const { world, vault, before } = await prepare();
    const old = await keysOf(world);
    expect(await vault.rotateKey([FACTOR])).toBe('rotated');
    await expectAll(vault, PASSWORD);
    const after = await world.dump();
    const { id } = value(after, 'header') as StoredHeader;
    for (const [, stored] of after['records'] ?? []) {
      const opening = openOverview(old.records, id, stored as StoredRecord);
      await expect(opening).rejects.toMatchObject({ reason: 'damaged' });
    }
    // Nor does a slot of the old key lead anywhere, though its password be the same.
    await world.restore({ ...after, slots: before['slots'] ?? [] });
    await expect(world.start().unlock(PASSWORD)).rejects.toMatchObject({ reason: 'damaged' });
  });

  it('leaves no box as it was, and every revision one higher', async () => {
    const { world, vault, ids, before } = await prepare();
    await vault.rotateKey([FACTOR]);
    const after = await world.dump();
    expect(new Set([...ivsOf(before), ...ivsOf(after)]).size).toBe(2 * ivsOf(before).length);
    const revisions = Object.fromEntries(
      (after['records'] ?? []).map(([id, record]) => [id, (record as StoredRecord).rev]),
    );
    expect(revisions).toStrictEqual({ [ids[0]]: 3, [ids[1]]: 2 });
  });

  it('is not made for who shows a wrong password, or none, and the session stays what it was', async () => {
    const { world, vault, before } = await prepare();
    expect(await vault.rotateKey([byPassword('wrong')])).toBe('wrong');
    expect(await vault.rotateKey([FACTOR, byPassword('wrong')])).toBe('wrong');
    await expect(vault.rotateKey([])).rejects.toThrow(RangeError);
    expect(await world.dump()).toStrictEqual(before);
    await expectAll(vault, PASSWORD);
  });

  it('V24: by a worker that is killed before or after its writing leaves the vault locked, old or new', async () => {
    for (const step of ['remove', 'set'] as const) {
      const { world } = await prepare();
      const real = world.session[step].bind(world.session);
      await new Promise<void>((killed) => {
        vi.spyOn(world.session, step).mockImplementation(
          async (key: string, value?: unknown): Promise<void> => {
            if (step === 'remove') await real(key, value);
            killed();
            return new Promise<void>(() => null);
          },
        );
        void world.start({ exclusive: (work) => work() }).rotateKey([FACTOR]);
      });
      vi.restoreAllMocks();
      const next = world.start();
      expect(await next.state()).toBe('locked');
      await next.unlock(PASSWORD);
      await expectAll(next, PASSWORD);
    }
  });

  it('is what the specification says, to a reader that knows only that', async () => {
    const { world, vault } = await World.open(FLOOR_KDF);
    const id = await vault.add(account('alice'));
    await vault.changePassword(FACTOR, 'another');
    await vault.rotateKey([byPassword('another')]);
    const stored = storedVault(await world.dump());
    const read = readWithPassword(stored, 'another');
    expect(read.manifest).toStrictEqual({
      gen: 4,
      recs: { [id]: 2 },
      slots: stored.slots.map((slot) => slot.id),
      cfg: 2,
    });
    expect(read.records.map(({ overview }) => overview)).toStrictEqual([account('alice').overview]);
  });
});

function ivsOf(value: unknown): string[] {
  if (value instanceof Uint8Array || typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) =>
    name === 'iv' ? [String(member)] : ivsOf(member),
  );
}

async function kdfOf(world: World): Promise<KdfParameters> {
  return (value(await world.dump(), 'slots') as PasswordSlot).kdf;
}

describe('a slot below today’s parameters', () => {
  const today: Kdf = { ...QUICK_KDF, parameters: KDF_DEFAULT };

  it('is made anew at the next unlocking, and opens with the same password', async () => {
    const { world, before } = await prepare();
    const vault = world.start({ kdf: today });
    await vault.lock();
    await vault.unlock(PASSWORD);
    const after = await world.dump();
    expect(await kdfOf(world)).toStrictEqual(KDF_DEFAULT);
    expect(after['records']).toStrictEqual(before['records']);
    await expectAll(vault, PASSWORD);
    // Once is enough.
    const again = await world.dump();
    expect(again).toStrictEqual(after);
  });

  it('stays when a wrong password is tried, and when it costs more in one way than today’s', async () => {
    const { world, before } = await prepare();
    const vault = world.start({ kdf: today });
    await vault.unlock('wrong');
    expect(await world.dump()).toStrictEqual(before);
    const memory = { ...KDF_DEFAULT, t: KDF_FLOOR.t };
    await world.start({ kdf: { ...QUICK_KDF, parameters: memory } }).unlock(PASSWORD);
    const passes = { ...KDF_FLOOR, t: 4 };
    await world.start({ kdf: { ...QUICK_KDF, parameters: passes } }).unlock(PASSWORD);
    expect(await kdfOf(world)).toStrictEqual(memory);
  });

  it('that cannot be made anew now still opens the vault', async () => {
    const { world, before } = await prepare();
    const starved: Kdf = {
      parameters: KDF_DEFAULT,
      argon2id: async (password, salt, parameters) => {
        if (parameters.m === KDF_DEFAULT.m) throw new RangeError('WebAssembly.Memory.grow()');
        return QUICK_KDF.argon2id(password, salt, parameters);
      },
    };
    const vault = world.start({ kdf: starved });
    await vault.lock();
    expect(await vault.unlock(PASSWORD)).toBe('open');
    expect(await world.dump()).toStrictEqual(before);
    await expectAll(vault, PASSWORD);
  });
});

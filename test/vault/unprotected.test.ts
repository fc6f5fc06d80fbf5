/** A vault without a password: by explicit choice, never locked, and nothing of it opens the one with a password. */
import { describe, expect, it } from 'vitest';
import type { StoredHeader, StoredRecord } from '../../src/vault/format.ts';
import { deriveKeys } from '../../src/vault/keys.ts';
import { openOverview } from '../../src/vault/record.ts';
import { sessionKey } from '../../src/vault/session-key.ts';
import { mutationsOf, type Mutation } from './mutations.ts';
import { VaultError } from '../../src/vault/errors.ts';
import {
  account,
  byPassword,
  FACTOR,
  MemorySession,
  PASSKEY,
  PASSWORD,
  recoveryCode,
  value,
  World,
  type Dump,
} from './world.ts';

const DEVICE = { type: 'device' } as const;

async function unprotected() {
  const world = new World();
  const vault = world.start();
  await vault.createUnprotected();
  const id = await vault.add(account('alice'));
  return { world, vault, id };
}

describe('a vault without a password', () => {
  it('is open whenever somebody asks, whatever has locked it', async () => {
    const { world, vault, id } = await unprotected();
    await vault.lock();
    expect(await vault.state()).toBe('open');
    world.clock.pass(60 * 24);
    expect(await vault.read(id)).toStrictEqual(account('alice'));
    world.clock.pass(-60);
    expect(await vault.deadline()).toBe(world.clock.time + 15 * 60_000);
    const next = world.start({ session: new MemorySession() });
    expect(await next.list()).toHaveLength(1);
    expect(await next.whyLocked()).toBeNull();
  });

  it('says so, and one with a password does not', async () => {
    const { vault } = await unprotected();
    expect(await vault.isUnprotected()).toBe(true);
    expect(await vault.slots()).toStrictEqual([
      { id: expect.any(String) as string, type: 'device', name: '' },
    ]);
    expect(await vault.checkWith(DEVICE)).toBe(true);
    expect(await vault.checkWith(byPassword(''))).toBe(false);
    const { vault: other } = await World.open();
    expect(await other.isUnprotected()).toBe(false);
    expect(await other.checkWith(DEVICE)).toBe(false);
    await other.lock();
    expect(await other.unlockWith(DEVICE)).toBe('wrong');
    expect(await new World().start().isUnprotected()).toBe(false);
  });

  it('gets no other key beside the one that everybody has', async () => {
    const { world, vault } = await unprotected();
    const before = await world.dump();
    expect(await vault.addRecoveryCode(DEVICE, '')).toBe('wrong');
    expect(await vault.addPasskey(DEVICE, PASSKEY, '')).toBe('wrong');
    const [slot] = await vault.slots();
    expect(await vault.removeSlot(DEVICE, slot?.id ?? '')).toBe('last');
    expect(await world.dump()).toStrictEqual(before);
  });

  it('is as tight as any other: one change anywhere in its slot is noticed', async () => {
    const { world } = await unprotected();
    const dump = await world.dump();
    const unnoticed: string[] = [];
    for (const { path, mutated } of mutationsOf(dump['slots'] ?? []) as Iterable<Mutation<Dump[string]>>) {
      await world.restore({ ...dump, slots: mutated });
      const outcome = await world
        .start({ session: new MemorySession() })
        .list()
        .catch((error: unknown) => error);
      if (!(outcome instanceof VaultError)) unnoticed.push(path);
    }
    expect(unnoticed).toStrictEqual([]);
  });

  it('has its backups, and another vault key, like any other', async () => {
    const { world, vault, id } = await unprotected();
    expect(await vault.backup(DEVICE, 'of the file')).toMatchObject({ accounts: 1 });
    expect(await vault.rotateKey([DEVICE])).toBe('rotated');
    expect(await world.start({ session: new MemorySession() }).read(id)).toStrictEqual(account('alice'));
  });
});

describe('V17: the first password', () => {
  it('is another vault key: what lies on the disk of the time before opens nothing of it', async () => {
    const { world, vault, id } = await unprotected();
    const before = await world.dump();
    const open = await sessionKey(world.session, world.clock.now).current();
    const old = await deriveKeys(open?.vaultKey() ?? new Uint8Array());
    expect(await vault.changePassword(DEVICE, PASSWORD)).toBe('changed');
    expect(await vault.isUnprotected()).toBe(false);
    expect(await vault.slots()).toMatchObject([{ type: 'password' }]);

    const after = await world.dump();
    const { id: vaultId } = value(after, 'header') as StoredHeader;
    const record = value(after, 'records') as StoredRecord;
    await expect(openOverview(old.records, vaultId, record)).rejects.toMatchObject({ reason: 'damaged' });
    for (const dump of [after, await world.dump('-copy')]) {
      expect(dump['slots']?.map(([, slot]) => (slot as { type: string }).type)).toStrictEqual(['password']);
    }
    // Nor is it open to who puts the old slot back.
    await vault.lock();
    await world.restore({ ...after, slots: before['slots'] ?? [] });
    await expect(world.start().state()).rejects.toMatchObject({ reason: 'damaged' });
    await world.restore(after);
    expect(await world.start().state()).toBe('locked');
    expect(await vault.unlock(PASSWORD)).toBe('open');
    expect(await vault.read(id)).toStrictEqual(account('alice'));
  });

  it('is not empty', async () => {
    const { world, vault } = await unprotected();
    const before = await world.dump();
    await expect(vault.changePassword(DEVICE, '')).rejects.toThrow(RangeError);
    expect(await world.dump()).toStrictEqual(before);
    expect(await vault.state()).toBe('open');
  });
});

describe('taking the password away', () => {
  it('is for who shows it, and takes every other slot too', async () => {
    const { world, vault } = await World.open();
    const id = await vault.add(account('alice'));
    const { code } = await recoveryCode(vault);
    const before = await world.dump();
    expect(await vault.removeProtection(byPassword('wrong'))).toBe('wrong');
    expect(await world.dump()).toStrictEqual(before);
    expect(await vault.removeProtection({ type: 'recovery', code })).toBe('unprotected');
    expect(await vault.slots()).toMatchObject([{ type: 'device' }]);
    expect(await vault.checkWith(FACTOR)).toBe(false);
    expect(await world.start({ session: new MemorySession() }).read(id)).toStrictEqual(account('alice'));
  });
});

/** Recovery codes and passkeys: to add, to name, to open with, to take away. */
import { describe, expect, it } from 'vitest';
import type { Factor } from '../../src/vault/factor.ts';
import { VaultError, type Vault } from '../../src/vault/vault.ts';
import { mutationsOf, type Mutation } from './mutations.ts';
import { account, byPassword, FACTOR, PASSKEY, PASSWORD, recoveryCode, World, type Dump } from './world.ts';

const byCode = (code: string): Factor => ({ type: 'recovery', code });
const byPasskey = (output: Uint8Array<ArrayBuffer>): Factor => ({ type: 'passkey', output });

/** A vault of one account with a slot of each type. */
async function prepare() {
  const { world, vault } = await World.open();
  const id = await vault.add(account('alice'));
  const { id: codeSlot, code } = await recoveryCode(vault, 'in the safe');
  const passkey = await vault.addPasskey(FACTOR, PASSKEY, 'phone');
  if (passkey === 'wrong') throw new Error('wrong');
  const ids = Object.fromEntries((await vault.slots()).map((slot) => [slot.type, slot.id]));
  expect(ids).toMatchObject({ recovery: codeSlot, passkey: passkey.id });
  const slots = { password: ids['password'] ?? '', recovery: codeSlot, passkey: passkey.id };
  const factors = { password: FACTOR, recovery: byCode(code), passkey: byPasskey(PASSKEY.output) };
  return { world, vault, id, code, slots, factors, dump: await world.dump() };
}

async function typesOf(vault: Vault): Promise<string[]> {
  return (await vault.slots()).map(({ type }) => type).toSorted();
}

describe('a vault with three slots', () => {
  it('opens and is checked with each of them, and with nothing else', async () => {
    const { vault, id, factors } = await prepare();
    for (const factor of Object.values(factors)) {
      await vault.lock();
      expect(await vault.unlockWith(factor)).toBe('open');
      expect(await vault.checkWith(factor)).toBe(true);
      expect(await vault.read(id)).toStrictEqual(account('alice'));
    }
    await vault.lock();
    for (const factor of [
      byPassword('wrong'),
      byPassword(''),
      byCode('000G-40R4-0M30-E209-185G-R38E-1W81-24GK'),
      byCode(PASSWORD),
      byPasskey(new Uint8Array(32).fill(8)),
    ]) {
      expect(await vault.unlockWith(factor)).toBe('wrong');
    }
    expect(await vault.state()).toBe('locked');
  });

  it('names them to its owner alone, and passkeys to whoever has to ask for them', async () => {
    const { vault, slots } = await prepare();
    await vault.nameSlot(slots.password, 'mine');
    await vault.nameSlot(slots.recovery, '');
    await vault.nameSlot('nobody', 'nothing');
    expect(new Set(await vault.slots())).toStrictEqual(
      new Set([
        { id: slots.password, type: 'password', name: 'mine' },
        { id: slots.recovery, type: 'recovery', name: '' },
        { id: slots.passkey, type: 'passkey', name: 'phone' },
      ]),
    );
    await vault.lock();
    await expect(vault.slots()).rejects.toMatchObject({ reason: 'locked' });
    const { credentialId, rpId, salt } = PASSKEY;
    expect(await vault.passkeys()).toStrictEqual([{ credentialId, rpId, salt }]);
  });

  it('lets nobody add, take away or change one without a factor of it', async () => {
    const { world, vault, slots, dump } = await prepare();
    const wrong = byPassword('wrong');
    const outcomes = [
      await vault.addRecoveryCode(wrong, ''),
      await vault.addPasskey(wrong, PASSKEY, ''),
      await vault.removeSlot(wrong, slots.recovery),
      await vault.changePassword(wrong, 'another'),
    ];
    expect(new Set(outcomes)).toStrictEqual(new Set(['wrong']));
    expect(await world.dump()).toStrictEqual(dump);
  });

  it('sets another password for who shows the recovery code, and keeps the slot’s name', async () => {
    const { vault, slots, factors } = await prepare();
    await vault.nameSlot(slots.password, 'mine');
    expect(await vault.changePassword(factors.recovery, 'another')).toBe('changed');
    expect(await vault.checkWith(byPassword('another'))).toBe(true);
    expect(await vault.checkWith(FACTOR)).toBe(false);
    expect((await vault.slots()).find(({ type }) => type === 'password')?.name).toBe('mine');
  });

  it('with another key opens with the factors that were shown, under the names that they had', async () => {
    const { vault, id, factors } = await prepare();
    expect(await vault.rotateKey([factors.recovery, factors.passkey])).toBe('rotated');
    expect((await vault.slots()).map(({ type, name }) => `${type} ${name}`).toSorted()).toStrictEqual([
      'passkey phone',
      'recovery in the safe',
    ]);
    for (const factor of [factors.recovery, factors.passkey]) {
      await vault.lock();
      expect(await vault.unlockWith(factor)).toBe('open');
      expect(await vault.read(id)).toStrictEqual(account('alice'));
    }
    expect(await vault.unlock(PASSWORD)).toBe('wrong-password');
    // One that is broken is not to be the only one.
    await expect(vault.rotateKey([factors.passkey])).rejects.toThrow(RangeError);
  });
});

describe('a slot that is taken away', () => {
  it('opens nothing, and is missed when it is put back', async () => {
    const { world, vault, slots, factors, dump } = await prepare();
    expect(await vault.removeSlot(FACTOR, slots.recovery)).toBe('removed');
    expect(await vault.unlockWith(factors.recovery)).toBe('wrong');
    expect(await typesOf(vault)).toStrictEqual(['passkey', 'password']);
    expect(await vault.removeSlot(FACTOR, slots.recovery)).toBe('removed');
    await world.restore({ ...(await world.dump()), slots: dump['slots'] ?? [] });
    await expect(world.start().unlockWith(factors.recovery)).rejects.toMatchObject({ detail: 'slots' });
  });

  it('is never the last one that is no passkey', async () => {
    const { vault, slots, factors } = await prepare();
    expect(await vault.removeSlot(FACTOR, slots.password)).toBe('removed');
    expect(await vault.removeSlot(factors.recovery, slots.recovery)).toBe('last');
    expect(await vault.removeSlot(factors.recovery, slots.passkey)).toBe('removed');
    expect(await vault.removeSlot(factors.recovery, slots.recovery)).toBe('last');
    expect(await typesOf(vault)).toStrictEqual(['recovery']);
    expect(await vault.unlock(PASSWORD)).toBe('wrong-password');
    expect(await vault.unlockWith(factors.recovery)).toBe('open');
  });
});

describe('V14: the output of a passkey', () => {
  it.each([
    ['of 31 bytes', new Uint8Array(31).fill(1)],
    ['of 65 bytes', new Uint8Array(65).fill(1)],
    ['of no byte', new Uint8Array()],
    ['of 32 zeros', new Uint8Array(32)],
    ['of 64 zeros', new Uint8Array(64)],
  ])('%s makes no slot and opens none', async (_, output) => {
    const { world, vault } = await World.open();
    const before = await world.dump();
    await expect(vault.addPasskey(FACTOR, { ...PASSKEY, output }, '')).rejects.toThrow(RangeError);
    expect(await world.dump()).toStrictEqual(before);
    await vault.addPasskey(FACTOR, PASSKEY, '');
    expect(await vault.unlockWith(byPasskey(output))).toBe('wrong');
  });

  it('of 64 bytes counts in all of them', async () => {
    const { vault } = await World.open();
    const output = new Uint8Array(64).fill(1);
    await vault.addPasskey(FACTOR, { ...PASSKEY, output }, '');
    expect(await vault.unlockWith(byPasskey(output.with(63, 2)))).toBe('wrong');
    expect(await vault.unlockWith(byPasskey(output.slice(0, 32)))).toBe('wrong');
    expect(await vault.unlockWith(byPasskey(output))).toBe('open');
    // It is the caller's, who may need it again.
    expect(output).toStrictEqual(new Uint8Array(64).fill(1));
  });

  it('for a salt of another length is refused', async () => {
    const { vault } = await World.open();
    const salt = new Uint8Array(16);
    await expect(vault.addPasskey(FACTOR, { ...PASSKEY, salt }, '')).rejects.toThrow(RangeError);
  });
});

describe('V4: one change anywhere', () => {
  it.each(['recovery', 'passkey'] as const)('in a %s slot is noticed', async (type) => {
    const { world, slots, factors, dump } = await prepare();
    const rest = dump['slots']?.filter(([id]) => id !== slots[type]) ?? [];
    const one = dump['slots']?.filter(([id]) => id === slots[type]) ?? [];
    const vault = world.start();
    const unnoticed: string[] = [];
    for (const { path, mutated } of mutationsOf(one) as Iterable<Mutation<Dump[string]>>) {
      await world.restore({ ...dump, slots: [...rest, ...mutated] });
      const outcome = await vault.unlockWith(factors[type]).catch((error: unknown) => error);
      if (outcome !== 'wrong' && !(outcome instanceof VaultError)) unnoticed.push(path);
    }
    expect(unnoticed).toStrictEqual([]);
    await world.restore(dump);
    expect(await vault.unlockWith(factors[type])).toBe('open');
  });

  it('in one slot closes that one, and no other', async () => {
    const { world, slots, factors, dump } = await prepare();
    const vault = world.start();
    for (const broken of [{ salt: null }, { box: 'no box' }, { kdf: 0, credentialId: 0 }]) {
      for (const id of Object.values(slots)) {
        const entries = dump['slots'] ?? [];
        const changed = entries.map(
          ([key, slot]) => [key, key === id ? { ...(slot as object), ...broken } : slot] as const,
        );
        await world.restore({ ...dump, slots: changed });
        const others = Object.keys(factors).filter((type) => slots[type as keyof typeof slots] !== id);
        for (const type of others) {
          expect(await vault.unlockWith(factors[type as keyof typeof factors])).toBe('open');
        }
      }
    }
  });

  it('in a passkey’s slot keeps nobody from asking the other passkeys', async () => {
    const { world, vault, slots } = await prepare();
    const credentialId = new Uint8Array(16).fill(7);
    await vault.addPasskey(FACTOR, { ...PASSKEY, credentialId }, 'key on the ring');
    const dump = await world.dump();
    const changed = (dump['slots'] ?? []).map(
      ([id, slot]) => [id, id === slots.passkey ? { ...(slot as object), rpId: 1 } : slot] as const,
    );
    await world.restore({ ...dump, slots: changed });
    expect(await vault.passkeys()).toMatchObject([{ credentialId }]);
  });

  it('V8: that makes of one slot another type opens nothing', async () => {
    const { world, slots, factors, dump } = await prepare();
    for (const from of ['password', 'recovery', 'passkey'] as const) {
      for (const to of ['password', 'recovery', 'passkey'] as const) {
        if (from === to) continue;
        const entries = dump['slots'] ?? [];
        const changed = entries
          .filter(([id]) => id === slots[from])
          .map(([id, slot]) => [id, { ...PASSKEY_EXTRA, ...(slot as object), type: to }] as const);
        await world.restore({ ...dump, slots: changed });
        const outcome = await world
          .start()
          .unlockWith(factors[to])
          .catch((error: unknown) => error);
        expect(outcome === 'wrong' || outcome instanceof VaultError).toBe(true);
      }
    }
  });
});

const PASSKEY_EXTRA = {
  kdf: { alg: 'argon2id', v: 19, m: 65_536, t: 3, p: 1 },
  credentialId: new Uint8Array(16),
  rpId: '',
};

/** The PIN: only after the first unlocking, only in memory, five tries. */
import { describe, expect, it } from 'vitest';
import type { Kdf } from '../../src/vault/kdf.ts';
import type { Vault } from '../../src/vault/vault.ts';
import {
  account,
  byPassword,
  FACTOR,
  MemorySession,
  PASSWORD,
  QUICK_KDF,
  recoveryCode,
  World,
} from './world.ts';

const PIN = '4711';

async function withPin() {
  const { world, vault } = await World.open();
  const id = await vault.add(account('alice'));
  expect(await vault.setPin(FACTOR, PIN)).toBe('set');
  return { world, vault, id };
}

async function spendTries(vault: Vault, tries: number): Promise<void> {
  for (let index = 0; index < tries; index++) expect(await vault.unlockWithPin(`${index}`)).toBe('wrong');
}

describe('a PIN', () => {
  it('opens what was locked, also to a worker that has just started', async () => {
    const { world, vault, id } = await withPin();
    await vault.lock();
    const next = world.start();
    expect(await next.state()).toBe('locked');
    expect(await next.unlockWithPin(PIN)).toBe('open');
    expect(await next.read(id)).toStrictEqual(account('alice'));
    world.clock.pass(15);
    expect(await next.unlockWithPin(PIN)).toBe('open');
  });

  it('opens nothing in a browser that has just begun, until another factor has', async () => {
    const { world, id } = await withPin();
    const next = world.start({ session: new MemorySession() });
    expect(await next.pinTries()).toBe(0);
    expect(await next.unlockWithPin(PIN)).toBe('none');
    await next.unlock(PASSWORD);
    expect(await next.hasPin()).toBe(true);
    await next.lock();
    expect(await next.pinTries()).toBe(5);
    expect(await next.unlockWithPin(PIN)).toBe('open');
    expect(await next.read(id)).toStrictEqual(account('alice'));
  });

  it('is erased with the fifth wrong try, and a right one in time gives all five back', async () => {
    const { world, vault } = await withPin();
    await vault.lock();
    await spendTries(vault, 4);
    expect(await vault.pinTries()).toBe(1);
    expect(await vault.unlockWithPin(PIN)).toBe('open');
    await vault.lock();
    await spendTries(vault, 5);
    expect(await vault.pinTries()).toBe(0);
    expect(await vault.unlockWithPin(PIN)).toBe('none');
    // Nothing is left of what it sealed.
    expect(world.session.dump()).toBe(JSON.stringify([['locked', JSON.stringify('hand')]]));
    await vault.unlock(PASSWORD);
    expect(await vault.pinTries()).toBe(5);
  });

  it('has a try less before it is looked at: killing the worker in time brings none back', async () => {
    const { world, vault } = await withPin();
    await vault.lock();
    const stuck: Kdf = { ...QUICK_KDF, argon2id: () => new Promise(() => null) };
    void world.start({ kdf: stuck, exclusive: (work) => work() }).unlockWithPin('0000');
    await expect.poll(() => vault.pinTries()).toBe(4);
  });

  it('keeps its try when there is no memory to look at it', async () => {
    const { world, vault } = await withPin();
    await vault.lock();
    const starved: Kdf = {
      ...QUICK_KDF,
      argon2id: async () => {
        throw new RangeError('WebAssembly.Memory.grow()');
      },
    };
    await expect(world.start({ kdf: starved }).unlockWithPin(PIN)).rejects.toMatchObject({
      reason: 'no-memory',
    });
    expect(await vault.pinTries()).toBe(5);
  });

  it('never lies on the disk, nor does what it opens', async () => {
    const { world } = await withPin();
    const stored = JSON.stringify([await world.dump(), await world.dump('-copy')], (_, value: unknown) =>
      value instanceof Uint8Array ? Buffer.from(value).toString('base64') : value,
    );
    const [, envelope] = (JSON.parse(world.session.dump()) as [string, string][]).find(
      ([key]) => key === 'pin',
    ) ?? ['', '{}'];
    const { ct, salt, iv } = JSON.parse(envelope) as Record<string, string>;
    for (const part of [ct, salt, iv]) {
      expect(part).toMatch(/^.{16}/);
      expect(stored).not.toContain(part?.slice(0, 12));
    }
  });

  it('is chosen by who shows a factor, and is not empty', async () => {
    const { vault } = await World.open();
    expect(await vault.setPin(byPassword('wrong'), PIN)).toBe('wrong');
    await expect(vault.setPin(FACTOR, '')).rejects.toThrow(RangeError);
    expect(await vault.hasPin()).toBe(false);
    expect(await vault.unlockWithPin(PIN)).toBe('none');
  });

  it('that another replaces, or that is removed, opens nothing any more', async () => {
    const { vault } = await withPin();
    await vault.setPin(FACTOR, '0815');
    await vault.lock();
    expect(await vault.unlockWithPin(PIN)).toBe('wrong');
    expect(await vault.unlockWithPin('0815')).toBe('open');
    await vault.removePin();
    await vault.lock();
    expect(await vault.unlockWithPin('0815')).toBe('none');
    await vault.unlock(PASSWORD);
    expect(await vault.hasPin()).toBe(false);
    await vault.lock();
    expect(await vault.pinTries()).toBe(0);
  });

  it('goes on after another password, and after another vault key', async () => {
    const { vault, id } = await withPin();
    await vault.changePassword(FACTOR, 'another');
    await vault.rotateKey([byPassword('another')]);
    await vault.lock();
    expect(await vault.unlockWithPin(PIN)).toBe('open');
    expect(await vault.read(id)).toStrictEqual(account('alice'));
  });

  it('is no setting that anybody reads or writes', async () => {
    const { vault } = await withPin();
    expect(await vault.settings()).toStrictEqual({ lockAfterMinutes: 15 });
    await vault.changeSettings({ lockAfterMinutes: 60 });
    expect(await vault.hasPin()).toBe(true);
  });

  it.each([null, 'open', {}, { left: 5 }, { left: 5, vault: '', salt: '', iv: '?', ct: '', kdf: {} }])(
    'is not read from what no vault has written: %j',
    async (value) => {
      const { world, vault } = await withPin();
      await vault.lock();
      await world.session.set('pin', value);
      expect(await vault.pinTries()).toBe(0);
      expect(await vault.unlockWithPin(PIN)).toBe('none');
    },
  );

  it('is not opened by the envelope of another vault', async () => {
    const [here, there] = [await withPin(), await withPin()];
    const [, envelope] = (JSON.parse(there.world.session.dump()) as [string, string][]).find(
      ([key]) => key === 'pin',
    ) ?? ['', ''];
    await here.vault.lock();
    await here.world.session.set('pin', JSON.parse(envelope));
    await expect(here.vault.unlockWithPin(PIN)).rejects.toMatchObject({ reason: 'damaged' });
    expect(await here.vault.state()).toBe('locked');
  });
});

describe('without a password', () => {
  it('there is no PIN, and taking the password away takes the PIN away', async () => {
    const { vault } = await withPin();
    await recoveryCode(vault);
    expect(await vault.removeProtection(FACTOR)).toBe('unprotected');
    expect(await vault.hasPin()).toBe(false);
    expect(await vault.pinTries()).toBe(0);
    expect(await vault.setPin({ type: 'device' }, PIN)).toBe('wrong');
  });
});

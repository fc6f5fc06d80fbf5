import { describe, expect, it } from 'vitest';
import { account, FLOOR_KDF, PASSWORD, World } from './world.ts';

describe('the life of a vault', () => {
  it('is absent, is created open, locks, and opens with its password alone', async () => {
    const world = new World(FLOOR_KDF);
    const vault = world.start();
    expect(await vault.state()).toBe('absent');
    await expect(vault.list()).rejects.toMatchObject({ reason: 'absent' });
    await vault.create(PASSWORD);
    expect(await vault.state()).toBe('open');
    await vault.lock();
    expect(await vault.state()).toBe('locked');
    await expect(vault.list()).rejects.toMatchObject({ reason: 'locked' });
    expect(await vault.unlock(`${PASSWORD}r`)).toBe('wrong-password');
    expect(await vault.state()).toBe('locked');
    expect(await vault.unlock(PASSWORD)).toBe('open');
    expect(await vault.state()).toBe('open');
  });

  it('gives back what was put in, after the death of the worker', async () => {
    const { world, vault } = await World.open();
    const id = await vault.add(account('alice'));
    expect(await world.start().list()).toStrictEqual([{ id, overview: account('alice').overview }]);
    expect(await world.start().read(id)).toStrictEqual(account('alice'));
  });
});

import { describe, expect, it } from 'vitest';
import { toBase64 } from '../../src/core/bytes.ts';
import type { LockReason } from '../../src/vault/vault.ts';
import { account, FACTOR, MemorySession, PASSKEY, PASSWORD, QUICK_KDF, World } from './world.ts';

/** What a session that has ended leaves in the browser's memory: why it did. */
const NOTHING_BUT = (because: LockReason): string => JSON.stringify([['locked', JSON.stringify(because)]]);

describe('the deadline', () => {
  it('is a quarter of an hour after the last touch, and reading does not move it', async () => {
    const { world, vault } = await World.open();
    const start = world.clock.time;
    expect(await vault.deadline()).toBe(start + 15 * 60_000);
    world.clock.pass(10);
    await vault.list();
    expect(await vault.deadline()).toBe(start + 15 * 60_000);
    await vault.touch();
    expect(await vault.deadline()).toBe(start + 25 * 60_000);
  });

  it('V22: passes with a popup open, which asks all the time', async () => {
    const { world, vault } = await World.open();
    for (let minute = 0; minute < 14; minute++) {
      world.clock.pass(1);
      await vault.list();
    }
    world.clock.pass(1);
    await expect(vault.list()).rejects.toMatchObject({ reason: 'locked' });
    expect(await vault.state()).toBe('locked');
  });

  it('V21: passes while the worker is dead and the machine asleep: the first request after it is refused', async () => {
    const { world, vault } = await World.open();
    const id = await vault.add(account('alice'));
    world.clock.pass(8 * 60);
    await expect(world.start().read(id)).rejects.toMatchObject({ reason: 'locked' });
    expect(world.session.dump()).toBe(NOTHING_BUT('time'));
  });

  it.each([
    ['list', (world: World) => world.start().list()],
    ['read', (world: World) => world.start().read('')],
    ['readAll', (world: World) => world.start().readAll([])],
    ['add', (world: World) => world.start().add(account('bob'))],
    ['change', (world: World) => world.start().change([], (kept) => kept)],
    ['purge', (world: World) => world.start().purge([])],
    ['check', (world: World) => world.start().check(PASSWORD)],
    ['settings', (world: World) => world.start().settings()],
    ['changeSettings', (world: World) => world.start().changeSettings({ lockAfterMinutes: 240 })],
    ['changePassword', (world: World) => world.start().changePassword(FACTOR, 'another')],
    ['rotateKey', (world: World) => world.start().rotateKey([FACTOR])],
    ['slots', (world: World) => world.start().slots()],
    ['damaged', (world: World) => world.start().damaged()],
    ['backup', (world: World) => world.start().backup(FACTOR, 'of the file')],
    ['readBackup', (world: World) => world.start().readBackup(new Uint8Array(), '')],
    ['restoreBackup', (world: World) => world.start().restoreBackup(new Uint8Array(), '', 'merge')],
    ['mend', (world: World) => world.start().mend()],
    ['renewCopy', (world: World) => world.start().renewCopy()],
    ['rollback', (world: World) => world.start().rollback()],
    ['acceptRollback', (world: World) => world.start().acceptRollback()],
    ['addAll', (world: World) => world.start().addAll([])],
    ['backedUp', (world: World) => world.start().backedUp()],
    ['lastBackup', (world: World) => world.start().lastBackup()],
    ['damagedAccounts', (world: World) => world.start().damagedAccounts()],
    ['setPin', (world: World) => world.start().setPin(FACTOR, '1234')],
    ['removePin', (world: World) => world.start().removePin()],
    ['hasPin', (world: World) => world.start().hasPin()],
    ['removeProtection', (world: World) => world.start().removeProtection(FACTOR)],
    ['nameSlot', (world: World) => world.start().nameSlot('', 'mine')],
    ['addRecoveryCode', (world: World) => world.start().addRecoveryCode(FACTOR, '')],
    ['addPasskey', (world: World) => world.start().addPasskey(FACTOR, PASSKEY, '')],
    ['removeSlot', (world: World) => world.start().removeSlot(FACTOR, '')],
    ['checkWith', (world: World) => world.start().checkWith(FACTOR)],
  ])('holds for %s', async (_, request) => {
    const { world } = await World.open();
    world.clock.pass(15);
    await expect(request(world)).rejects.toMatchObject({ reason: 'locked' });
  });

  it('that has passed is not moved by a touch', async () => {
    const { world, vault } = await World.open();
    world.clock.pass(15);
    await vault.touch();
    expect(await vault.state()).toBe('locked');
    expect(await vault.deadline()).toBeNull();
  });

  it('follows the setting at once, which outlives the session', async () => {
    const { world, vault } = await World.open();
    await vault.changeSettings({ lockAfterMinutes: 1 });
    expect(await vault.deadline()).toBe(world.clock.time + 60_000);
    world.clock.pass(1);
    expect(await vault.state()).toBe('locked');
    await vault.unlock(PASSWORD);
    expect(await vault.deadline()).toBe(world.clock.time + 60_000);
    expect(await world.start().settings()).toStrictEqual({ lockAfterMinutes: 1 });
  });
});

describe('V23: a clock that is set', () => {
  it('back by more than a minute locks', async () => {
    const { world, vault } = await World.open();
    world.clock.pass(-1);
    expect(await vault.state()).toBe('open');
    world.clock.pass(-1 / 60);
    expect(await vault.state()).toBe('locked');
  });

  it('back by a little many times locks as soon as that adds up to a minute', async () => {
    const { world, vault } = await World.open();
    world.clock.pass(-0.6);
    await vault.touch();
    world.clock.pass(-0.6);
    await vault.touch();
    expect(await vault.state()).toBe('locked');
  });

  it('back after it was seen further on does not bring the deadline back', async () => {
    const { world, vault } = await World.open();
    world.clock.pass(14);
    await vault.list();
    world.clock.pass(-10);
    expect(await vault.state()).toBe('locked');
  });

  it('forward past the deadline locks', async () => {
    const { world, vault } = await World.open();
    world.clock.pass(60 * 24 * 365);
    expect(await vault.state()).toBe('locked');
  });
});

describe('locking', () => {
  it('V20: leaves nothing in the session, and nothing that opens it but the password', async () => {
    const { world, vault } = await World.open();
    await vault.add(account('alice'));
    expect(world.session.dump()).not.toBe('[]');
    await vault.lock();
    expect(world.session.dump()).toBe(NOTHING_BUT('hand'));
    for (const again of [vault, world.start()]) {
      await expect(again.list()).rejects.toMatchObject({ reason: 'locked' });
    }
  });

  it('wins over an unlocking that was under way', async () => {
    const { world, vault } = await World.open();
    await vault.lock();
    const unlocking = vault.unlock(PASSWORD);
    await vault.lock();
    await unlocking;
    expect(await vault.state()).toBe('locked');
    expect(world.session.dump()).toBe(NOTHING_BUT('hand'));
  });

  it('does not wait for what is under way', async () => {
    const { world } = await World.open();
    const stuck = world.start({ exclusive: () => new Promise(() => null) });
    void stuck.list();
    void stuck.lock();
    expect(await world.start().state()).toBe('locked');
  });

  it('happens when the browser closes, whose session is then empty', async () => {
    const { world } = await World.open();
    expect(await world.start({ session: new MemorySession() }).state()).toBe('locked');
  });
});

describe('why it is locked', () => {
  it.each(['hand', 'idle', 'screen'] as const)('is told: %s', async (because) => {
    const { world, vault } = await World.open();
    expect(await vault.whyLocked()).toBeNull();
    await vault.lock(because);
    expect(await world.start().whyLocked()).toBe(because);
    // What locks a locked one has not locked it.
    await vault.lock('time');
    expect(await vault.whyLocked()).toBe(because);
    await vault.unlock(PASSWORD);
    expect(await vault.whyLocked()).toBeNull();
  });

  it.each([
    ['time', 15],
    ['clock', -2],
  ] as const)('is told when nobody has said so: %s', async (because, minutes) => {
    const { world, vault } = await World.open();
    world.clock.pass(minutes);
    expect(await vault.whyLocked()).toBe(because);
  });

  it('is nothing that a browser knows which has just begun', async () => {
    const { world } = await World.open();
    expect(await world.start({ session: new MemorySession() }).whyLocked()).toBeNull();
  });
});

describe('the key', () => {
  it('lies in the session alone: it is nowhere in the database', async () => {
    const keys: Uint8Array[] = [];
    const world = new World();
    const randomBytes = (count: number): Uint8Array<ArrayBuffer> => {
      const bytes = crypto.getRandomValues(new Uint8Array(count));
      keys.push(bytes.slice());
      return bytes;
    };
    const vault = world.start({ randomBytes });
    await vault.create(PASSWORD);
    await vault.add(account('alice'));
    const inSession = keys.filter((bytes) => world.session.dump().includes(toBase64(bytes)));
    expect(inSession.map((bytes) => bytes.length)).toStrictEqual([32]);
    const stored = Buffer.from(JSON.stringify(await world.dump(), bytesAsHex));
    const key = Buffer.from(inSession[0] ?? []);
    expect(stored.includes(key.toString('hex'))).toBe(false);
    // The search would find it.
    const iv = keys.findLast((bytes) => bytes.length === 12);
    expect(stored.includes(Buffer.from(iv ?? []).toString('hex'))).toBe(true);
  });

  it('is not opened by a session that was not written by a vault', async () => {
    const { world } = await World.open();
    for (const wrong of [null, 'open', {}, { key: 'AAAA' }, { key: 1, lockAt: 1, seenAt: 1 }]) {
      await world.session.set('vault', wrong);
      expect(await world.start({ kdf: QUICK_KDF }).state()).toBe('locked');
    }
  });
});

function bytesAsHex(_: string, value: unknown): unknown {
  return value instanceof Uint8Array ? Buffer.from(value).toString('hex') : value;
}

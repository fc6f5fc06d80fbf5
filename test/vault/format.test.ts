import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Account } from '../../src/core/account.ts';
import { toBase64 } from '../../src/core/bytes.ts';
import type { Bytes } from '../../src/vault/format.ts';
import { KDF } from '../../src/vault/kdf.ts';
import { readWithPasskey, readWithPassword, readWithRecoveryCode, storedVault } from './reference-reader.ts';
import type { Vault } from '../../src/vault/vault.ts';
import { account, FACTOR, PASSKEY, PASSWORD, recoveryCode, World, type Dump } from './world.ts';

const ORDER = ['password', 'recovery', 'passkey', 'unknown'];

/** Every text and every byte, for a search. */
function spelling(value: unknown): string {
  if (value instanceof Uint8Array) return Buffer.from(value).toString('latin1').toLowerCase();
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flat().map(spelling).join('\n');
  return String(value).toLowerCase();
}

describe('what is stored', () => {
  it('is what the specification says, to a reader that knows only that', async () => {
    const { world, vault } = await World.open(KDF);
    const [alice, bob, carol] = [
      await vault.add(account('alice')),
      await vault.add(account('bob')),
      await vault.add(account('carol')),
    ];
    await vault.change([alice], ({ overview, secret }) => ({
      overview: { ...overview, name: 'Älice 🔑' },
      secret,
    }));
    await vault.purge([carol]);
    await vault.changeSettings({ lockAfterMinutes: 240 });
    await vault.changeSite('alice.example', { submit: true, lastUsed: alice });

    const stored = storedVault(await world.dump());
    const read = readWithPassword(stored, PASSWORD);
    expect(stored.header).toStrictEqual({
      format: 1,
      id: expect.any(String) as string,
      cipher: 'AES-256-GCM',
    });
    // 64 MiB, three passes, one lane.
    expect(stored.slots.map(({ kdf }) => kdf)).toStrictEqual([
      { alg: 'argon2id', v: 19, m: 65536, t: 3, p: 1 },
    ]);
    expect(read.manifest).toStrictEqual({
      gen: 8,
      recs: { [alice]: 2, [bob]: 1 },
      slots: stored.slots.map(({ id }) => id),
      cfg: 3,
    });
    expect(read.config).toStrictEqual({
      lockAfterMinutes: 240,
      sites: { 'alice.example': { submit: true, lastUsed: alice } },
    });
    const { overview, secret } = account('alice');
    expect(read.records.find(({ id }) => id === alice)).toStrictEqual({
      id: alice,
      overview: { ...overview, name: 'Älice 🔑' },
      secret: { ...secret, secret: toBase64(secret.secret) },
    });
  });

  it('is what the specification says of the other slots', async () => {
    const { world, vault } = await World.open();
    const id = await vault.add(account('alice'));
    const { code } = await recoveryCode(vault, 'in the safe');
    await vault.addPasskey(FACTOR, PASSKEY, 'phone');
    const stored = storedVault(await world.dump());
    const [password, recovery, passkey] = (await vault.slots())
      .toSorted((a, b) => ORDER.indexOf(a.type) - ORDER.indexOf(b.type))
      .map((slot) => slot.id);
    for (const read of [readWithRecoveryCode(stored, code), readWithPasskey(stored, PASSKEY.output)]) {
      expect({ ...read.manifest, slots: new Set(read.manifest.slots) }).toStrictEqual({
        gen: 4,
        recs: { [id]: 1 },
        slots: new Set([password, recovery, passkey]),
        names: { [recovery ?? '']: 'in the safe', [passkey ?? '']: 'phone' },
        cfg: 1,
      });
      expect(read.records.map(({ overview }) => overview)).toStrictEqual([account('alice').overview]);
    }
    // The names of slots are sealed, like all that a person has written.
    expect(spelling(await world.dump())).not.toMatch(/in the safe|phone/);
  });

  it('says nothing of an account but how often it was written and how long it is, to 64 bytes', async () => {
    const { world, vault } = await World.open();
    await vault.add(account('alice'));
    await vault.changeSite('shop.example', { never: true });
    const dump = await world.dump();
    const stored = storedVault(dump);
    const text = spelling(dump);
    for (const word of [
      'alice',
      'issuer',
      'example',
      'totp',
      'sha1',
      '1111',
      'active',
      '1700000000000',
      'shop',
    ]) {
      expect(text).not.toContain(word);
    }
    // What does stand there in clear would be found, in texts and in bytes.
    for (const word of ['argon2id', 'aes-256-gcm', stored.slots[0]?.salt]) {
      expect(text).toContain(spelling(word));
    }
    const [record] = stored.records;
    expect([record?.overview, record?.secret].map((box) => ((box?.ct.length ?? 0) - 16) % 64)).toStrictEqual([
      0, 0,
    ]);
  });

  it('is sealed anew, under new IVs, when the same is written again', async () => {
    const { world, vault } = await World.open();
    const id = await vault.add(account('alice'));
    const ivs = async (): Promise<string[]> => {
      const { manifest, records } = storedVault(await world.dump());
      const boxes = [manifest.box, ...records.flatMap(({ overview, secret }) => [overview, secret])];
      return boxes.map(({ iv }) => toBase64(iv));
    };
    const before = await ivs();
    await vault.change([id], (kept) => ({ ...kept }));
    expect(new Set([...before, ...(await ivs())]).size).toBe(6);
  });
});

interface Golden {
  readonly password: string;
  readonly pin: string;
  readonly code: string;
  readonly output: Bytes;
  readonly slots: unknown;
  readonly accounts: unknown;
  readonly stores: Dump;
}

/** Made by the first version that could make it. It is never to be made again: it is to be opened. */
function golden(name: string): Golden {
  const file = readFileSync(new URL(`golden/${name}.json`, import.meta.url), 'utf8');
  return JSON.parse(file, (_, value: unknown) =>
    isBytes(value) ? Uint8Array.from(Buffer.from(value.base64, 'base64')) : value,
  ) as Golden;
}

function isBytes(value: unknown): value is { base64: string } {
  return typeof value === 'object' && value !== null && 'base64' in value;
}

/** In a browser of its own, by its password. */
async function openedGolden(name: string) {
  const { stores, password, pin, accounts } = golden(name);
  const world = new World(KDF);
  await world.start().state();
  await world.restore(stores);
  const vault = world.start();
  expect(await vault.unlock(password)).toBe('open');
  return { vault, pin, accounts };
}

async function expectGolden(vault: Vault, accounts: unknown): Promise<void> {
  const kept = await vault.list();
  const read = await Promise.all(kept.map(({ id }) => vault.read(id)));
  expect(read.toSorted((a, b) => a.overview.name.localeCompare(b.overview.name))).toStrictEqual(accounts);
  expect(await vault.settings()).toStrictEqual({ lockAfterMinutes: 60 });
}

describe('V12: a vault of format 1', () => {
  it('opens for ever', async () => {
    const { vault, accounts } = await openedGolden('format-1');
    await expectGolden(vault, accounts);
  });

  it('opens for ever with its PIN, after its password, and knows when its backup was made', async () => {
    const { vault, pin, accounts } = await openedGolden('format-1-pin');
    await vault.lock();
    expect(await vault.unlockWithPin(pin)).toBe('open');
    await expectGolden(vault, accounts);
    expect(await vault.lastBackup()).toMatchObject({ at: Date.UTC(2026, 0, 1) });
  });

  it('opens for ever with what was chosen for single sites', async () => {
    const { vault, accounts } = await openedGolden('format-1-sites');
    const kept = await vault.list();
    expect(kept.map(({ overview }) => overview.name).toSorted()).toStrictEqual(
      (accounts as Account[]).map(({ overview }) => overview.name),
    );
    expect(await vault.settings()).toStrictEqual({ lockAfterMinutes: 60, offersInPages: false });
    const lastUsed = kept.find(({ overview }) => overview.name === 'golden 1')?.id;
    expect(Object.fromEntries(await vault.sites())).toStrictEqual({
      'golden-1.example': { never: false, submit: true, append: true, lastUsed, refused: [] },
      'shop.example': { never: true, submit: false, append: false, lastUsed: null, refused: [] },
    });
  });

  it('opens for ever with what was refused on single sites', async () => {
    const { vault, accounts } = await openedGolden('format-1-refused');
    await expectGolden(vault, accounts);
    const kept = await vault.list();
    const idOf = (name: string) => kept.find(({ overview }) => overview.name === name)?.id;
    const nothing = { never: false, submit: false, append: false, lastUsed: null };
    expect(Object.fromEntries(await vault.sites())).toStrictEqual({
      'login.example': { ...nothing, refused: [idOf('golden 1'), idOf('golden 0')] },
      'shop.example': { ...nothing, never: true, refused: [idOf('golden 0')] },
    });
  });

  it('opens for ever without a password', async () => {
    const { stores, accounts } = golden('format-1-device');
    const world = new World(KDF);
    await world.start().state();
    await world.restore(stores);
    await expectGolden(world.start(), accounts);
  });

  it('opens for ever with every other slot as well', async () => {
    const { stores, accounts, ...secrets } = golden('format-1-slots');
    const world = new World(KDF);
    await world.start().state();
    await world.restore(stores);
    const vault = world.start();
    for (const factor of [
      { type: 'recovery', code: secrets.code },
      { type: 'passkey', output: secrets.output },
    ] as const) {
      await vault.lock();
      expect(await vault.unlockWith(factor)).toBe('open');
      await expectGolden(vault, accounts);
      expect(await vault.slots()).toStrictEqual(secrets.slots);
    }
  });
});

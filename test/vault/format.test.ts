import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { toBase64 } from '../../src/core/bytes.ts';
import { KDF } from '../../src/vault/kdf.ts';
import { readWithPassword, type StoredVault } from './reference-reader.ts';
import { account, PASSWORD, World, type Dump } from './world.ts';

function storedVault(dump: Dump): StoredVault {
  const values = (store: string): unknown[] => dump[store]?.map(([, value]) => value) ?? [];
  const [header] = values('header');
  const [manifest] = values('manifest');
  const [config] = values('config');
  return { header, manifest, config, slots: values('slots'), records: values('records') } as StoredVault;
}

/** Every text and every byte, for a search. */
function spelling(value: unknown): string {
  if (value instanceof Uint8Array) return Buffer.from(value).toString('latin1').toLowerCase();
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flat().map(spelling).join('\n');
  return String(value).toLowerCase();
}

describe('what is stored', () => {
  it('is what the specification says, to a reader that knows only that', { timeout: 60_000 }, async () => {
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
      gen: 7,
      recs: { [alice]: 2, [bob]: 1 },
      slots: stored.slots.map(({ id }) => id),
      cfg: 2,
    });
    expect(read.config).toStrictEqual({ lockAfterMinutes: 240 });
    const { overview, secret } = account('alice');
    expect(read.records.find(({ id }) => id === alice)).toStrictEqual({
      id: alice,
      overview: { ...overview, name: 'Älice 🔑' },
      secret: { ...secret, secret: toBase64(secret.secret) },
    });
  });

  it('says nothing of an account but how often it was written and how long it is, to 64 bytes', async () => {
    const { world, vault } = await World.open();
    await vault.add(account('alice'));
    const dump = await world.dump();
    const stored = storedVault(dump);
    const text = spelling(dump);
    for (const word of ['alice', 'issuer', 'example', 'totp', 'sha1', '1111', 'active', '1700000000000']) {
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

describe('a vault of format 1', () => {
  /** Made by the first version that could make one. It is never to be made again: it is to be opened. */
  const golden = JSON.parse(
    readFileSync(new URL('golden/format-1.json', import.meta.url), 'utf8'),
    (_, value: unknown) => (isBytes(value) ? Uint8Array.from(Buffer.from(value.base64, 'base64')) : value),
  ) as { password: string; accounts: unknown; stores: Dump };

  it('opens for ever', async () => {
    const world = new World(KDF);
    await world.start().state();
    await world.restore(golden.stores);
    const vault = world.start();
    expect(await vault.unlock(golden.password)).toBe('open');
    const kept = await vault.list();
    const accounts = await Promise.all(kept.map(({ id }) => vault.read(id)));
    expect(accounts.toSorted((a, b) => a.overview.name.localeCompare(b.overview.name))).toStrictEqual(
      golden.accounts,
    );
    expect(await vault.settings()).toStrictEqual({ lockAfterMinutes: 60 });
  });
});

function isBytes(value: unknown): value is { base64: string } {
  return typeof value === 'object' && value !== null && 'base64' in value;
}

/** Backups of a vault: what is in them, what they would change, and what they do. */
import { describe, expect, it } from 'vitest';
import type { Account } from '../../src/core/account.ts';
import { readBackup, writeBackup } from '../../src/vault/backup-file.ts';
import { COPY, type StoredRecord } from '../../src/vault/format.ts';
import { compare, plan } from '../../src/vault/merge.ts';
import type { Vault } from '../../src/vault/vault.ts';
import { FILE_PASSWORD } from './foreign-backup.ts';
import { account, byPassword, FACTOR, PASSWORD, QUICK_KDF, randomBytes, value, World } from './world.ts';

/** With another name, of which its secret knows nothing. */
function renamed(name: string, { overview, secret }: Account): Account {
  return { overview: { ...overview, name }, secret };
}

/** With a counter and with these recovery codes used, at 7. */
function used(counter: number, codes: readonly string[], { overview, secret }: Account): Account {
  const recoveryCodes = ['1', '2', '3'].map((code) => ({ code, usedAt: codes.includes(code) ? 7 : null }));
  const parameters = { ...overview.parameters, kind: 'hotp' as const };
  const recovery = { left: 3 - codes.length, total: 3 };
  return { overview: { ...overview, parameters, recovery }, secret: { ...secret, counter, recoveryCodes } };
}

async function fileOf(vault: Vault): Promise<Uint8Array<ArrayBuffer>> {
  const backup = await vault.backup(FACTOR, FILE_PASSWORD);
  if (backup === 'wrong') throw new Error('the password of the tests does not open it');
  return backup.file;
}

async function kept(vault: Vault): Promise<string[]> {
  return (await vault.list()).map(({ overview }) => `${overview.name} ${overview.state}`).toSorted();
}

async function prepare() {
  const { world, vault } = await World.open();
  const alice = await vault.add(account('alice'));
  const bob = await vault.add(account('bob'));
  return { world, vault, alice, bob, file: await fileOf(vault) };
}

describe('a backup', () => {
  it('holds every account, and opens in another vault', async () => {
    const { vault, file } = await prepare();
    expect(await vault.backup(FACTOR, FILE_PASSWORD)).toMatchObject({ accounts: 2, leftOut: [] });
    const { vault: other } = await World.open();
    expect(await other.restoreBackup(file, FILE_PASSWORD, 'merge')).toStrictEqual({
      added: 2,
      changed: 0,
      trashed: 0,
    });
    const ids = (await other.list()).map(({ id }) => id);
    const accounts = (await other.readAll(ids)).toSorted((a, b) =>
      a.overview.name.localeCompare(b.overview.name),
    );
    expect(accounts).toStrictEqual(['alice', 'bob'].map(account));
  });

  it('is the last one once a person has its file, and tells how many accounts were kept since', async () => {
    const { world, vault } = await World.open();
    const keep = (name: string, state: 'active' | 'trashed' = 'active'): Promise<string> => {
      const { overview, secret } = account(name);
      return vault.add({ overview: { ...overview, state, created: world.clock.time }, secret });
    };
    await keep('alice');
    expect(await vault.lastBackup()).toStrictEqual({ at: null, accountsSince: 1 });
    await fileOf(vault);
    // Nobody knows yet where it went.
    expect(await vault.lastBackup()).toStrictEqual({ at: null, accountsSince: 1 });
    await vault.backedUp();
    const at = world.clock.time;
    expect(await vault.lastBackup()).toStrictEqual({ at, accountsSince: 0 });
    world.clock.pass(1);
    await keep('bob');
    await keep('carol', 'trashed');
    expect(await vault.lastBackup()).toStrictEqual({ at, accountsSince: 1 });
    await vault.lock();
    await vault.unlock(PASSWORD);
    expect(await vault.lastBackup()).toStrictEqual({ at, accountsSince: 1 });
    expect(await vault.settings()).toStrictEqual({ lockAfterMinutes: 15 });
  });

  it('says when it was made', async () => {
    const { world, vault, file } = await prepare();
    const made = world.clock.time;
    world.clock.pass(5);
    expect(await vault.readBackup(file, FILE_PASSWORD)).toMatchObject({ created: made });
  });

  it('V43: is not made for who shows no factor of an open vault, nor without a password', async () => {
    const { vault } = await prepare();
    expect(await vault.backup(byPassword('wrong'), FILE_PASSWORD)).toBe('wrong');
    await expect(vault.backup(FACTOR, '')).rejects.toThrow(RangeError);
  });

  it('is not handed out when it does not read back', async () => {
    const { world, alice, vault } = await prepare();
    // A derivation that goes wrong now and then, as faulty memory does.
    let times = 0;
    const faulty = world.start({
      kdf: {
        ...QUICK_KDF,
        argon2id: async (...given) => {
          const key = await QUICK_KDF.argon2id(...given);
          times += 1;
          return times === 3 ? key.with(0, (key[0] ?? 0) ^ 1) : key;
        },
      },
    });
    await expect(faulty.backup(FACTOR, FILE_PASSWORD)).rejects.toMatchObject({ reason: 'unreadable' });
    expect(await vault.read(alice)).toStrictEqual(account('alice'));
  });

  it('leaves out what cannot be read, and names it', async () => {
    const { world, vault, bob } = await prepare();
    const dump = await world.dump();
    const records = (dump['records'] ?? []).map(
      ([id, record]) => [id, id === bob ? { ...(record as StoredRecord), rev: 9 } : record] as const,
    );
    await world.restore({ ...dump, records });
    const backup = await vault.backup(FACTOR, FILE_PASSWORD);
    expect(backup).toMatchObject({ accounts: 1, leftOut: [bob] });
  });

  it('brings back what the vault can no longer read', async () => {
    const { world, vault, alice, bob, file } = await prepare();
    const dump = await world.dump();
    await world.restore({ ...dump, records: dump['records']?.filter(([id]) => id !== bob) ?? [] });
    expect(await vault.restoreBackup(file, FILE_PASSWORD, 'merge')).toMatchObject({ added: 1 });
    expect(await kept(vault)).toStrictEqual(['alice active', 'bob active']);
    expect(await vault.read(alice)).toStrictEqual(account('alice'));
  });
});

describe('a preview', () => {
  it('says of each account what it is to the vault, and nothing of its secret', async () => {
    const { world, vault, bob } = await prepare();
    await vault.add(account('carol'));
    const file = await fileOf(vault);
    await vault.purge([bob]);
    await vault.change(
      [(await vault.list()).find(({ overview }) => overview.name === 'carol')?.id ?? ''],
      (one) => renamed('caroline', one),
    );
    await vault.add(account('dave'));
    const before = await world.dump();
    const preview = await vault.readBackup(file, FILE_PASSWORD);
    if (preview === 'wrong') throw new Error(preview);
    const said = preview.accounts.map(({ overview, comparison }) => `${overview.name} ${comparison}`);
    expect(said.toSorted()).toStrictEqual(['alice same', 'bob new', 'carol changed']);
    expect(preview.others).toBe(1);
    expect(preview.accounts.map((one) => Object.keys(one).toSorted())).toStrictEqual(
      preview.accounts.map(() => ['comparison', 'overview']),
    );
    expect(await world.dump()).toStrictEqual(before);
  });

  it('and a restoring are refused with another password, and by what is no backup', async () => {
    const { world, vault, file } = await prepare();
    const before = await world.dump();
    expect(await vault.readBackup(file, 'wrong')).toBe('wrong');
    expect(await vault.restoreBackup(file, 'wrong', 'replace')).toBe('wrong');
    const broken = file.slice(0, -10);
    await expect(vault.readBackup(broken, FILE_PASSWORD)).rejects.toMatchObject({ reason: 'unreadable' });
    await expect(vault.restoreBackup(broken, FILE_PASSWORD, 'replace')).rejects.toMatchObject({
      reason: 'unreadable',
    });
    expect(await world.dump()).toStrictEqual(before);
  });
});

describe('restoring', () => {
  it('by a merge adds what is new and leaves all else as it is; a second time it changes nothing', async () => {
    const { world, vault, alice, bob, file } = await prepare();
    await vault.change([alice], (one) => renamed('alicia', one));
    await vault.purge([bob]);
    await vault.add(account('carol'));
    expect(await vault.restoreBackup(file, FILE_PASSWORD, 'merge')).toStrictEqual({
      added: 1,
      changed: 0,
      trashed: 0,
    });
    expect(await kept(vault)).toStrictEqual(['alicia active', 'bob active', 'carol active']);
    const before = await world.dump();
    expect(await vault.restoreBackup(file, FILE_PASSWORD, 'merge')).toMatchObject({ added: 0 });
    expect(await world.dump()).toStrictEqual(before);
  });

  it('by replacing makes the vault what the backup says, and puts the others in the trash', async () => {
    const { world, vault, alice, bob, file } = await prepare();
    await vault.change([alice], (one) => renamed('alicia', one));
    await vault.purge([bob]);
    const carol = await vault.add(account('carol'));
    world.clock.pass(1);
    expect(await vault.restoreBackup(file, FILE_PASSWORD, 'replace')).toStrictEqual({
      added: 1,
      changed: 1,
      trashed: 1,
    });
    expect(await kept(vault)).toStrictEqual(['alice active', 'bob active', 'carol trashed']);
    expect(await vault.read(alice)).toStrictEqual(account('alice'));
    expect((await vault.read(carol)).overview).toMatchObject({
      trashedFrom: 'active',
      since: world.clock.time,
    });
    expect((await vault.read(carol)).secret).toStrictEqual(account('carol').secret);
    expect(await vault.restoreBackup(file, FILE_PASSWORD, 'replace')).toStrictEqual({
      added: 0,
      changed: 0,
      trashed: 0,
    });
  });

  it('V24: is one transaction, which the copy follows', async () => {
    const { world, vault, bob, file } = await prepare();
    await vault.purge([bob]);
    await vault.add(account('carol'));
    const { gen } = value(await world.dump(), 'manifest') as { gen: number };
    await vault.restoreBackup(file, FILE_PASSWORD, 'replace');
    expect(value(await world.dump(), 'manifest')).toMatchObject({ gen: gen + 1 });
    expect(await world.dump(COPY)).toStrictEqual(await world.dump());
  });

  it('never takes back a counter, nor the use of a recovery code', async () => {
    const { vault } = await World.open();
    const id = await vault.add(used(5, ['1'], account('alice')));
    const file = await fileOf(vault);
    await vault.change([id], (one) => renamed('mine', used(9, ['2'], one)));
    await vault.restoreBackup(file, FILE_PASSWORD, 'replace');
    expect(await vault.read(id)).toStrictEqual(used(9, ['1', '2'], account('alice')));
  });

  it('of 1000 accounts restores them all', async () => {
    const accounts = Array.from({ length: 1000 }, (_, index) => account(`n${index}`));
    const file = await writeBackup({ created: 1, accounts }, FILE_PASSWORD, QUICK_KDF, randomBytes);
    const { vault } = await World.open();
    expect(await vault.restoreBackup(file, FILE_PASSWORD, 'merge')).toMatchObject({ added: 1000 });
    const read = await readBackup(await fileOf(vault), FILE_PASSWORD, QUICK_KDF.argon2id);
    expect(new Set(read?.accounts.map(({ overview }) => overview.name)).size).toBe(1000);
  });
});

/** Of all the sites of a vault, with the names of accounts in place of their ids. */
async function said(vault: Vault) {
  const names = new Map((await vault.list()).map(({ id, overview }) => [id, overview.name]));
  const nameOf = (id: string) => names.get(id) ?? 'gone';
  const sites = [...(await vault.sites())].map(([binding, { lastUsed, refused, ...switches }]) => {
    const on = Object.entries(switches).flatMap(([name, isOn]) => (isOn ? [name] : []));
    return [binding, [...on, lastUsed && nameOf(lastUsed), ...refused.map((id) => `not ${nameOf(id)}`)]];
  });
  return Object.fromEntries(sites) as Record<string, readonly (string | null)[]>;
}

/** A vault with choices for sites, and a backup of it. */
async function chosen() {
  const set = await prepare();
  const { vault, alice, bob } = set;
  await vault.changeSite('never.example', { never: true });
  await vault.changeSite('both.example', { submit: true, lastUsed: bob, refused: [alice, 'gone'] });
  await vault.changeSite('gone.example', { refused: ['gone'] });
  return { ...set, file: await fileOf(vault) };
}

/** Another vault, that shares an account with it and has choices of its own. */
async function another() {
  const { file } = await chosen();
  const { world, vault } = await World.open();
  const alice = await vault.add(account('alice'));
  const carol = await vault.add(account('carol'));
  // A switch was chosen here, so the others of this site were left off.
  await vault.changeSite('never.example', { append: true });
  await vault.changeSite('both.example', { lastUsed: alice, refused: [carol] });
  await vault.changeSite('mine.example', { never: true, refused: [carol] });
  return { world, vault, file };
}

describe('what was chosen for single sites', () => {
  const carried = {
    'never.example': ['never', null],
    'both.example': ['submit', 'bob', 'not alice'],
  };

  it.each(['merge', 'replace'] as const)(
    'comes with the accounts into an empty vault, and names them there: %s',
    async (how) => {
      const { file } = await chosen();
      const { vault } = await World.open();
      expect(await vault.readBackup(file, FILE_PASSWORD)).toMatchObject({ sites: 2 });
      await vault.restoreBackup(file, FILE_PASSWORD, how);
      expect(await said(vault)).toStrictEqual(carried);
    },
  );

  it('stays by a merge where it was chosen here, and comes where nobody has chosen', async () => {
    const { world, vault, file } = await another();
    await vault.restoreBackup(file, FILE_PASSWORD, 'merge');
    expect(await said(vault)).toStrictEqual({
      'never.example': ['append', null],
      'both.example': ['submit', 'alice', 'not carol', 'not alice'],
      'mine.example': ['never', null, 'not carol'],
    });
    const before = await world.dump();
    await vault.restoreBackup(file, FILE_PASSWORD, 'merge');
    expect(await world.dump()).toStrictEqual(before);
  });

  it('becomes by replacing what it is in the backup, and other settings stay', async () => {
    const { vault, file } = await another();
    await vault.changeSettings({ lockAfterMinutes: 60 });
    await vault.restoreBackup(file, FILE_PASSWORD, 'replace');
    expect(await said(vault)).toStrictEqual(carried);
    expect(await vault.settings()).toStrictEqual({ lockAfterMinutes: 60 });
  });

  it.each(['merge', 'replace'] as const)(
    'stays as it is where the backup is one from before it was in any: %s',
    async (how) => {
      const { vault } = await another();
      const before = await said(vault);
      const written = { created: 1, accounts: ['alice', 'carol'].map(account) };
      const file = await writeBackup(written, FILE_PASSWORD, QUICK_KDF, randomBytes);
      expect(await vault.readBackup(file, FILE_PASSWORD)).toMatchObject({ sites: null });
      await vault.restoreBackup(file, FILE_PASSWORD, how);
      expect(await said(vault)).toStrictEqual(before);
    },
  );

  it('is written in one transaction with the accounts, also where these are all there already', async () => {
    const { world, vault, file } = await another();
    const gen = async () => (value(await world.dump(), 'manifest') as { gen: number }).gen;
    const before = await gen();
    await vault.restoreBackup(file, FILE_PASSWORD, 'replace');
    expect(await gen()).toBe(before + 1);
    await vault.changeSite('never.example', { never: false });
    await vault.restoreBackup(file, FILE_PASSWORD, 'merge');
    expect([await gen(), (await said(vault))['never.example']]).toEqual([before + 3, ['never', null]]);
  });
});

function held(...accounts: readonly Account[]) {
  return accounts.map((one, index) => ({ id: `id-${index}`, account: one }));
}

describe('a comparison', () => {
  it('takes an account for the one that it is exactly, before it takes it for a changed one', () => {
    const [mine, yours] = [renamed('mine', account('alice')), renamed('yours', account('alice'))];
    const compared = compare(held(yours, mine), [
      mine,
      renamed('his', account('alice')),
      renamed('hers', account('alice')),
    ]);
    expect(compared.map((one) => [one.comparison, one.held?.id ?? null])).toStrictEqual([
      ['same', 'id-1'],
      ['changed', 'id-0'],
      ['new', null],
    ]);
  });

  it('V41: takes one of two same accounts in a backup for the one in the vault, and the other for new', () => {
    const compared = compare(held(account('alice')), [account('alice'), account('alice')]);
    expect(compared.map(({ comparison }) => comparison)).toStrictEqual(['same', 'new']);
  });

  it('does not take for the same what has the same secret but counts in another way', () => {
    const [compared] = compare(held(account('alice')), [used(0, [], account('alice'))]);
    expect(compared?.comparison).toBe('new');
  });

  it('leaves in the trash, as it went there, what is there already', () => {
    const trashed = account('alice');
    const inTrash: Account = {
      ...trashed,
      overview: { ...trashed.overview, state: 'trashed', trashedFrom: 'pending' },
    };
    expect(plan(held(inTrash), compare(held(inTrash), []), 'replace', 1).trashed.size).toBe(0);
  });
});

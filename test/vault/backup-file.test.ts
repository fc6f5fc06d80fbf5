/** The backup file: what is written in it is read from it, and whatever else it is, is said in the vault's words. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { Account } from '../../src/core/account.ts';
import { utf8 } from '../../src/core/bytes.ts';
import { accountToJson } from '../../src/vault/account-json.ts';
import { readBackup, writeBackup, type Backup, type ReadBackup } from '../../src/vault/backup-file.ts';
import { KDF } from '../../src/vault/kdf.ts';
import { VaultError } from '../../src/vault/vault.ts';
import { FILE_PASSWORD, foreignBackup } from './foreign-backup.ts';
import { account, FLOOR_KDF, QUICK_KDF, randomBytes } from './world.ts';

const BACKUP: Backup = { created: 1_760_000_000_000, accounts: ['alice', 'Bøb 🔑'].map(account) };
const READ: ReadBackup = { ...BACKUP, refused: [] };
const argon2id = QUICK_KDF.argon2id;

const write = (backup = BACKUP) => writeBackup(backup, FILE_PASSWORD, QUICK_KDF, randomBytes);

/** A backup, null, or an error of the vault's; anything else is thrown. */
async function outcomeOf(file: Uint8Array<ArrayBuffer>): Promise<ReadBackup | VaultError | null> {
  try {
    return await readBackup(file, FILE_PASSWORD, argon2id);
  } catch (error) {
    if (error instanceof VaultError) return error;
    throw error;
  }
}

/** The file as JSON, with some members changed. */
function edited(file: Uint8Array, changes: object): Uint8Array<ArrayBuffer> {
  return utf8(JSON.stringify({ ...(JSON.parse(Buffer.from(file).toString()) as object), ...changes }));
}

/** Of objects like ours. */
function record<T>(members: { [K in keyof T]: fc.Arbitrary<T[K]> }): fc.Arbitrary<T> {
  return fc.record<T>(members, { noNullPrototype: true });
}

describe('a backup file', () => {
  it('gives back what was written, for its password alone', async () => {
    const file = await write();
    expect(await readBackup(file, FILE_PASSWORD, argon2id)).toStrictEqual(READ);
    for (const password of ['', 'of the file ', 'Of the file']) {
      expect(await readBackup(file, password, argon2id)).toBeNull();
    }
  });

  it('opens with its password however its characters are composed', async () => {
    const file = await writeBackup(BACKUP, 'Z\u00fcrich', QUICK_KDF, randomBytes);
    expect(await readBackup(file, 'Zu\u0308rich', argon2id)).toStrictEqual(READ);
  });

  it('gives back any account that a vault can hold', async () => {
    const awkward = fc.constantFrom('', 'Zürich', '🔑', '\ud83d', '\0', '\u2028', '"\\', '__proto__');
    const text = fc.oneof(fc.string(), awkward);
    const time = fc.integer({ min: 0, max: 4_000_000_000_000 });
    const accounts: fc.Arbitrary<Account> = record({
      overview: record({
        issuer: text,
        name: text,
        parameters: record({
          kind: fc.constantFrom('totp', 'hotp', 'steam'),
          algorithm: fc.constantFrom('SHA1', 'SHA256', 'SHA512'),
          digits: fc.integer({ min: 5, max: 10 }),
          period: fc.integer({ min: 1, max: 2 ** 31 }),
        }),
        state: fc.constantFrom('pending', 'active', 'off', 'trashed'),
        since: time,
        created: time,
        hosts: fc.array(text, { maxLength: 3 }),
        recovery: fc.constantFrom(null, { left: 1, total: 2 }),
        trashedFrom: fc.constantFrom(null, 'pending', 'active', 'off'),
      }),
      secret: record({
        secret: fc.uint8Array({ minLength: 1, maxLength: 40 }).map((bytes) => bytes.slice()),
        counter: fc.maxSafeNat(),
        recoveryCodes: fc.array(record({ code: text, usedAt: fc.option(time) }), { maxLength: 3 }),
      }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(accounts, { maxLength: 4 }), async (written) => {
        const backup: Backup = { created: 1, accounts: written };
        expect(await outcomeOf(await write(backup))).toStrictEqual({ ...backup, refused: [] });
      }),
      { numRuns: 200 },
    );
  });

  it('says nothing in clear of what is in it, and has another salt and IV each time', async () => {
    const [one, two] = [await write(), await write()];
    expect(Buffer.from(one).toString()).not.toMatch(/alice|example|totp|1760000000000/i);
    const [first, second] = [one, two].map(
      (file) => JSON.parse(Buffer.from(file).toString()) as Record<string, unknown>,
    );
    expect(first?.['salt']).not.toBe(second?.['salt']);
    expect(first?.['iv']).not.toBe(second?.['iv']);
    expect(Object.keys(first ?? {})).toStrictEqual(Object.keys(second ?? {}));
  });

  it('that a second writer has made from the specification is read', async () => {
    const { created, accounts } = BACKUP;
    const file = foreignBackup(JSON.stringify({ created, accounts: accounts.map(accountToJson), more: 1 }));
    expect(await outcomeOf(file)).toStrictEqual(READ);
  });
});

describe('what a backup file says of sites', () => {
  const accounts = BACKUP.accounts.map(accountToJson);
  const read = async (sites: unknown, all: readonly unknown[] = accounts) => {
    const outcome = await outcomeOf(foreignBackup(JSON.stringify({ created: 1, accounts: all, sites })));
    return outcome !== null && 'created' in outcome ? outcome.sites : outcome;
  };

  it('is nothing where it has no such member', async () => {
    expect(await read(undefined)).toBeUndefined();
  });

  it('is taken member by member, and names accounts by their places', async () => {
    const sites = {
      'a.example': { never: true, submit: true, append: true, lastUsed: 1, refused: [1, 0], more: 1 },
      'http://nas': { append: true },
    };
    const { more: _, ...known } = sites['a.example'];
    expect(await read(sites)).toStrictEqual({ ...sites, 'a.example': known });
  });

  it.each([
    ['another value than true', { never: 1, submit: 'true', append: false }],
    ['an account that is not there', { lastUsed: 2, refused: [-1, 7, 0.5, null, '0'] }],
    ['something else in place of a list', { refused: 0 }],
    ['something else in place of a site', 'never'],
    ['nothing', null],
  ])('is as if nobody had chosen it, where it is %s', async (_, site) => {
    expect(await read({ 'a.example': site })).toStrictEqual({});
  });

  it.each(['', 'https://a.example', 'a.example/path', 'A.example', '__proto__ x', 'a b'])(
    'is passed over for %j, by which no account is bound to a site',
    async (binding) => {
      expect(await read({ [binding]: { never: true }, 'a.example': { never: true } })).toStrictEqual({
        'a.example': { never: true },
      });
    },
  );

  it('speaks of the accounts that could be taken, where another before them could not', async () => {
    const sites = { 'a.example': { lastUsed: 1, refused: [0, 2] } };
    expect(await read(sites, [accounts[0], {}, accounts[1]])).toStrictEqual({
      'a.example': { refused: [0, 1] },
    });
  });

  it.each([null, 3, 'a.example', []])(
    'makes the file unreadable, where it is %j in place of an object',
    async (sites) => {
      expect(await read(sites)).toMatchObject({ reason: 'unreadable' });
    },
  );
});

/** Works with a file on the disk. */
function inFile<T>(file: Uint8Array, work: (path: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'backup-'));
  try {
    writeFileSync(join(folder, 'backup.json'), file);
    return work(join(folder, 'backup.json'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('V42: the stand-alone decryptor', () => {
  const script = fileURLToPath(new URL('../../src/vault/decrypt-backup.mjs', import.meta.url));
  it('opens what we have written, with its password alone', async () => {
    const sites = { 'a.example': { never: true, lastUsed: 1, refused: [0] } } as const;
    const file = await writeBackup({ ...BACKUP, sites }, 'Zürich ﬁve', FLOOR_KDF, randomBytes);
    const read = inFile(file, (path) =>
      execFileSync(process.execPath, [script, path], { input: 'Zürich ﬁve\n', encoding: 'utf8' }),
    );
    expect(JSON.parse(read)).toStrictEqual({
      created: BACKUP.created,
      accounts: BACKUP.accounts.map(accountToJson),
      sites,
    });
    const refused = inFile(file, (path) =>
      spawnSync(process.execPath, [script, path], { input: 'another\n', encoding: 'utf8' }),
    );
    expect(refused.status).not.toBe(0);
    expect(refused.stderr).toContain('wrong password');
    expect(refused.stdout).toBe('');
  });
});

function golden(name: string) {
  return readFileSync(new URL(`golden/${name}`, import.meta.url));
}

describe('V12: a backup of version 1', () => {
  it.each([
    ['without a word of sites, as the first ones', 'backup-1'],
    ['with what was chosen for sites', 'backup-1-sites'],
  ])('is read for ever: %s', async (_, name) => {
    const { password, ...backup } = JSON.parse(golden(`${name}.expected.json`).toString()) as {
      password: string;
      created: number;
      accounts: unknown;
    };
    const read = await readBackup(new Uint8Array(golden(`${name}.json`)), password, KDF.argon2id);
    expect({ ...read, accounts: read?.accounts.map(accountToJson) }).toStrictEqual({
      ...backup,
      refused: [],
    });
  });
});

async function starved(): Promise<never> {
  throw new RangeError('WebAssembly.Memory.grow()');
}

describe('what is no backup of ours', () => {
  it('V4: is noticed when any one bit of each byte of a file is changed', async () => {
    const file = await write();
    const unnoticed: number[] = [];
    for (const [index, byte] of file.entries()) {
      const outcome = await outcomeOf(file.with(index, byte ^ (1 << (index % 8))));
      if (outcome !== null && !(outcome instanceof VaultError)) unnoticed.push(index);
    }
    expect(unnoticed).toStrictEqual([]);
    for (let length = 0; length < file.length - 1; length += 7) {
      expect(await outcomeOf(file.slice(0, length))).toMatchObject({ reason: 'unreadable' });
    }
  });

  it.each([
    ['nothing', ''],
    ['a text', 'otpauth://totp/alice?secret=ABCDEFGH'],
    ['null', 'null'],
    ['a list', '[]'],
    ['another format', '{"format":"aegis","version":1}'],
    ['a format that is a prototype’s', '{"__proto__":{"format":"countersign-backup","version":1}}'],
    ['100 000 lists in each other', '['.repeat(100_000)],
  ])('V41: is unreadable when it is %s', async (_, text) => {
    expect(await outcomeOf(utf8(text))).toMatchObject({ reason: 'unreadable', detail: 'backup' });
  });

  it('V41: is unreadable when it is larger than any backup, and not even parsed', async () => {
    const parse = vi.spyOn(JSON, 'parse');
    expect(await outcomeOf(new Uint8Array(128 * 1024 * 1024 + 1))).toMatchObject({ reason: 'unreadable' });
    expect(parse).not.toHaveBeenCalled();
    parse.mockRestore();
  });

  it.each([
    ['4 GiB of memory', { m: 4_194_304 }, 'kdf-range'],
    ['2^24 lanes', { p: 2 ** 24 }, 'kdf-range'],
    ['less than the floor', { m: 1024 }, 'kdf-range'],
    ['11 passes', { t: 11 }, 'kdf-range'],
    ['no number', { m: '65536' }, 'kdf-range'],
    ['another algorithm', { alg: 'scrypt' }, 'kdf-unknown'],
  ])('V41: is refused with %s before anything is derived', async (_, changes, detail) => {
    const spy = vi.fn(argon2id);
    const file = edited(await write(), {
      kdf: { alg: 'argon2id', v: 19, m: 65_536, t: 3, p: 1, ...changes },
    });
    await expect(readBackup(file, FILE_PASSWORD, spy)).rejects.toMatchObject({
      reason: 'unreadable',
      detail,
    });
    expect(spy).not.toHaveBeenCalled();
  });

  it('V3: does not open with other parameters in range, though the key be the same', async () => {
    const file = edited(await write(), { kdf: { alg: 'argon2id', v: 19, m: 65_536, t: 3, p: 1 } });
    expect(await outcomeOf(file)).toMatchObject({ reason: 'unreadable' });
  });

  it('V11: is of a later Countersign when it says so', async () => {
    const file = edited(await write(), { version: 2, cipher: 'something better' });
    expect(await outcomeOf(file)).toMatchObject({ reason: 'newer-version', detail: 'backup' });
  });

  it('says when there is no memory to open it', async () => {
    await expect(readBackup(await write(), FILE_PASSWORD, starved)).rejects.toMatchObject({
      reason: 'no-memory',
    });
  });
});

/** What is sealed in a backup of one account. */
function held(changed: object): string {
  return JSON.stringify({ created: 1, accounts: [changed] });
}

describe('what a stranger puts into a backup, with a password that they give along', () => {
  const one = accountToJson(account('alice')) as Record<'overview' | 'secret', Record<string, unknown>>;

  it.each<[string, string]>([
    ['is no JSON', '{'],
    ['is not even text', '\ud800'],
    ['has no time', JSON.stringify({ accounts: [] })],
    ['has no accounts', JSON.stringify({ created: 1 })],
    ['has accounts of another kind', JSON.stringify({ created: 1, accounts: { length: 1 } })],
  ])('is unreadable when it %s', async (_, plaintext) => {
    expect(await outcomeOf(foreignBackup(plaintext))).toMatchObject({
      reason: 'unreadable',
      detail: 'backup',
    });
  });

  const named = { issuer: one.overview['issuer'], name: 'alice' };
  it.each<[string, string, object]>([
    ['is empty', held({}), { issuer: '', name: '', because: 'unreadable' }],
    ['is none', held([]), { issuer: '', name: '', because: 'unreadable' }],
    ['is nothing', `{"created":1,"accounts":[null]}`, { issuer: '', name: '', because: 'unreadable' }],
    ['is without a secret', held({ overview: one.overview }), { ...named, because: 'unreadable' }],
    ['has an empty secret', held({ ...one, secret: { ...one.secret, secret: '' } }), { because: 'secret' }],
    [
      'has a secret in another spelling',
      held({ ...one, secret: { ...one.secret, secret: 'c2Vjc=' } }),
      { ...named, because: 'secret' },
    ],
    ['has a counter below zero', held({ ...one, secret: { ...one.secret, counter: -1 } }), named],
    [
      'has a code that is a number',
      held({ ...one, secret: { ...one.secret, recoveryCodes: [{ code: 1 }] } }),
      named,
    ],
    [
      'has a name that is a number',
      held({ ...one, overview: { ...one.overview, name: 1 } }),
      { ...named, name: '' },
    ],
    ['has a state of its own', held({ ...one, overview: { ...one.overview, state: 'toString' } }), named],
    ['has hosts that are none', held({ ...one, overview: { ...one.overview, hosts: [null] } }), named],
    [
      'has more codes left than there are',
      held({ ...one, overview: { ...one.overview, recovery: { left: 3, total: 2 } } }),
      named,
    ],
    ['has a thousand digits', held(withParameters({ digits: 1000 })), { because: 'parameters' }],
    ['has no period', held(withParameters({ period: 0 })), { because: 'parameters' }],
    [
      'has a kind of the prototype’s',
      held(withParameters({ kind: '__proto__' })),
      { ...named, because: 'parameters' },
    ],
  ])('is told of an account that %s, and the others are there', async (_, plaintext, refused) => {
    const { accounts } = JSON.parse(plaintext) as { accounts: object[] };
    const both = JSON.stringify({ created: 1, accounts: [...accounts, one] });
    expect(await outcomeOf(foreignBackup(both))).toMatchObject({
      accounts: [account('alice')],
      refused: [refused],
    });
  });

  function withParameters(changed: object): object {
    const { overview } = account('alice');
    const parameters = { ...overview.parameters, ...changed };
    return { ...one, overview: { ...overview, parameters } };
  }

  it('V31: brings nothing along but what an account is', async () => {
    const smuggled = `{"created":1,"accounts":[${JSON.stringify(one).replace('{', '{"__proto__":{"evil":1},"evil":1,')}]}`;
    const read = await outcomeOf(foreignBackup(smuggled));
    expect(read).toStrictEqual({ created: 1, accounts: [account('alice')], refused: [] });
    expect(JSON.stringify(read)).not.toContain('evil');
  });
});

function isTyped(outcome: ReadBackup | VaultError | null): boolean {
  return !(outcome instanceof VaultError) || ['unreadable', 'newer-version'].includes(outcome.reason);
}

describe('the reader of backups, given anything,', () => {
  it('says what it is or that it is not one', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.uint8Array(), fc.json().map(utf8)), async (file) => {
        expect(await outcomeOf(file.slice())).toBeInstanceOf(VaultError);
      }),
    );
  });

  it('does so for files with any members', async () => {
    const file = JSON.parse(Buffer.from(await write()).toString()) as Record<string, unknown>;
    const mutation = fc.record({ name: fc.constantFrom(...Object.keys(file)), value: fc.jsonValue() });
    await fc.assert(
      fc.asyncProperty(fc.array(mutation, { minLength: 1, maxLength: 3 }), async (changes) => {
        const changed = Object.fromEntries(changes.map(({ name, value }) => [name, value]));
        const outcome = await outcomeOf(utf8(JSON.stringify({ ...file, ...changed })));
        expect(isTyped(outcome)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('does so for whatever has been sealed in them', async () => {
    const { created, accounts } = BACKUP;
    const right = { created, accounts: accounts.map(accountToJson) };
    const paths = pathsOf(right);
    const mutation = fc.record({ path: fc.constantFrom(...paths), value: fc.jsonValue() });
    await fc.assert(
      fc.asyncProperty(mutation, async ({ path, value }) => {
        const outcome = await outcomeOf(foreignBackup(JSON.stringify(replaced(right, path, value))));
        expect(outcome !== null && isTyped(outcome)).toBe(true);
        // What is taken can be written again: it is an account like any other.
        if (outcome !== null && !(outcome instanceof VaultError)) {
          expect(await outcomeOf(await write(outcome))).toStrictEqual({ ...outcome, refused: [] });
        }
      }),
      { numRuns: 500 },
    );
  });
});

type Path = readonly string[];

/** To everything in a value, itself included. */
function pathsOf(value: unknown): readonly Path[] {
  if (typeof value !== 'object' || value === null) return [[]];
  const below = Object.entries(value).flatMap(([name, member]) =>
    pathsOf(member).map((path) => [name, ...path]),
  );
  return [[], ...below];
}

/** The same with something else in one place. */
function replaced(value: unknown, [name, ...rest]: Path, by: unknown): unknown {
  if (name === undefined) return by;
  const member = (value as Record<string, unknown>)[name];
  const changed = replaced(member, rest, by);
  return Array.isArray(value) ? value.with(Number(name), changed) : { ...(value as object), [name]: changed };
}

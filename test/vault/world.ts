/** What a vault needs around it, and what its enemies have: the raw database. */
import 'fake-indexeddb/auto';
import { openDB, type IDBPDatabase } from 'idb';
import type { Account } from '../../src/core/account.ts';
import { utf8 } from '../../src/core/bytes.ts';
import type { Factor, NewPasskey } from '../../src/vault/factor.ts';
import type { COPY } from '../../src/vault/format.ts';
import { KDF, KDF_FLOOR, type Argon2id, type Kdf } from '../../src/vault/kdf.ts';
import { openVault, type SessionStore, type Vault, type VaultDeps } from '../../src/vault/vault.ts';

export const PASSWORD = 'correct horse battery staple';

/** The factor of a password. */
export function byPassword(password: string): Factor {
  return { type: 'password', password };
}

export const FACTOR = byPassword(PASSWORD);

/** The real derivation, at the least that is allowed. */
export const FLOOR_KDF: Kdf = { parameters: KDF_FLOOR, argon2id: KDF.argon2id };

/**
 * A hash of the password alone in the place of Argon2id, for what opens a vault hundreds of times. Parameters and
 * salt do not enter it, so that it is the slot's associated data that must notice a change of them.
 */
const hash: Argon2id = async (password) => new Uint8Array(await crypto.subtle.digest('SHA-256', password));

export const QUICK_KDF: Kdf = { parameters: KDF_FLOOR, argon2id: hash };

export function randomBytes(count: number): Uint8Array<ArrayBuffer> {
  return crypto.getRandomValues(new Uint8Array(count));
}

/** A passkey with a PRF that a test knows. */
export const PASSKEY: NewPasskey = {
  credentialId: Uint8Array.from({ length: 20 }, (_, index) => index),
  rpId: 'abcdefghijklmnopabcdefghijklmnop',
  salt: new Uint8Array(32).fill(5),
  output: new Uint8Array(32).fill(9),
};

/** Has a recovery code made. */
export async function recoveryCode(vault: Vault, name = ''): Promise<{ id: string; code: string }> {
  const added = await vault.addRecoveryCode(FACTOR, name);
  if (added === 'wrong') throw new Error('the password of the tests does not open it');
  return added;
}

/** Keeps values as `storage.session` does: as JSON. */
export class MemorySession implements SessionStore {
  readonly #values = new Map<string, string>();

  async get(key: string): Promise<unknown> {
    const json = this.#values.get(key);
    return json === undefined ? undefined : JSON.parse(json);
  }
  async set(key: string, value: unknown): Promise<void> {
    this.#values.set(key, JSON.stringify(value));
  }
  async remove(key: string): Promise<void> {
    this.#values.delete(key);
  }
  /** Everything that it keeps. */
  dump(): string {
    return JSON.stringify([...this.#values]);
  }
}

/** One work after the other, as a Web Lock does it. */
function queue(): VaultDeps['exclusive'] {
  let last: Promise<unknown> = Promise.resolve();
  return <T>(work: () => Promise<T>): Promise<T> => {
    const turn = last.then(work);
    last = turn.catch(() => null);
    return turn;
  };
}

class Clock {
  time = Date.UTC(2026, 0, 1);
  readonly now = (): number => this.time;
  pass(minutes: number): void {
    this.time += minutes * 60_000;
  }
}

let databases = 0;

export class World {
  readonly session = new MemorySession();
  readonly clock = new Clock();
  readonly databaseName = `vault-${++databases}`;
  readonly exclusive = queue();
  readonly kdf: Kdf;

  constructor(kdf = QUICK_KDF) {
    this.kdf = kdf;
  }

  /** A background that has just started, over all that outlives the one before. */
  start(changed: Partial<VaultDeps> = {}): Vault {
    const { session, databaseName, exclusive, kdf } = this;
    return openVault({
      session,
      databaseName,
      exclusive,
      kdf,
      now: this.clock.now,
      randomBytes,
      ...changed,
    });
  }

  /** With a vault that is open. */
  static async open(kdf = QUICK_KDF): Promise<{ world: World; vault: Vault }> {
    const world = new World(kdf);
    const vault = world.start();
    await vault.create(PASSWORD);
    return { world, vault };
  }

  /** Opens the database, or that of the copy, as whoever can write the profile does. */
  async raw<T>(work: (database: IDBPDatabase) => Promise<T>, which: Which = ''): Promise<T> {
    const database = await openDB(this.databaseName + which);
    try {
      return await work(database);
    } finally {
      database.close();
    }
  }

  /** Everything in it. */
  dump(which: Which = ''): Promise<Dump> {
    return this.raw(async (database) => {
      const entries = [...database.objectStoreNames].map(async (store) => {
        const [keys, values] = await Promise.all([database.getAllKeys(store), database.getAll(store)]);
        return [store, keys.map((key, index) => [key, values[index]] as const)] as const;
      });
      return Object.fromEntries(await Promise.all(entries));
    }, which);
  }

  /** Makes it what a dump says. */
  restore(dump: Dump, which: Which = ''): Promise<void> {
    return this.raw(async (database) => {
      const tx = database.transaction([...database.objectStoreNames], 'readwrite');
      for (const [name, entries] of Object.entries(dump)) {
        const store = tx.objectStore(name);
        await store.clear();
        for (const [key, value] of entries) {
          await store.put(value, store.keyPath === null ? key : undefined);
        }
      }
      await tx.done;
    }, which);
  }
}

/** The vault's own database or its copy's. */
type Which = '' | typeof COPY;

/** Entries by store. */
export type Dump = Record<string, (readonly [IDBValidKey, unknown])[]>;

/** The first value of a store. */
export function value(dump: Dump, store: string): object {
  return dump[store]?.[0]?.[1] as object;
}

export function account(name: string): Account {
  return {
    overview: {
      issuer: `Issuer of ${name}`,
      name,
      parameters: { kind: 'totp', algorithm: 'SHA1', digits: 6, period: 30 },
      state: 'active',
      since: 1_700_000_000_000,
      created: 1_600_000_000_000,
      hosts: [`${name}.example`],
      recovery: { left: 1, total: 2 },
      trashedFrom: null,
    },
    secret: {
      secret: utf8(`secret of ${name}`),
      counter: 0,
      recoveryCodes: [
        { code: `${name}-1111`, usedAt: null },
        { code: `${name}-2222`, usedAt: 1_700_000_000_000 },
      ],
    },
  };
}

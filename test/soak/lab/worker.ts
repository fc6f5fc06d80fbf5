/**
 * The vault's own code in a worker of a real browser, on the browser's own IndexedDB. It does what the page that
 * started it says, and can stand still for ever before the n-th thing that it asks of the browser: whoever ends it
 * then has killed it between two steps.
 */
import type { Account } from '../../../src/core/account.ts';
import { KDF, KDF_FLOOR, type Argon2id } from '../../../src/vault/kdf.ts';
import { openVault, type SessionStore, type Vault } from '../../../src/vault/vault.ts';
import { VECTOR_PASSWORD, VECTOR_SALT } from '../../vault/argon2id-vectors.ts';
import { START, type State, type Step } from '../kill/steps.ts';

/** What the page asks. */
export type Ask =
  | { readonly ask: 'make'; readonly database: string }
  | {
      readonly ask: 'perform';
      readonly database: string;
      readonly password: string;
      readonly step: Step;
      readonly dieAt: number;
    }
  | { readonly ask: 'look'; readonly database: string; readonly passwords: readonly string[] }
  | {
      readonly ask: 'argon2id';
      readonly m: number;
      readonly t: number;
      readonly p: number;
    }
  | { readonly ask: 'measure'; readonly records: number };

const CALLS = ['get', 'getAll', 'getAllKeys', 'count', 'put', 'add', 'delete', 'clear'] as const;
const port = self as unknown as {
  postMessage(message: unknown): void;
  addEventListener(type: 'message', hear: (event: MessageEvent<Ask>) => void): void;
};

let steps = 0;
let dieAt = 0;

function step(): void {
  steps += 1;
  if (steps !== dieAt) return;
  port.postMessage({ dying: steps });
  // Not a promise that never settles: the transaction would go on, and end well, without us.
  for (;;);
}

for (const name of CALLS) {
  const real = IDBObjectStore.prototype[name] as (this: IDBObjectStore, ...given: unknown[]) => IDBRequest;
  Object.defineProperty(IDBObjectStore.prototype, name, {
    value(this: IDBObjectStore, ...given: unknown[]): IDBRequest {
      step();
      return real.apply(this, given);
    },
  });
}

/** What kills is about storage: a hash in the place of Argon2id makes room for many of them. */
const hash: Argon2id = async (password) => new Uint8Array(await crypto.subtle.digest('SHA-256', password));

function randomBytes(count: number): Uint8Array<ArrayBuffer> {
  return crypto.getRandomValues(new Uint8Array(count));
}

/** The session's memory dies with the worker: what is looked at after it is what the disk has. */
function memory(): SessionStore {
  const values = new Map<string, unknown>();
  return {
    async get(key) {
      step();
      return values.get(key);
    },
    async set(key, value) {
      step();
      values.set(key, value);
    },
    async remove(key) {
      step();
      values.delete(key);
    },
  };
}

function vaultIn(databaseName: string): Vault {
  return openVault({
    session: memory(),
    databaseName,
    randomBytes,
    now: () => Date.now(),
    kdf: { parameters: KDF_FLOOR, argon2id: hash },
    exclusive: (work) => navigator.locks.request(databaseName, work),
  });
}

function accountOf(name: string): Account {
  return {
    overview: {
      issuer: 'Example',
      name,
      parameters: { kind: 'totp', algorithm: 'SHA1', digits: 6, period: 30 },
      state: 'active',
      since: 0,
      created: 0,
      hosts: ['example.com'],
      recovery: { left: 1, total: 1 },
      trashedFrom: null,
    },
    secret: {
      secret: new TextEncoder().encode(`secret of ${name}`),
      counter: 0,
      recoveryCodes: [{ code: 'one-two-three', usedAt: null }],
    },
  };
}

async function make(database: string): Promise<void> {
  const vault = vaultIn(database);
  await vault.create(START.password);
  await vault.addAll(Object.keys(START.accounts).map(accountOf));
}

/** The ids of accounts, by name. */
async function idOf(vault: Vault, name: string): Promise<string> {
  return (await vault.list()).find(({ overview }) => overview.name === name)?.id ?? '';
}

const factorOf = (password: string) => ({ type: 'password', password }) as const;

async function fileOf(names: readonly string[]): Promise<Uint8Array<ArrayBuffer>> {
  const vault = vaultIn(`for a file ${crypto.randomUUID()}`);
  await vault.create('file');
  await vault.addAll(names.map(accountOf));
  const backup = await vault.backup(factorOf('file'), 'file');
  if (backup === 'wrong') throw new Error(backup);
  return backup.file;
}

/** Something to do that is ready to be done: what it needs is not part of what is interrupted. */
async function prepare(vault: Vault, password: string, step: Step): Promise<() => Promise<unknown>> {
  const edit = async (name: string, change: Partial<Account['overview']>) => {
    const id = await idOf(vault, name);
    return () =>
      vault.change([id], ({ overview, secret }) => ({ overview: { ...overview, ...change }, secret }));
  };
  switch (step.op) {
    case 'add':
      return () => vault.add(accountOf(step.name));
    case 'edit':
      return edit(step.name, { name: step.to });
    case 'trash':
      return edit(step.name, { state: 'trashed', trashedFrom: 'active' });
    case 'password':
      return () => vault.changePassword(factorOf(password), step.to);
    case 'import': {
      const file = await fileOf(step.names);
      return () => vault.restoreBackup(file, 'file', 'merge');
    }
    case 'rotate':
      return () => vault.rotateKey([factorOf(password)]);
  }
}

let open: { readonly database: string; readonly vault: Vault } | null = null;

/** How many steps it took, when nobody ended it. */
async function perform({ database, password, step, dieAt: at }: Ask & { ask: 'perform' }): Promise<number> {
  if (open?.database !== database) {
    const vault = vaultIn(database);
    if ((await vault.unlock(password)) !== 'open') throw new Error('does not open');
    open = { database, vault };
  }
  const work = await prepare(open.vault, password, step);
  steps = 0;
  dieAt = at;
  await work();
  dieAt = 0;
  return steps;
}

/** What a vault holds, read to the last secret; and whether its copy has followed it or can be made to. */
async function look({ database, passwords }: Ask & { ask: 'look' }): Promise<State> {
  const vault = vaultIn(database);
  const opening: string[] = [];
  for (const password of passwords) {
    if ((await vault.unlock(password)) === 'open') opening.push(password);
  }
  const damaged = await vault.damaged();
  if (damaged.length > 0) throw new Error(`damaged: ${damaged.map(({ message }) => message).join()}`);
  const kept = await vault.list();
  const accounts = await vault.readAll(kept.map(({ id }) => id));
  for (const { overview, secret } of accounts) {
    // An edit leaves the secret as it was, so that it tells of the first name; it is read, and is one of ours.
    if (!new TextDecoder().decode(secret.secret).startsWith('secret of ')) throw new Error(overview.name);
  }
  if (opening.length !== 1) throw new Error(`${opening.length} passwords open it`);
  return {
    password: opening[0] ?? '',
    accounts: Object.fromEntries(
      accounts.map(({ overview }) => [overview.name, overview.state === 'trashed']),
    ),
  };
}

/** ms. Everything with the real derivation, as a person has it. */
async function measure(records: number): Promise<Record<string, number>> {
  const databaseName = `bench ${records} ${crypto.randomUUID()}`;
  const vault = openVault({
    session: memory(),
    databaseName,
    randomBytes,
    now: () => Date.now(),
    exclusive: (work) => navigator.locks.request(databaseName, work),
  });
  const times: Record<string, number> = {};
  // The best of several: what else the machine does only ever adds to it.
  const time = async (what: string, work: () => Promise<unknown>, rounds = 1): Promise<void> => {
    const took: number[] = [];
    for (let round = 0; round < rounds; round++) {
      const start = performance.now();
      await work();
      took.push(performance.now() - start);
    }
    times[what] = Math.min(...took);
  };
  const factor = factorOf('walrus nickel orchid');
  await vault.create(factor.password);
  await time('import', () =>
    vault.addAll(Array.from({ length: records }, (_, index) => accountOf(`account ${index}`))),
  );
  // The copy has followed by then, and the first opening of a database is not what is measured.
  await vault.unlock(factor.password);
  const salt = randomBytes(16);
  const opening: number[] = [];
  const deriving: number[] = [];
  for (let round = 0; round < 5; round++) {
    await time('derive', () => KDF.argon2id(new TextEncoder().encode(factor.password), salt, KDF.parameters));
    deriving.push(times['derive'] ?? 0);
    await vault.lock();
    await time('unlock', () => vault.unlock(factor.password));
    opening.push(times['unlock'] ?? 0);
  }
  times['derive'] = Math.min(...deriving);
  times['unlock'] = Math.min(...opening);
  const added = await vault.addRecoveryCode(factor, '');
  const code = added === 'wrong' ? '' : added.code;
  const bare: number[] = [];
  for (let round = 0; round < 5; round++) {
    await vault.lock();
    // A code needs no derivation to speak of: this is what is left.
    await time('open', () => vault.unlockWith({ type: 'recovery', code }));
    bare.push(times['open'] ?? 0);
  }
  times['open'] = Math.min(...bare);
  await time('list', () => vault.list(), 3);
  const ids = (await vault.list()).map(({ id }) => id);
  await time('read one', () => vault.readAll(ids.slice(0, 1)));
  await time('add one', () => vault.add(accountOf('one more')));
  await time('rotate', () => vault.rotateKey([{ type: 'recovery', code }]));
  return times;
}

async function answer(asked: Ask): Promise<unknown> {
  switch (asked.ask) {
    case 'make':
      return make(asked.database);
    case 'perform':
      return perform(asked);
    case 'look':
      return look(asked);
    case 'argon2id': {
      const { m, t, p } = asked;
      const key = await KDF.argon2id(new TextEncoder().encode(VECTOR_PASSWORD), VECTOR_SALT, {
        alg: 'argon2id',
        v: 19,
        m,
        t,
        p,
      });
      return [...key];
    }
    case 'measure':
      return measure(asked.records);
  }
}

port.addEventListener('message', ({ data }) => {
  answer(data).then(
    (value) => port.postMessage({ value }),
    (error: unknown) =>
      port.postMessage({ error: error instanceof Error ? `${error.name}: ${error.message}` : 'no error' }),
  );
});

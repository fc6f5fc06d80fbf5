/** What is changed at random, and how it may be answered: as if nothing were, or by a typed refusal. */
import { isDeepStrictEqual } from 'node:util';
import { readBackup, writeBackup } from '../../../src/vault/backup-file.ts';
import {
  parseCopied,
  parseFacts,
  parseFillResult,
  parsePictures,
  parseRedemption,
  parseTicket,
} from '../../../src/messages/guards.ts';
import { VaultError, type Vault } from '../../../src/vault/vault.ts';
import { fieldOf } from '../../core/field/facts-of.ts';
import {
  account,
  FACTOR,
  MemorySession,
  PASSKEY,
  PASSWORD,
  QUICK_KDF,
  randomBytes,
  recoveryCode,
  World,
  type Dump,
} from '../../vault/world.ts';
import type { Seeded } from '../seeded.ts';
import { mutate, mutateBytes } from './mutate.ts';

/** One change and the look at it: null, or what went wrong. */
export type Fuzzer = (random: Seeded) => Promise<string | null>;

/** The answer, or the vault's error; everything else is a fault. */
async function orError<T>(request: Promise<T>): Promise<T | VaultError> {
  try {
    return await request;
  } catch (error) {
    if (error instanceof VaultError) return error;
    throw error;
  }
}

const NAMES = ['alice', 'bob', 'carol'];

/** What an open vault says is what was put in, or nothing: never something else. */
async function isTrue(vault: Vault, ids: readonly string[]): Promise<boolean> {
  const kept = await orError(vault.list());
  const settings = await orError(vault.settings());
  await orError(vault.damagedAccounts());
  await orError(vault.slots());
  if (!(settings instanceof VaultError) && settings.lockAfterMinutes !== 60) return false;
  if (kept instanceof VaultError) return true;
  const right = new Map(ids.map((id, index) => [id, account(NAMES[index] ?? '')]));
  if (kept.some(({ id, overview }) => !isDeepStrictEqual(overview, right.get(id)?.overview))) return false;
  for (const [id, whole] of right) {
    const read = await orError(vault.read(id));
    if (!(read instanceof VaultError) && !isDeepStrictEqual(read, whole)) return false;
  }
  return true;
}

/** What an object store takes: an entry that has lost its key, or its id, could not have been put there. */
function storable(dump: unknown, stores: readonly string[]): Dump | null {
  const entries = stores.map((store) => {
    const list = (dump as Record<string, unknown> | null)?.[store];
    const kept = (Array.isArray(list) ? list : []).flatMap((entry: unknown) => {
      const [, value] = (Array.isArray(entry) ? entry : []) as readonly unknown[];
      const id = (value as { readonly id?: unknown } | null | undefined)?.id;
      if (store !== 'slots' && store !== 'records')
        return value === undefined ? [] : [['vault', value] as const];
      return typeof id === 'string' ? [[id, value] as const] : [];
    });
    return [store, kept] as const;
  });
  return Object.fromEntries(entries);
}

/** A vault with a slot of each kind, of which everything that is stored may change, in the copy as well. */
async function stored(): Promise<Fuzzer> {
  const { world, vault } = await World.open();
  const ids = await vault.addAll(NAMES.map(account));
  await vault.changeSettings({ lockAfterMinutes: 60 });
  await vault.addPasskey(FACTOR, PASSKEY, 'phone');
  const { code } = await recoveryCode(vault, 'safe');
  const dump = await world.dump();
  const factors = [FACTOR, { type: 'recovery', code }, { type: 'passkey', output: PASSKEY.output }] as const;
  return async (random) => {
    const changed = storable(mutate(dump, random), Object.keys(dump));
    if (changed === null) return null;
    await world.restore(changed);
    await world.restore(random.below(2) === 0 ? dump : changed, '-copy');
    const next = world.start({ session: new MemorySession() });
    const opened = await orError(next.unlockWith(random.pick([...factors])));
    if (opened === 'open' && !(await isTrue(next, ids))) return JSON.stringify(changed);
    await orError(next.mend());
    await orError(next.restoreCopy(FACTOR));
    return (await isTrue(next, ids)) ? null : JSON.stringify(changed);
  };
}

/** What lies in the browser's memory while it is open, or waits for its PIN. */
async function session(): Promise<Fuzzer> {
  const { world, vault } = await World.open();
  const ids = await vault.addAll(NAMES.map(account));
  await vault.changeSettings({ lockAfterMinutes: 60 });
  await vault.setPin(FACTOR, '4711');
  const held = { vault: await world.session.get('vault'), pin: await world.session.get('pin') };
  return async (random) => {
    const changed = mutate(held, random) as typeof held | null;
    const memory = new MemorySession();
    for (const key of ['vault', 'pin'] as const) {
      const value = changed?.[key];
      if (value !== undefined) await memory.set(key, value);
    }
    const next = world.start({ session: memory });
    if (!(await isTrue(next, ids))) return JSON.stringify(changed);
    await next.lock();
    await orError(next.unlockWithPin('4711'));
    return (await isTrue(next, ids)) ? null : JSON.stringify(changed);
  };
}

/** A backup file: bytes, and members. */
async function backup(): Promise<Fuzzer> {
  const written = { created: 1_700_000_000_000, accounts: NAMES.map(account) };
  const file = await writeBackup(written, PASSWORD, QUICK_KDF, randomBytes);
  const parsed: unknown = JSON.parse(new TextDecoder().decode(file));
  return async (random) => {
    const changed =
      random.below(2) === 0
        ? mutateBytes(file, random)
        : new TextEncoder().encode(JSON.stringify(mutate(parsed, random)) ?? '');
    const read = await orError(readBackup(changed, PASSWORD, QUICK_KDF.argon2id));
    if (read === null || read instanceof VaultError || isDeepStrictEqual(read, { ...written, refused: [] }))
      return null;
    return new TextDecoder().decode(changed);
  };
}

const TICKET = 'b3b6f7c2-6a2b-4f0c-9a43-2f1f8f0c6d11';
const field = fieldOf({ name: 'code', autocomplete: 'one-time-code', label: 'Code' });

/** What a page's content script may send, by the guard that takes it. */
const MESSAGES: readonly (readonly [(message: unknown) => unknown, unknown])[] = [
  [
    parseFacts,
    {
      fields: [field, field],
      asksPassword: false,
      title: 'Sign in',
      pictures: 1,
      lists: [{ words: ['1234-5678'], near: 'Backup codes' }],
      printed: [{ text: 'otpauth://totp/x?secret=AAAA', near: ['Set-up'] }],
      messages: '',
      names: ['ada@example.com'],
    },
  ],
  [parseTicket, { ticket: TICKET }],
  [parseRedemption, { ticket: TICKET, occupied: true }],
  [parseCopied, { code: '123456' }],
  [parsePictures, [{ width: 2, height: 1, luma: 'AAE=' }]],
  [parseFillResult, 'filled'],
];

/** A message is refused, or taken for exactly what it says: what was taken is taken again, the same. */
async function messages(): Promise<Fuzzer> {
  for (const [guard, message] of MESSAGES) {
    if (!isDeepStrictEqual(guard(message), message)) throw new Error('what is mutated is not taken itself');
  }
  return async (random) => {
    const [guard, message] = MESSAGES[random.below(MESSAGES.length)] ?? [() => null, null];
    const changed = mutate(message, random);
    const taken = guard(changed);
    return taken === null || isDeepStrictEqual(guard(taken), taken) ? null : JSON.stringify(changed);
  };
}

export const fuzzers: Readonly<Record<string, () => Promise<Fuzzer>>> = { stored, session, backup, messages };

/** After so many changes, what is changed is made anew. */
const FRESH = 250;

/** So many changes; throws at the first that goes wrong, with its number: the same seed comes to it again. */
export async function fuzz(name: string, random: Seeded, rounds: number): Promise<void> {
  let fuzzer: Fuzzer | undefined;
  for (let round = 0; round < rounds; round++) {
    // Every vault that was opened holds its connection, and a database with thousands of them is slow.
    if (round % FRESH === 0) fuzzer = await fuzzers[name]?.();
    const wrong = await fuzzer?.(random).catch((error: unknown) => {
      throw new Error(`${name}, round ${round}: an error of no type of ours`, { cause: error });
    });
    if (wrong !== null) throw new Error(`${name}, round ${round}: ${wrong}`);
  }
}

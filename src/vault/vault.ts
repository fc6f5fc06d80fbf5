/**
 * The vault: the only door to the secrets. `format.ts` says what is stored, `contents.ts` reads and writes it,
 * `session-key.ts` keeps it open. Here stands who gets through the door, and when.
 *
 * Every request, reading ones too, waits for the one before: a lock never comes between two halves of something,
 * and no two writers undo each other.
 */
import type { Account } from '../core/account.ts';
import { anchorIn, type Anchor, type AnchorStore } from './anchor.ts';
import { Contents, type Edit, type KeptAccount } from './contents.ts';
import { backups, type Backups } from './backups.ts';
import { followedBy } from './copy.ts';
import { create } from './create.ts';
import { VaultError } from './errors.ts';
import { currentSession, whenOpen } from './admit.ts';
import { COPY, DATABASE, type Config, type Settings } from './format.ts';
import { KDF, type Kdf } from './kdf.ts';
import { keyring, type Keyring } from './keyring.ts';
import { deriveKeys } from './keys.ts';
import type { Older } from './migrate.ts';
import { begin, isAbsent, type Parts } from './parts.ts';
import { pinIn } from './pin.ts';
import { sessionKey, type LockReason, type SessionStore } from './session-key.ts';
import { rescue, type Rescue } from './rescue.ts';
import { sitesIn, withSite, type SiteChange, type Sites } from './sites.ts';
import { openStore, type Store } from './store.ts';

export { VaultError } from './errors.ts';
export type { KeptAccount } from './contents.ts';
export type { LockReason, SessionStore } from './session-key.ts';
export { siteIn, type SiteSettings } from './sites.ts';

type VaultState = 'absent' | 'locked' | 'open';

/** `lockAfterMinutes`: without use, after which the vault locks itself. */
export type VaultSettings = Settings;

export interface Vault extends Keyring, Rescue, Backups {
  state(): Promise<VaultState>;
  /** Makes the vault and opens it. The password is not empty. */
  create(password: string): Promise<void>;
  /** Makes one without a password: whoever can read the profile can read it. Only by a person's explicit choice. */
  createUnprotected(): Promise<void>;
  /** `wrong-password` also for a slot that was tampered with: nobody can tell these apart. */
  unlock(password: string): Promise<'open' | 'wrong-password'>;
  /** The password again, before something is shown. */
  check(password: string): Promise<boolean>;
  /** Takes effect at once, even while something is under way. */
  lock(because?: LockReason): Promise<void>;
  /**
   * Whether a later Countersign has made it: then it is opened, listed, used and carried away as far as it is what we
   * know, and everything that would write is `newer-version`. Also while it is locked.
   */
  isReadOnly(): Promise<boolean>;
  /** Why it is locked; null when it is not, or has not been open since the browser began. */
  whyLocked(): Promise<LockReason | null>;
  /** A person did something: the deadline moves. */
  touch(): Promise<void>;
  /** When it locks itself, in ms since the epoch; null when it is not open. */
  deadline(): Promise<number | null>;
  /**
   * All accounts that can be read, trashed ones too, in no order that means anything; `damaged` names the others.
   */
  list(): Promise<readonly KeptAccount[]>;
  read(id: string): Promise<Account>;
  /** Several at one moment, in the order of `ids`: one look at the store and the manifest for all of them. */
  readAll(ids: readonly string[]): Promise<readonly Account[]>;
  /** The same, with null for each that is not there or cannot be read. */
  readEach(ids: readonly string[]): Promise<readonly (Account | null)[]>;
  /** The new account's id. On disk when it answers, like all that follow. */
  add(account: Account): Promise<string>;
  /** All of them or none, as an import does it. Their ids, in their order. */
  addAll(accounts: readonly Account[]): Promise<readonly string[]>;
  /** All of them or none. An `edit` that gives back the account that it was given writes nothing. */
  change(ids: readonly string[], edit: (account: Account, id: string) => Account): Promise<void>;
  /** Deletes for good. Ids that are not there are gone already. */
  purge(ids: readonly string[]): Promise<void>;
  settings(): Promise<VaultSettings>;
  /** What is not named stays. The deadline follows at once. */
  changeSettings(settings: Partial<VaultSettings>): Promise<void>;
  /** All that holds on single sites. */
  sites(): Promise<Sites>;
  /** What is as before writes nothing. */
  changeSite(binding: string, change: SiteChange): Promise<void>;
}

export interface VaultDeps {
  readonly session: SessionStore;
  /** ms since the epoch, by the wall clock. */
  readonly now: () => number;
  /** From a cryptographic source. */
  readonly randomBytes: Parts['randomBytes'];
  /** Runs one work after the other, whichever vault object asks: a Web Lock. Not re-entrant. */
  readonly exclusive: Parts['exclusive'];
  /** Outside the vault's database; without it nobody notices that the whole vault was set back. */
  readonly anchor?: AnchorStore;
  readonly databaseName?: string;
  /** Formats before today's, the latest first: there are none. */
  readonly older?: readonly Older[];
  /** Tests derive keys at the floor. */
  readonly kdf?: Kdf;
}

/** Opens nothing yet: the vault that lies in the database, as soon as it is asked something. */
export function openVault(deps: VaultDeps): Vault {
  const anchor = anchorIn(deps.anchor ?? null);
  const kdf = deps.kdf ?? KDF;
  const parts: Parts = {
    ...stores(deps.databaseName ?? DATABASE, anchor),
    older: deps.older ?? [],
    anchor,
    session: sessionKey(deps.session, deps.now),
    pin: pinIn(deps.session, kdf, deps.randomBytes),
    kdf,
    randomBytes: deps.randomBytes,
    now: deps.now,
    exclusive: deps.exclusive,
  };
  const keys = keyring(parts);
  return { ...keys, ...rescue(parts), ...backups(parts), ...door(parts, keys), ...inside(parts) };
}

function stores(name: string, anchor: Anchor): Pick<Parts, 'store' | 'copy'> {
  const main = openStore(name, 'strict');
  // What a power cut takes back of it, it gets at the next unlocking.
  const copy = openStore(name + COPY, 'relaxed');
  const anchored: Store = {
    ...main,
    async commit(write) {
      await main.commit(write);
      await anchor.advance(write.vault, write.manifest.gen);
    },
  };
  return { store: followedBy(anchored, copy), copy };
}

/** Who gets in. */
function door(parts: Parts, keys: Keyring) {
  const { store, session, kdf, randomBytes, exclusive } = parts;
  const make = (factor: Parameters<typeof create>[1]): Promise<void> =>
    exclusive(async () => {
      if (!(await isAbsent(parts))) throw new VaultError('exists');
      await begin(parts, await create(store, factor, kdf, randomBytes));
    });
  return {
    state: () =>
      exclusive(async (): Promise<VaultState> => {
        if (await isAbsent(parts)) return 'absent';
        return (await currentSession(parts)) === null ? 'locked' : 'open';
      }),
    create: (password: string) => make({ type: 'password', password }),
    createUnprotected: () => make({ type: 'device' }),
    unlock: async (password: string) => {
      const outcome = await keys.unlockWith({ type: 'password', password });
      return outcome === 'open' ? outcome : 'wrong-password';
    },
    check: (password: string) => keys.checkWith({ type: 'password', password }),
    lock: async (because: LockReason = 'hand') => {
      await session.end(because);
      // And again after what was under way, which may have been an unlocking.
      await exclusive(() => session.end(because));
    },
    whyLocked: () => exclusive(async () => ((await currentSession(parts)) === null ? session.ended() : null)),
    isReadOnly: () => exclusive(() => store.isReadOnly()),
    touch: () => exclusive(() => session.extend()),
    deadline: () => exclusive(async () => (await currentSession(parts))?.lockAt ?? null),
  } satisfies Partial<Vault>;
}

/** What only an open vault answers. */
function inside(parts: Parts) {
  const { store, session, randomBytes } = parts;
  const withContents = <T>(work: (contents: Contents) => Promise<T>): Promise<T> =>
    whenOpen(parts, async (vaultKey) => work(new Contents(store, await deriveKeys(vaultKey()), randomBytes)));
  return {
    list: () => withContents((contents) => contents.list()),
    read: (id: string) =>
      withContents(async (contents) => {
        const [account] = await contents.accounts([id]);
        if (account === undefined) throw new VaultError('not-found', null, id);
        return account;
      }),
    readAll: (ids: readonly string[]) => withContents((contents) => contents.accounts(ids)),
    readEach: (ids: readonly string[]) => withContents((contents) => contents.readable(ids)),
    add: async (account: Account) => {
      const [id] = await withContents((contents) => contents.write([account]));
      return id ?? '';
    },
    addAll: (accounts: readonly Account[]) => withContents((contents) => contents.write(accounts)),
    change: (ids: readonly string[], edit: Edit) => withContents((contents) => contents.change(ids, edit)),
    purge: (ids: readonly string[]) => withContents((contents) => contents.purge(ids)),
    settings: () => withContents(async (contents) => settingsOf(await contents.config())),
    changeSettings: (settings: Partial<VaultSettings>) =>
      withContents(async (contents) => {
        await session.extend(await contents.changeConfig((config) => ({ ...config, ...settings })));
      }),
    sites: () => withContents(async (contents) => sitesIn(await contents.config())),
    changeSite: (binding: string, change: SiteChange) =>
      withContents(async (contents) => {
        await contents.changeConfig((config) => withSite(config, binding, change));
      }),
  } satisfies Partial<Vault>;
}

/** All but what is the vault's own business. */
function settingsOf({ pin: _pin, backedUpAt: _at, sites: _sites, ...settings }: Config): VaultSettings {
  return settings;
}

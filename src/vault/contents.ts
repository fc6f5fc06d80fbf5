/**
 * What is in the vault, to whoever has its keys. Every reading is checked against the manifest; every writing
 * seals first and then commits everything, the new manifest with it, in one transaction.
 */
import type { Account, AccountOverview } from '../core/account.ts';
import type { RandomBytes } from './box.ts';
import { commit, type Change } from './commit.ts';
import { openConfig, sealConfig } from './config.ts';
import { orNull, VaultError } from './errors.ts';
import type { Config, StoredConfig, StoredRecord } from './format.ts';
import type { VaultKeys } from './keys.ts';
import { revisionOf } from './manifest.ts';
import { openAccount, openOverview, sealRecord } from './record.ts';
import type { Store } from './store.ts';
import { uuid } from './uuid.ts';
import { verify, type Verified } from './verify.ts';

/** An account as it lies in the vault, with what a list needs of it. */
export interface KeptAccount {
  readonly id: string;
  readonly overview: AccountOverview;
}

export type Edit = (account: Account, id: string) => Account;

export class Contents {
  readonly #store: Store;
  readonly #keys: VaultKeys;
  readonly #randomBytes: RandomBytes;

  constructor(store: Store, keys: VaultKeys, randomBytes: RandomBytes) {
    this.#store = store;
    this.#keys = keys;
    this.#randomBytes = randomBytes;
  }

  /** Those that can be read. */
  async list(): Promise<readonly KeptAccount[]> {
    const { header, records } = await this.#read('all');
    const kept = records.map(async (record) => {
      const overview = await orNull(openOverview(this.#keys.records, header.id, record));
      return overview && { id: record.id, overview };
    });
    return (await Promise.all(kept)).filter((one) => one !== null);
  }

  /** In the order of `ids`, at one moment. */
  async accounts(ids: readonly string[]): Promise<readonly Account[]> {
    const there = await this.#read([...new Set(ids)]);
    const find = finder(there);
    return Promise.all(ids.map((id) => openAccount(this.#keys.records, there.header.id, find(id))));
  }

  /** The same, with null for each that is not there or cannot be read: one that is broken hides no other. */
  async readable(ids: readonly string[]): Promise<readonly (Account | null)[]> {
    const there = await this.#read([...new Set(ids)]);
    const find = finder(there);
    const read = async (id: string) => openAccount(this.#keys.records, there.header.id, find(id));
    return Promise.all(ids.map((id) => orNull(read(id))));
  }

  /** An `edit` that gives back the very account that it was given writes nothing for it. */
  async change(ids: readonly string[], edit: Edit): Promise<void> {
    const before = await this.#read([...new Set(ids)]);
    const records: StoredRecord[] = [];
    const find = finder(before);
    for (const id of new Set(ids)) {
      const account = await openAccount(this.#keys.records, before.header.id, find(id));
      const edited = edit(account, id);
      if (edited !== account) records.push(await this.#seal(before, id, edited));
    }
    if (records.length > 0) await this.#commit(before, { records });
  }

  /**
   * Adds all of these, and puts the others in the place of what has their ids, and edits the settings with the ids of those that
   * are added; all at once. The ids of those added.
   */
  async write(
    added: readonly Account[],
    changed: ReadonlyMap<string, Account> = new Map(),
    edit?: (config: Config, added: readonly string[]) => Config,
  ): Promise<readonly string[]> {
    const before = await this.#read([]);
    const ids = added.map(() => uuid(this.#randomBytes));
    const all = [...added.map((account, index) => [ids[index] ?? '', account] as const), ...changed];
    const records: StoredRecord[] = [];
    for (const [id, account] of all) records.push(await this.#seal(before, id, account));
    const { sealed } = edit ? await this.#edited(before, (config) => edit(config, ids)) : { sealed: null };
    if (records.length > 0 || sealed !== null) {
      await this.#commit(before, { records, ...(sealed === null ? {} : { config: sealed }) });
    }
    return ids;
  }

  /** Ids that are not there are gone already. */
  async purge(ids: readonly string[]): Promise<void> {
    const before = await this.#read([]);
    const strays = new Set(before.broken.map(({ id }) => id));
    const deletedRecords = [...new Set(ids)].filter(
      (id) => revisionOf(before.manifest, id) !== null || strays.has(id),
    );
    if (deletedRecords.length > 0) await this.#commit(before, { deletedRecords });
  }

  async config(): Promise<Config> {
    const { header, config } = await this.#read([]);
    return openConfig(this.#keys.config, header.id, config);
  }

  /** An `edit` that gives back the very config that it was given writes nothing. */
  async changeConfig(edit: (config: Config) => Config): Promise<Config> {
    const before = await this.#read([]);
    const { config, sealed } = await this.#edited(before, edit);
    if (sealed !== null) await this.#commit(before, { config: sealed });
    return config;
  }

  /** `sealed` is null where the `edit` has given back what it was given. */
  async #edited(
    { header, manifest, config }: Verified,
    edit: (config: Config) => Config,
  ): Promise<{ readonly config: Config; readonly sealed: StoredConfig | null }> {
    const there = await openConfig(this.#keys.config, header.id, config);
    const edited = edit(there);
    if (edited === there) return { config: there, sealed: null };
    const sealed = await sealConfig(
      this.#keys.config,
      header.id,
      manifest.cfg + 1,
      edited,
      this.#randomBytes,
    );
    return { config: edited, sealed };
  }

  async #read(ids: readonly string[] | 'all'): Promise<Verified> {
    return verify(this.#keys, await this.#store.snapshot(ids));
  }

  #seal({ header, manifest }: Verified, id: string, account: Account): Promise<StoredRecord> {
    const rev = (revisionOf(manifest, id) ?? 0) + 1;
    return sealRecord(this.#keys.records, header.id, id, rev, account, this.#randomBytes);
  }

  #commit(before: Verified, change: Change): Promise<void> {
    return commit(this.#store, this.#keys.manifest, before, change, this.#randomBytes);
  }
}

/** Gives a record by its id, or throws what is wrong with it. */
function finder({ records, broken }: Verified): (id: string) => StoredRecord {
  const byId = new Map(records.map((record) => [record.id, record]));
  return (id) => {
    const record = byId.get(id);
    if (record !== undefined) return record;
    throw broken.find((error) => error.id === id) ?? new VaultError('not-found', null, id);
  };
}

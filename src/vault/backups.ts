/** Backups of an open vault: made, looked into, and restored. */
import { whenOpen } from './admit.ts';
import type { AccountOverview } from '../core/account.ts';
import type { RefusedAccount } from './account-json.ts';
import { readBackup, writeBackup, type Backup, type ReadBackup } from './backup-file.ts';
import { sitesToBackup, withBackupSites } from './backup-sites.ts';
import { Contents } from './contents.ts';
import { openRecords } from './damage.ts';
import { VaultError } from './errors.ts';
import type { Factor } from './factor.ts';
import type { Bytes, Config } from './format.ts';
import { deriveKeys, type VaultKeys } from './keys.ts';
import { canonical, compare, plan, type Compared, type Held, type Restoring } from './merge.ts';
import type { Parts } from './parts.ts';
import { openWith } from './unlock.ts';

interface BackupFile {
  readonly file: Bytes;
  /** How many accounts are in it. */
  readonly accounts: number;
  /** The ids of those that could not be read, and are not in it. */
  readonly leftOut: readonly string[];
}

/** What restoring a backup would do; nothing of a secret. */
interface Preview {
  /** ms since the epoch. */
  readonly created: number;
  /** Every account in it that can be taken. */
  readonly accounts: readonly (Pick<Compared, 'comparison'> & { readonly overview: AccountOverview })[];
  /** The others, and why. */
  readonly refused: readonly RefusedAccount[];
  /** How many would go to the trash if the vault were replaced. */
  readonly others: number;
  /** For how many sites something is chosen in it; null for one that says nothing of sites. */
  readonly sites: number | null;
}

interface Restored {
  readonly added: number;
  readonly changed: number;
  readonly trashed: number;
}

/** For the reminder to make one. */
interface LastBackup {
  /** When it was kept, in ms since the epoch; null when none was. */
  readonly at: number | null;
  /** How many accounts that are not in the trash were kept after it. */
  readonly accountsSince: number;
}

/** `wrong` is said of a factor that opens nothing, and of another password than the file's. */
export interface Backups {
  /**
   * All accounts in a file under a password of its own, which is not empty. It has been read back when it is handed
   * out. With a factor, like all that lets secrets out: an open vault that was left alone must not be carried away.
   */
  backup(factor: Factor, password: string): Promise<BackupFile | 'wrong'>;
  /** A person has the file of a backup: from now on it is the last one. */
  backedUp(): Promise<void>;
  lastBackup(): Promise<LastBackup>;
  /** `unreadable` for what is no backup or a broken one; single accounts of it may be refused. */
  readBackup(file: Bytes, password: string): Promise<Preview | 'wrong'>;
  /** All of it or nothing. */
  restoreBackup(file: Bytes, password: string, how: Restoring): Promise<Restored | 'wrong'>;
}

function wipe(accounts: readonly Held['account'][]): void {
  for (const { secret } of accounts) secret.secret.fill(0);
}

/** Throws `unreadable` if anything at all is not there as it was. */
async function readBack({ kdf }: Parts, file: Bytes, password: string, written: Backup): Promise<void> {
  const read = await readBackup(file, password, kdf.argon2id);
  const isSame =
    read?.created === written.created &&
    read.refused.length === 0 &&
    read.accounts.length === written.accounts.length &&
    JSON.stringify(read.sites) === JSON.stringify(written.sites) &&
    read.accounts.every((account, index) => {
      const before = written.accounts[index];
      return before !== undefined && canonical(account) === canonical(before);
    });
  if (read !== null) wipe(read.accounts);
  if (!isSame) throw new VaultError('unreadable', 'backup');
}

async function make(parts: Parts, keys: VaultKeys, password: string): Promise<BackupFile> {
  const config = await new Contents(parts.store, keys, parts.randomBytes).config();
  const { accounts: held, broken } = await openRecords(keys, await parts.store.snapshot('all'));
  const ids = held.map(({ id }) => id);
  const accounts = held.map(({ account }) => account);
  const written = { created: parts.now(), accounts, sites: sitesToBackup(config, ids) };
  try {
    const file = await writeBackup(written, password, parts.kdf, parts.randomBytes);
    await readBack(parts, file, password, written);
    const leftOut = broken.map(({ id }) => id).filter((id) => id !== null);
    return { file, accounts: held.length, leftOut };
  } finally {
    wipe(written.accounts);
  }
}

/** Works with what a backup holds and what the vault holds, and wipes both. */
function whenCompared<T>(
  parts: Parts,
  file: Bytes,
  password: string,
  work: (there: {
    readonly keys: VaultKeys;
    readonly backup: ReadBackup;
    readonly held: readonly Held[];
    readonly compared: readonly Compared[];
  }) => Promise<T> | T,
): Promise<T | 'wrong'> {
  return whenOpen(parts, async (vaultKey) => {
    const backup = await readBackup(file, password, parts.kdf.argon2id);
    if (backup === null) return 'wrong';
    const keys = await deriveKeys(vaultKey());
    const { accounts: held } = await openRecords(keys, await parts.store.snapshot('all'));
    try {
      const compared = compare(held, backup.accounts);
      return await work({ keys, backup, held, compared });
    } finally {
      wipe([...backup.accounts, ...held.map(({ account }) => account)]);
    }
  });
}

/** What it does to the settings; nothing, where the backup says nothing of sites. */
function sitesEdit(
  { sites }: ReadBackup,
  compared: readonly Compared[],
  how: Restoring,
): ((config: Config, added: readonly string[]) => Config) | undefined {
  if (sites === undefined) return undefined;
  return (config, added) => {
    const fresh = added.values();
    const ids = compared.map(({ held }) => held?.id ?? fresh.next().value ?? '');
    return withBackupSites(config, sites, ids, how);
  };
}

export function backups(parts: Parts): Backups {
  const { store, kdf, randomBytes, now } = parts;
  return {
    backup: (factor, password) =>
      whenOpen(parts, async () => {
        if (password === '') throw new RangeError('empty password');
        const opened = await openWith(store, factor, kdf.argon2id);
        return opened === null ? 'wrong' : make(parts, await deriveKeys(opened.vaultKey), password);
      }),
    backedUp: () =>
      whenOpen(parts, async (vaultKey) => {
        const contents = new Contents(store, await deriveKeys(vaultKey()), randomBytes);
        await contents.changeConfig((config) => ({ ...config, backedUpAt: now() }));
      }),
    lastBackup: () =>
      whenOpen(parts, async (vaultKey) => {
        const contents = new Contents(store, await deriveKeys(vaultKey()), randomBytes);
        const { backedUpAt: at = null } = await contents.config();
        const accounts = (await contents.list()).map(({ overview }) => overview);
        const since = accounts.filter(({ state, created }) => state !== 'trashed' && created > (at ?? 0));
        return { at, accountsSince: since.length };
      }),
    readBackup: (file, password) =>
      whenCompared(parts, file, password, ({ backup: { created, refused, sites }, held, compared }) => ({
        created,
        refused,
        sites: sites === undefined ? null : Object.keys(sites).length,
        accounts: compared.map(({ comparison, account: { overview } }) => ({ comparison, overview })),
        others: plan(held, compared, 'replace', now()).trashed.size,
      })),
    restoreBackup: (file, password, how) =>
      whenCompared(parts, file, password, async ({ keys, backup, held, compared }) => {
        const { added, changed, trashed } = plan(held, compared, how, now());
        const edit = sitesEdit(backup, compared, how);
        await new Contents(store, keys, randomBytes).write(added, new Map([...changed, ...trashed]), edit);
        return { added: added.length, changed: changed.size, trashed: trashed.size };
      }),
  };
}

/** What to do when something is wrong with the vault. */
import { whenOpen } from './admit.ts';
import type { AccountOverview } from '../core/account.ts';
import type { Rollback } from './anchor.ts';
import { commit } from './commit.ts';
import { recordsFrom, renew } from './copy.ts';
import { damageIn } from './damage.ts';
import { orNull, VaultError } from './errors.ts';
import type { Factor } from './factor.ts';
import { deriveKeys, type VaultKeys } from './keys.ts';
import { begin, type Parts } from './parts.ts';
import { openOverview } from './record.ts';
import type { Snapshot, Store } from './store.ts';
import { readHeader, readOwnHeader } from './stored.ts';
import { openWith, type Opened } from './unlock.ts';
import { verify, type Verified } from './verify.ts';

/** A record that cannot be read. */
interface DamagedAccount {
  readonly id: string;
  readonly reason: 'damaged' | 'newer-version';
  /** What it is, where its overview, or that of the copy, can still be read; else null. */
  readonly overview: AccountOverview | null;
}

export interface Rescue {
  /**
   * Of each record that cannot be read, why: with the reason `damaged`, or `newer-version` for what a later
   * Countersign has written. All others go on as if nothing were. Purging one gives it up.
   */
  damaged(): Promise<readonly VaultError[]>;
  /** The same, by the names that they have. */
  damagedAccounts(): Promise<readonly DamagedAccount[]>;
  /** Takes from the copy those that it still has as they were. Their ids. */
  mend(): Promise<readonly string[]>;
  /** Whether there is a copy that may be restored, of whatever vault. */
  hasCopy(): Promise<boolean>;
  /**
   * Puts the copy in the place of a vault that is gone, that does not open, or that is older than the copy, and
   * opens it. `exists` for another vault, or one that is as new as the copy and opens; `absent` without a copy.
   */
  restoreCopy(factor: Factor): Promise<'restored' | 'wrong'>;
  /** Makes the copy anew of the open vault, also in the place of another vault's. */
  renewCopy(): Promise<void>;
  /** Not null when the vault was found older than it was last seen, until that is accepted. */
  rollback(): Promise<Rollback | null>;
  acceptRollback(): Promise<void>;
}

/** The generation of what lies in the vault's place, null when that is nothing, or does not authenticate. */
async function generationThere({ store }: Parts, { header, vaultKey }: Opened): Promise<number | null> {
  try {
    const snapshot = await store.snapshot([]);
    if (snapshot.header === undefined) return null;
    if (readHeader(snapshot.header).id !== header.id) throw new VaultError('exists');
    return (await verify(await deriveKeys(vaultKey.slice()), snapshot)).manifest.gen;
  } catch (error) {
    if (error instanceof VaultError && error.reason === 'damaged') return null;
    throw error;
  }
}

async function opensWith({ store, kdf }: Parts, factor: Factor): Promise<boolean> {
  try {
    const opened = await openWith(store, factor, kdf.argon2id);
    opened?.vaultKey.fill(0);
    return opened !== null;
  } catch (error) {
    if (error instanceof VaultError && error.reason === 'damaged') return false;
    throw error;
  }
}

/** Throws `exists` when what lies in the vault's place is not to be written over. */
async function expectLost(parts: Parts, opened: Opened, factor: Factor): Promise<void> {
  const gen = (await generationThere(parts, opened)) ?? 0;
  // Nobody gets past a change of the password with a copy from before it. At the same generation the factor is the
  // same, and what it opens in the copy but not in the vault is broken there.
  if (gen > opened.gen || (gen === opened.gen && (await opensWith(parts, factor)))) {
    throw new VaultError('exists');
  }
}

async function restore(parts: Parts, opened: Opened, factor: Factor): Promise<void> {
  const { store, copy, anchor } = parts;
  await expectLost(parts, opened, factor);
  await store.replace(await copy.snapshot('all'));
  const rollback = await anchor.rollback(opened.header.id);
  if (rollback !== null && opened.gen >= rollback.seen) await anchor.accept(opened.header.id, opened.gen);
  else await anchor.found(opened.header.id, opened.gen);
  await begin(parts, opened);
}

async function mend({ store, copy, randomBytes }: Parts, keys: VaultKeys): Promise<readonly string[]> {
  const snapshot = await store.snapshot('all');
  const wanted = (await damageIn(keys, snapshot)).map(({ id }) => id).filter((id) => id !== null);
  if (wanted.length === 0) return [];
  const before = await verify(keys, snapshot);
  const records = await recordsFrom(copy, keys, before, wanted);
  if (records.length > 0) await commit(store, keys.manifest, before, { records }, randomBytes);
  return records.map(({ id }) => id);
}

async function describeDamage({ store, copy }: Parts, keys: VaultKeys): Promise<readonly DamagedAccount[]> {
  const snapshot = await store.snapshot('all');
  const broken = (await damageIn(keys, snapshot)).filter(({ id }) => id !== null);
  const ids = broken.map(({ id }) => id ?? '');
  const names = new Map([
    ...(ids.length === 0 ? [] : await overviewsIn(keys, () => copy.snapshot(ids))),
    ...(await overviewsIn(keys, async () => snapshot)),
  ]);
  return broken.map(({ id, reason }) => ({
    id: id ?? '',
    reason: reason === 'newer-version' ? reason : 'damaged',
    overview: names.get(id ?? '') ?? null,
  }));
}

/** By id, those that can be read; none of what is no snapshot of this vault. */
async function overviewsIn(
  keys: VaultKeys,
  take: () => Promise<Snapshot>,
): Promise<ReadonlyMap<string, AccountOverview>> {
  const overviews = new Map<string, AccountOverview>();
  try {
    const { header, records } = await verify(keys, await take());
    for (const record of records) {
      const overview = await orNull(openOverview(keys.records, header.id, record));
      if (overview !== null) overviews.set(record.id, overview);
    }
  } catch (error) {
    if (!(error instanceof VaultError)) throw error;
  }
  return overviews;
}

/** Works with what the manifest of the open vault says. */
function whenVerified<T>(parts: Parts, work: (there: Verified) => Promise<T>): Promise<T> {
  return whenOpen(parts, async (vaultKey) =>
    work(await verify(await deriveKeys(vaultKey()), await parts.store.snapshot([]))),
  );
}

async function isThere(copy: Store): Promise<boolean> {
  try {
    return (await copy.header()) !== undefined;
  } catch (error) {
    if (error instanceof VaultError && error.reason === 'damaged') return false;
    throw error;
  }
}

export function rescue(parts: Parts): Rescue {
  const { store, copy, anchor, kdf, exclusive } = parts;
  return {
    damaged: () =>
      whenOpen(parts, async (vaultKey) =>
        damageIn(await deriveKeys(vaultKey()), await store.snapshot('all')),
      ),
    damagedAccounts: () =>
      whenOpen(parts, async (vaultKey) => describeDamage(parts, await deriveKeys(vaultKey()))),
    mend: () => whenOpen(parts, async (vaultKey) => mend(parts, await deriveKeys(vaultKey()))),
    hasCopy: () => exclusive(() => isThere(copy)),
    restoreCopy: (factor) =>
      exclusive(async () => {
        readOwnHeader(await copy.header());
        const opened = await openWith(copy, factor, kdf.argon2id);
        if (opened === null) return 'wrong';
        await restore(parts, opened, factor).finally(() => opened.vaultKey.fill(0));
        return 'restored';
      }),
    renewCopy: () => whenOpen(parts, async (vaultKey) => renew(store, copy, await deriveKeys(vaultKey()))),
    rollback: () => whenVerified(parts, ({ header }) => anchor.rollback(header.id)),
    acceptRollback: () =>
      whenVerified(parts, ({ header, manifest }) => anchor.accept(header.id, manifest.gen)),
  };
}

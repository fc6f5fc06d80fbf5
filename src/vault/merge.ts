/** What a backup would change in a vault: pure, and the same for the preview as for the restoring. */
import type { Account, AccountOverview, AccountSecret } from '../core/account.ts';
import { toBase64 } from '../core/bytes.ts';
import { accountToJson } from './account-json.ts';

/** An account in the vault, whole. */
export interface Held {
  readonly id: string;
  readonly account: Account;
}

/**
 * - `new`: the vault does not have its secret.
 * - `same`: the vault has it exactly so.
 * - `changed`: the vault has its secret, but something else of it is different.
 */
type Comparison = 'new' | 'same' | 'changed';

/** An account of a backup, beside the one in the vault that it is. */
export interface Compared {
  readonly comparison: Comparison;
  readonly account: Account;
  /** null when it is new. */
  readonly held: Held | null;
}

/**
 * - `merge`: what is new is added, and all else stays as it is in the vault.
 * - `replace`: the vault has what the backup has, as it has it; the other accounts go to the trash.
 */
export type Restoring = 'merge' | 'replace';

/** What is to be written. */
export interface Plan {
  readonly added: readonly Account[];
  readonly changed: ReadonlyMap<string, Account>;
  readonly trashed: ReadonlyMap<string, Account>;
}

export function canonical(account: Account): string {
  return JSON.stringify(accountToJson(account));
}

/** An account is its secret, and how it counts: everything else of it can be edited. */
function identity({ overview, secret }: Account): string {
  return `${overview.parameters.kind} ${toBase64(secret.secret)}`;
}

function takeFirst(from: Held[] | undefined, wanted: (held: Held) => boolean): Held | null {
  const at = from?.findIndex(wanted) ?? -1;
  return from?.splice(at, at < 0 ? 0 : 1)[0] ?? null;
}

/** Each account of the backup, in its order, with at most one of the vault's, and each of these at most once. */
export function compare(held: readonly Held[], accounts: readonly Account[]): readonly Compared[] {
  const free = new Map<string, Held[]>();
  for (const one of held) {
    const key = identity(one.account);
    free.set(key, [...(free.get(key) ?? []), one]);
  }
  // Exact ones first, or of two accounts with one secret each could be taken for the other, changed.
  const exact = accounts.map((account) => {
    const text = canonical(account);
    return takeFirst(free.get(identity(account)), (one) => canonical(one.account) === text);
  });
  return accounts.map((account, index) => {
    const same = exact[index] ?? null;
    if (same !== null) return { comparison: 'same', account, held: same };
    const other = takeFirst(free.get(identity(account)), () => true);
    return { comparison: other === null ? 'new' : 'changed', account, held: other };
  });
}

/** Never back behind what the site has seen: a counter that has counted, a recovery code that was used. */
function secretAfter(before: AccountSecret, restored: AccountSecret): AccountSecret {
  const used = new Map(before.recoveryCodes.map(({ code, usedAt }) => [code, usedAt]));
  return {
    secret: restored.secret,
    counter: Math.max(before.counter, restored.counter),
    recoveryCodes: restored.recoveryCodes.map(({ code, usedAt }) => ({
      code,
      usedAt: usedAt ?? used.get(code) ?? null,
    })),
  };
}

function accountAfter(before: Account, restored: Account): Account {
  const secret = secretAfter(before.secret, restored.secret);
  const { recoveryCodes } = secret;
  const left = recoveryCodes.filter(({ usedAt }) => usedAt === null).length;
  const recovery = recoveryCodes.length === 0 ? null : { left, total: recoveryCodes.length };
  return { overview: { ...restored.overview, recovery }, secret };
}

/** `now` in ms since the epoch. */
function trashed(overview: AccountOverview, now: number): AccountOverview {
  if (overview.state === 'trashed') return overview;
  return { ...overview, state: 'trashed', since: now, trashedFrom: overview.state };
}

/** `now` in ms since the epoch. */
export function plan(
  held: readonly Held[],
  compared: readonly Compared[],
  how: Restoring,
  now: number,
): Plan {
  const added = compared.filter((one) => one.held === null).map(({ account }) => account);
  if (how === 'merge') return { added, changed: new Map(), trashed: new Map() };
  const changed = new Map<string, Account>();
  for (const { comparison, held: before, account } of compared) {
    if (comparison === 'changed' && before !== null) {
      changed.set(before.id, accountAfter(before.account, account));
    }
  }
  const kept = new Set(compared.map((one) => one.held?.id));
  const others = held.filter(({ id, account }) => !kept.has(id) && account.overview.state !== 'trashed');
  const inTrash = others.map(
    ({ id, account }) => [id, { ...account, overview: trashed(account.overview, now) }] as const,
  );
  return { added, changed, trashed: new Map(inTrash) };
}

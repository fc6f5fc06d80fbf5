/** What may become of an account: one table of transitions, each with its reason, and what else changes on the way. */
import type { Account, AccountOverview, AccountState, Reason, RecoveryCode } from '../account.ts';
import { countCodes, markUsed } from '../recovery/codes.ts';

interface Transition {
  readonly from: readonly AccountState[];
  /** `before`: the state that it had when it went to the trash. */
  readonly to: AccountState | 'before';
}

/**
 * Every way from one state to another. What is not here does not happen: a code that the site takes of an account
 * in the trash brings it not back, and a pending one is never off, for the site never had it on.
 */
export const TRANSITIONS: Readonly<Record<Reason, Transition>> = {
  accepted: { from: ['pending', 'off'], to: 'active' },
  confirmed: { from: ['pending', 'off'], to: 'active' },
  recovered: { from: ['active'], to: 'off' },
  'switched-off': { from: ['active'], to: 'off' },
  removed: { from: ['pending', 'active', 'off'], to: 'trashed' },
  replaced: { from: ['pending', 'active', 'off'], to: 'trashed' },
  restored: { from: ['trashed'], to: 'before' },
};

/** The account after it (`now` in ms since the epoch), or the very same where the table has no such way. */
export function move(account: Account, because: Reason, now: number): Account {
  const { overview } = account;
  const { from, to } = TRANSITIONS[because];
  const state = to === 'before' ? overview.trashedFrom : to;
  if (!from.includes(overview.state) || state === null) return account;
  const trashedFrom = state === 'trashed' && overview.state !== 'trashed' ? overview.state : null;
  return { ...account, overview: { ...overview, state, because, since: now, trashedFrom } };
}

/** The site has accepted this recovery code. */
export function spendRecoveryCode(account: Account, code: string, now: number): Account {
  return withCodes(account, markUsed(account.secret.recoveryCodes, code, now));
}

function withCodes(account: Account, recoveryCodes: readonly RecoveryCode[]): Account {
  return {
    overview: { ...account.overview, recovery: countCodes(recoveryCodes) },
    secret: { ...account.secret, recoveryCodes },
  };
}

/**
 * A new list replaces the old one as a whole: that is what providers do with it. The old one goes to the trash, for
 * a page may have shown something else that looked like a list.
 */
export function withRecoveryCodes(account: Account, codes: readonly RecoveryCode[], now: number): Account {
  const { recoveryCodes: old, retiredCodes = [] } = account.secret;
  const changed = withCodes(account, codes);
  if (old.length === 0) return changed;
  return {
    ...changed,
    secret: {
      ...changed.secret,
      retiredCodes: [{ at: now, codes: old }, ...retiredCodes].filter(isKept(now)),
    },
  };
}

/** The newest list out of the trash, the one that is in use in its place. */
export function restoreRecoveryCodes(account: Account, now: number): Account {
  const [newest, ...older] = account.secret.retiredCodes ?? [];
  if (newest === undefined) return account;
  const without = { ...account, secret: { ...account.secret, retiredCodes: older } };
  return withRecoveryCodes(without, newest.codes, now);
}

/** The site's support was asked at `now` (ms since the epoch) to give the account back, or, by null, is no longer. */
export function withSupportCase(account: Account, now: number | null): Account {
  const { supportCase: _, ...overview } = account.overview;
  return { ...account, overview: now === null ? overview : { ...overview, supportCase: now } };
}

/** Whether `other` is the same account at the same site: then, once `account` is accepted, it is out of date. */
export function isSupersededBy(other: AccountOverview, account: AccountOverview): boolean {
  return (
    other.state !== 'trashed' &&
    other.issuer === account.issuer &&
    other.name === account.name &&
    other.hosts.some((host) => account.hosts.includes(host))
  );
}

/** How long the trash is kept: 30 days. */
const TRASH = 30 * 86_400_000;

const isKept =
  (now: number) =>
  ({ at }: { readonly at: number }): boolean =>
    now - at <= TRASH;

/** When an account that is in the trash is deleted for good, in ms since the epoch. */
export function purgedAt({ since }: AccountOverview): number {
  return since + TRASH;
}

export function isPurgeable(overview: AccountOverview, now: number): boolean {
  return overview.state === 'trashed' && !isKept(now)({ at: overview.since });
}

/** What a person has corrected of it. */
export function edited(
  account: Account,
  change: Pick<AccountOverview, 'issuer' | 'name' | 'hosts'>,
): Account {
  return { ...account, overview: { ...account.overview, ...change } };
}

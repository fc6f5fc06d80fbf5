/** What may become of an account: each change of state in one place, with its reason. */
import type { Account, AccountOverview, AccountState } from '../account.ts';
import { countCodes, markUsed } from '../recovery/codes.ts';

function enter(
  overview: AccountOverview,
  state: Exclude<AccountState, 'trashed'>,
  now: number,
): AccountOverview {
  return { ...overview, state, since: now, trashedFrom: null };
}

/** The site has accepted a code of it, or the person says so. */
export function activate(account: Account, now: number): Account {
  return account.overview.state === 'active'
    ? account
    : { ...account, overview: enter(account.overview, 'active', now) };
}

/** Removed by the person, or replaced by a newer secret that the site has accepted. Nothing of it is lost. */
export function trash(account: Account, now: number): Account {
  const { overview } = account;
  if (overview.state === 'trashed') return account;
  return { ...account, overview: { ...overview, state: 'trashed', since: now, trashedFrom: overview.state } };
}

/** Out of the trash, as what it was. */
export function restore(account: Account, now: number): Account {
  const { trashedFrom } = account.overview;
  return trashedFrom === null ? account : { ...account, overview: enter(account.overview, trashedFrom, now) };
}

/** The site has accepted this recovery code. */
export function spendRecoveryCode(account: Account, code: string, now: number): Account {
  return withRecoveryCodes(account, markUsed(account.secret.recoveryCodes, code, now));
}

/** A new list replaces the old one as a whole: that is what providers do with it. */
export function withRecoveryCodes(
  account: Account,
  recoveryCodes: Account['secret']['recoveryCodes'],
): Account {
  return {
    overview: { ...account.overview, recovery: countCodes(recoveryCodes) },
    secret: { ...account.secret, recoveryCodes },
  };
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

/** Days in the trash after which an account is deleted for good. */
const TRASH_DAYS = 30;

export function isPurgeable(overview: AccountOverview, now: number): boolean {
  return overview.state === 'trashed' && now - overview.since > TRASH_DAYS * 86_400_000;
}

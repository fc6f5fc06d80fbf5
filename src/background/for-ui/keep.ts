/** Keeps what was found. */
import type { Account, AccountOverview } from '../../core/account.ts';
import type { Source } from '../../messages/contract.ts';
import type { Desk } from '../desk.ts';
import { withSecretOf, type Candidate } from '../find.ts';

export async function keep(
  desk: Desk,
  { enrolment }: Candidate,
  source: Source,
  host: string | null,
): Promise<void> {
  const { vault } = desk;
  const same = await withSecretOf(enrolment, vault);
  if (same !== null) {
    await vault.change([same], (account) => bound(account, host));
    return;
  }
  const { issuer, name, parameters, secret, counter } = enrolment;
  const now = desk.now();
  const overview: AccountOverview = {
    issuer,
    name,
    parameters,
    // Off a set-up page, it is good for nothing until the site has accepted a code of it.
    state: source.from === 'page' && host !== null ? 'pending' : 'active',
    since: now,
    created: now,
    hosts: host === null ? [] : [host],
    recovery: null,
    trashedFrom: null,
  };
  await vault.add({ overview, secret: { secret, counter, recoveryCodes: [] } });
}

/** The account, offered there too. */
export function bound(account: Account, host: string | null): Account {
  const { hosts } = account.overview;
  if (host === null || hosts.includes(host)) return account;
  return { ...account, overview: { ...account.overview, hosts: [...hosts, host] } };
}

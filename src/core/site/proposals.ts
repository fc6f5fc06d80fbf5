/**
 * Which accounts may belong to a host that none is bound to: those that are bound to another host of the same owner, and
 * those that are bound to none and whose issuer is at home there. Enough to ask the person, never to release a code: an
 * owner may lend single hosts to strangers, and an issuer's name is whatever a QR code says.
 */
import { domainsOf } from './issuers.ts';
import { issuerHost, sameSite, type Site } from './site.ts';

export interface Unbound {
  readonly id: string;
  readonly issuer: string;
  readonly hosts: readonly string[];
}

export interface Proposal {
  readonly account: string;
  /** The host of the same owner that it is bound to; null where only its issuer says so. */
  readonly kept: string | null;
}

/** None where an account is bound to the host already, or where others may have written the page. */
export function proposalsFor(site: Site, accounts: readonly Unbound[]): readonly Proposal[] {
  const { host, secure } = site;
  if (!secure || accounts.some(({ hosts }) => hosts.includes(host))) return [];
  const related = accounts.flatMap(({ id, hosts }) => {
    const kept = hosts.find((other) => sameSite(other, host));
    return kept === undefined ? [] : [{ account: id, kept }];
  });
  const named = accounts.filter(({ hosts, issuer }) => hosts.length === 0 && isOfIssuer(site, issuer));
  return [...related, ...named.map(({ id }) => ({ account: id, kept: null }))];
}

function isOfIssuer({ host }: Site, issuer: string): boolean {
  const homes = [issuerHost(issuer), ...domainsOf(issuer)];
  return homes.some((home) => home !== null && sameSite(home, host));
}

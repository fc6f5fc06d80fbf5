/** What a person should know of a page's host before they type a code there: said in our own interface alone. */
import { domainsOf } from '../core/site/issuers.ts';
import { looksLike } from '../core/site/look-alike.ts';
import type { Site } from '../core/site/site.ts';
import type { Caution } from '../messages/contract.ts';
import type { Desk } from './desk.ts';

/** Nothing while the vault is locked: the hosts are in it. */
export async function cautionAbout({ vault }: Pick<Desk, 'vault'>, site: Site): Promise<Caution | null> {
  if ((await vault.state()) !== 'open') return null;
  const kept = (await vault.list()).filter(({ overview }) => overview.state !== 'trashed');
  const bound = kept.flatMap(({ overview }) => overview.hosts);
  if (bound.includes(site.binding)) return null;
  // Only where it came without encryption are these two not the same.
  if (bound.includes(site.host)) return { says: 'unencrypted' };
  // An account that is bound to nothing yet can be lured away too: from where its issuer is at home.
  const homes = kept.flatMap(({ overview: { hosts, issuer } }) =>
    hosts.length === 0 ? domainsOf(issuer) : [],
  );
  const hosts = [...bound.map((binding) => binding.replace(/^http:\/\//, '')), ...homes];
  const alike = looksLike(site.host, hosts);
  return alike === null ? null : { says: 'look-alike', kept: alike };
}

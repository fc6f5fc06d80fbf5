/** Accounts that may belong to a page that asks for a code, and none of which is bound to it: our own interface asks. */
import { isQuiet } from '../core/field/judgement.ts';
import { proposalsFor, type Proposal } from '../core/site/proposals.ts';
import { siteOf } from '../core/site/site.ts';
import { siteIn, type Vault } from '../vault/vault.ts';
import { fieldWanting } from './offers.ts';
import type { Sight } from './sight.ts';

/** More are no question any more. */
const MOST = 5;

/** `host` is the binding of the document that the sight is of. */
export async function proposalsAt(
  vault: Pick<Vault, 'list' | 'sites' | 'state'>,
  { situation, setUp }: Sight,
  host: string,
): Promise<readonly Proposal[]> {
  if (setUp || !asksAtSignIn(situation.judgements) || (await vault.state()) !== 'open') return [];
  // One that came without encryption is bound by its origin, and has a question of its own.
  const site = host.includes('://') ? null : siteOf(`https://${host}`);
  if (site === null) return [];
  const usable = (await vault.list()).filter(
    ({ overview: { state } }) => state === 'active' || state === 'pending',
  );
  const unbound = usable.map(({ id, overview: { issuer, hosts } }) => ({ id, issuer, hosts }));
  const { refused } = siteIn(await vault.sites(), host);
  const open = proposalsFor(site, unbound).filter(({ account }) => !refused.includes(account));
  return open.slice(0, MOST);
}

/** The confirm field of a set-up wants a code of the new secret, and what was sent some other way is none of ours. */
function asksAtSignIn(judgements: Sight['situation']['judgements']): boolean {
  const code = fieldWanting(judgements, 'code');
  if (code !== undefined) return code.kind !== 'setup-confirm' && !isQuiet(code);
  return fieldWanting(judgements, 'recovery') !== undefined;
}

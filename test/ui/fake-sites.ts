/** What is chosen for sites, behind the fake background. */
import type { AccountView, FromUi, PageView, SiteView } from '../../src/messages/contract.ts';
import type { Handlers } from '../../src/messages/rpc.ts';

export interface SitesWorld {
  page: PageView;
  sites: SiteView[];
  offersInPages: boolean;
  accounts: AccountView[];
}

type SiteCalls = Pick<
  Handlers<FromUi, null>,
  'sites' | 'setSite' | 'offersInPages' | 'setOffersInPages' | 'bindHere' | 'refuseHere'
>;

export function sites(world: SitesWorld): SiteCalls {
  return {
    sites: () => world.sites,
    setSite: ({ host, choices }) => {
      const { never } = change(world, host, choices);
      if (host === world.page.binding) world.page = { ...world.page, never };
      return null;
    },
    refuseHere: ({ id, host, refused }) => {
      const others = world.sites.find((site) => site.host === host)?.refused.filter((other) => other !== id);
      change(world, host, { refused: [...(others ?? []), ...(refused ? [id] : [])] });
      const proposals = world.page.proposals.filter(({ account }) => !refused || account !== id);
      if (host === world.page.binding)
        world.page = { ...world.page, proposals: refused ? proposals : [{ account: id, host, kept: null }] };
      return null;
    },
    bindHere: ({ id, host }) => {
      if (!world.page.proposals.some((proposal) => proposal.account === id && proposal.host === host))
        return 'gone';
      world.accounts = world.accounts.map((account) =>
        account.id === id ? { ...account, hosts: [...account.hosts, host], here: true } : account,
      );
      world.page = { ...world.page, proposals: [] };
      return 'bound';
    },
    offersInPages: () => world.offersInPages,
    setOffersInPages: ({ allowed }) => {
      world.offersInPages = allowed;
      return null;
    },
  };
}

function change(world: SitesWorld, host: string, to: Partial<SiteView>): SiteView {
  const before = world.sites.find((site) => site.host === host);
  const others = world.sites.filter((site) => site !== before);
  const after = { never: false, submit: false, append: false, refused: [], ...before, host, ...to };
  world.sites = [...others, after];
  return after;
}

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
  'sites' | 'setSite' | 'offersInPages' | 'setOffersInPages' | 'bindHere'
>;

export function sites(world: SitesWorld): SiteCalls {
  return {
    sites: () => world.sites,
    setSite: ({ host, choices }) => {
      const before = world.sites.find((site) => site.host === host);
      const others = world.sites.filter((site) => site !== before);
      const after = { never: false, submit: false, append: false, ...before, host, ...choices };
      world.sites = [...others, after];
      if (host === world.page.binding) world.page = { ...world.page, never: after.never };
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

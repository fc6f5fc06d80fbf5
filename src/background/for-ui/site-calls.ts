/** What is chosen for single sites, and for all of them; and which accounts belong to one. */
import { isBinding } from '../../core/site/site.ts';
import type { FromUi } from '../../messages/contract.ts';
import type { Handlers } from '../../messages/rpc.ts';
import type { Desk } from '../desk.ts';
import { afterChange, afterChoice } from '../lifecycle.ts';
import { bindHere } from './page-view.ts';
import { touched } from './touched.ts';

type SiteCalls = Pick<
  Handlers<FromUi, null>,
  'sites' | 'setSite' | 'offersInPages' | 'setOffersInPages' | 'bindHere' | 'refuseHere'
>;

export function siteCalls(desk: Desk): SiteCalls {
  const { vault } = desk;
  const chosen = async () => {
    await touched(desk);
    await afterChoice(desk);
    return null;
  };
  return {
    async sites() {
      const kept = [...(await vault.sites())];
      return kept.flatMap(([host, { never, submit, append, refused }]) =>
        never || submit || append || refused.length > 0 ? [{ host, never, submit, append, refused }] : [],
      );
    },
    async setSite({ host, choices }) {
      if (!isBinding(host)) return null;
      await vault.changeSite(host, choices);
      return chosen();
    },
    async bindHere({ id, host }) {
      if ((await bindHere(desk, id, host)) === 'gone') return 'gone';
      await touched(desk);
      await afterChange(desk);
      return 'bound';
    },
    async refuseHere({ id, host, refused: isRefused }) {
      if (!isBinding(host)) return null;
      await vault.changeSite(host, ({ refused }) => {
        const others = refused.filter((other) => other !== id);
        return { refused: isRefused ? [...others, id] : others };
      });
      return chosen();
    },
    offersInPages: async () => (await vault.settings()).offersInPages ?? true,
    async setOffersInPages({ allowed }) {
      await vault.changeSettings({ offersInPages: allowed });
      return chosen();
    },
  };
}

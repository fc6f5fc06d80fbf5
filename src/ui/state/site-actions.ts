import type { SiteChoices } from '../../messages/contract.ts';
import { t } from '../../platform/text.ts';
import { say, type Context, type Outcome } from './context.ts';
import { undoing } from './undoing.ts';

export function siteActions(context: Context) {
  const { model, ports, sync } = context;
  const choose = async (host: string, choices: Partial<SiteChoices>): Promise<void> => {
    await ports.background.setSite({ host, choices });
    await sync.refresh();
  };
  const offerAgain = async (host: string): Outcome => {
    await choose(host, { never: false });
    say(model, t('neverUndone', host));
    return null;
  };
  return {
    chooseForSite: async (host: string, choices: Partial<SiteChoices>): Outcome => {
      await choose(host, choices);
      say(model, t('settingsSaved'));
      return null;
    },
    neverOffer: async (host: string): Outcome => {
      await choose(host, { never: true });
      say(model, t('neverDone', host), () => undoing(context, offerAgain(host)));
      return null;
    },
    offerAgain,
    setOffersInPages: async (allowed: boolean): Outcome => {
      await ports.background.setOffersInPages({ allowed });
      say(model, t('settingsSaved'));
      return null;
    },
  };
}

import type { SiteChoices } from '../../messages/contract.ts';
import { t } from '../../platform/text.ts';
import { say, type Context, type Outcome } from './context.ts';
import { failureOf } from './sync.ts';
import { failureText } from './words.ts';

export function siteActions({ model, ports, sync }: Context) {
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
      say(model, t('neverDone', host), async () => {
        model.notice.value = null; // once is enough
        await offerAgain(host).catch((error: unknown) => say(model, t(failureText[failureOf(error)])));
      });
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

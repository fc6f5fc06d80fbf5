import type { AccountView, SiteChoices } from '../../messages/contract.ts';
import { t } from '../../platform/text.ts';
import { say, type Context, type Outcome } from './context.ts';
import { nameOf } from './names.ts';
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
  const bindHere = async (account: AccountView, host: string): Outcome => {
    if ((await ports.background.bindHere({ id: account.id, host })) === 'gone') return 'proposeGone';
    await sync.refresh();
    const { id, issuer, name, hosts } = account;
    say(model, t('proposeDone', nameOf(account), host), async () => {
      model.notice.value = null; // once is enough
      const undone = ports.background.edit({ id, issuer, name, hosts }).then(sync.refresh);
      await undone.catch((error: unknown) => say(model, t(failureText[failureOf(error)])));
    });
    return null;
  };
  return {
    bindHere,
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

import type { AccountView } from '../../messages/contract.ts';
import { t } from '../../platform/text.ts';
import { say, type Context, type Outcome } from './context.ts';
import { nameOf } from './names.ts';
import { undoing } from './undoing.ts';

/** A person's yes or no to an account that is proposed for a page. */
export function proposalActions(context: Context) {
  const { model, ports, sync } = context;
  const refuse = async (id: string, host: string, refused: boolean): Promise<void> => {
    await ports.background.refuseHere({ id, host, refused });
    await sync.refresh();
  };
  const proposeAgain = async (account: AccountView, host: string): Outcome => {
    await refuse(account.id, host, false);
    say(model, t('proposeRefusedUndone', nameOf(account), host));
    return null;
  };
  const bindHere = async (account: AccountView, host: string): Outcome => {
    if ((await ports.background.bindHere({ id: account.id, host })) === 'gone') return 'proposeGone';
    await sync.refresh();
    const { id, issuer, name, hosts } = account;
    say(model, t('proposeDone', nameOf(account), host), () =>
      undoing(context, ports.background.edit({ id, issuer, name, hosts }).then(sync.refresh)),
    );
    return null;
  };
  const refuseHere = async (account: AccountView, host: string): Outcome => {
    await refuse(account.id, host, true);
    say(model, t('proposeRefused', nameOf(account), host), () =>
      undoing(context, proposeAgain(account, host)),
    );
    return null;
  };
  return { bindHere, refuseHere, proposeAgain };
}

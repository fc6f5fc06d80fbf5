/** The accounts that are kept, and their codes. */
import { move } from '../../core/life/transitions.ts';
import type { FromUi } from '../../messages/contract.ts';
import type { Handlers } from '../../messages/rpc.ts';
import { confirmAccount } from '../awaited.ts';
import type { Desk } from '../desk.ts';
import { afterChange } from '../lifecycle.ts';
import { takeCounterCode } from '../release.ts';
import { codes, viewOf } from './account-views.ts';
import { hostOf } from './subject.ts';
import { changeOne, touched } from './touched.ts';

type AccountCalls = Pick<
  Handlers<FromUi, null>,
  | 'accounts'
  | 'damaged'
  | 'mend'
  | 'codes'
  | 'nextCode'
  | 'confirm'
  | 'remove'
  | 'restore'
  | 'showRecoveryCodes'
>;

export function accountCalls(desk: Desk): AccountCalls {
  const { vault, now } = desk;
  return {
    async accounts() {
      const host = hostOf(await desk.surroundings.subjectTab());
      return (await vault.list()).flatMap((account) => viewOf(account, host));
    },
    damaged: async () => (await vault.damaged()).length,
    async mend() {
      await vault.mend();
      await afterChange(desk);
      return (await vault.damaged()).length;
    },
    codes: () => codes(desk),
    async nextCode({ id }) {
      const code = await takeCounterCode(vault, id);
      await touched(desk);
      return { code };
    },
    async confirm({ id }) {
      await confirmAccount(vault, id, 'confirmed', now());
      await touched(desk);
      await afterChange(desk);
      return null;
    },
    remove: ({ id }) => changeOne(desk, id, (account) => move(account, 'removed', now())),
    restore: ({ id }) => changeOne(desk, id, (account) => move(account, 'restored', now())),
    async showRecoveryCodes({ id, password }) {
      if (!(await vault.check(password))) return 'wrong-password';
      await touched(desk);
      const { recoveryCodes } = (await vault.read(id)).secret;
      return { shown: recoveryCodes.map(({ code, usedAt }) => ({ code, used: usedAt !== null })) };
    },
  };
}

/** What a person says of an account's life, and its recovery codes. */
import { move, restoreRecoveryCodes, withSupportCase } from '../../core/life/transitions.ts';
import type { FromUi } from '../../messages/contract.ts';
import type { Handlers } from '../../messages/rpc.ts';
import { confirmAccount } from '../awaited.ts';
import type { Desk } from '../desk.ts';
import { afterChange } from '../lifecycle.ts';
import { factorOf } from './keys.ts';
import { changeOne, touched } from './touched.ts';

type LifeCalls = Pick<
  Handlers<FromUi, null>,
  | 'confirm'
  | 'switchedOff'
  | 'supportCase'
  | 'remove'
  | 'restore'
  | 'showRecoveryCodes'
  | 'restoreRecoveryCodes'
>;

export function lifeCalls(desk: Desk): LifeCalls {
  const { vault, now } = desk;
  return {
    async confirm({ id }) {
      await confirmAccount(vault, id, 'confirmed', now());
      await touched(desk);
      await afterChange(desk);
      return null;
    },
    switchedOff: ({ id }) => changeOne(desk, id, (account) => move(account, 'switched-off', now())),
    supportCase: ({ id, open }) =>
      changeOne(desk, id, (account) => withSupportCase(account, open ? now() : null)),
    remove: ({ id }) => changeOne(desk, id, (account) => move(account, 'removed', now())),
    restore: ({ id }) => changeOne(desk, id, (account) => move(account, 'restored', now())),
    async showRecoveryCodes({ id, proof }) {
      if (!(await vault.checkWith(factorOf(proof)))) return 'wrong';
      await touched(desk);
      const { recoveryCodes, retiredCodes } = (await vault.read(id)).secret;
      const shown = recoveryCodes.map(({ code, usedAt }) => ({ code, used: usedAt !== null }));
      return { shown, replaced: retiredCodes?.[0]?.at ?? null };
    },
    restoreRecoveryCodes: ({ id }) => changeOne(desk, id, (account) => restoreRecoveryCodes(account, now())),
  };
}

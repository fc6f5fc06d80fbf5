/** What can be done when something is wrong with the vault. */
import type { FromUi } from '../../messages/contract.ts';
import type { Handlers } from '../../messages/rpc.ts';
import type { Desk } from '../desk.ts';
import { afterChange, afterUnlock } from '../lifecycle.ts';
import { factorOf } from './keys.ts';

type RescueCalls = Pick<
  Handlers<FromUi, null>,
  'damaged' | 'mend' | 'hasCopy' | 'restoreCopy' | 'isSetBack' | 'acceptSetBack'
>;

export function rescueCalls(desk: Desk): RescueCalls {
  const { vault } = desk;
  return {
    async damaged() {
      return (await vault.damagedAccounts()).map(({ id, reason, overview }) => ({
        id,
        why: reason,
        named: overview && { issuer: overview.issuer, name: overview.name },
      }));
    },
    async mend() {
      await vault.mend();
      await afterChange(desk);
      return (await vault.damaged()).length;
    },
    hasCopy: () => vault.hasCopy(),
    async restoreCopy(key) {
      const result = await vault.restoreCopy(factorOf(key));
      if (result === 'restored') await afterUnlock(desk);
      return result;
    },
    isSetBack: async () => (await vault.rollback()) !== null,
    async acceptSetBack() {
      await vault.acceptRollback();
      desk.surroundings.tellUi();
      return null;
    },
  };
}

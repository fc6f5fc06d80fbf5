/** The vault as a whole: made, opened, locked, set. */
import type { FromUi } from '../../messages/contract.ts';
import type { Handlers } from '../../messages/rpc.ts';
import type { Desk } from '../desk.ts';
import { afterLock, afterUnlock } from '../lifecycle.ts';
import { touched } from './touched.ts';

type VaultCalls = Pick<
  Handlers<FromUi, null>,
  'state' | 'createVault' | 'unlock' | 'lock' | 'lockAfter' | 'setLockAfter'
>;

export function vaultCalls(desk: Desk): VaultCalls {
  const { vault } = desk;
  return {
    state: () => vault.state(),
    async createVault({ password }) {
      await vault.create(password);
      await afterUnlock(desk);
      return null;
    },
    async unlock({ password }) {
      const result = await vault.unlock(password);
      if (result === 'open') await afterUnlock(desk);
      return result;
    },
    async lock() {
      await vault.lock();
      await afterLock(desk);
      return null;
    },
    lockAfter: async () => (await vault.settings()).lockAfterMinutes,
    async setLockAfter({ minutes }) {
      await vault.changeSettings({ ...(await vault.settings()), lockAfterMinutes: minutes });
      await touched(desk);
      return null;
    },
  };
}

/** The vault as a whole: made, opened, locked, set. */
import { toBase64 } from '../../core/bytes.ts';
import type { FromUi, WaysIn } from '../../messages/contract.ts';
import type { Handlers } from '../../messages/rpc.ts';
import type { Desk } from '../desk.ts';
import { afterUnlock, followIdle, lockNow, lockSettings } from '../lifecycle.ts';
import { factorOf } from './keys.ts';
import { touched } from './touched.ts';

type VaultCalls = Pick<
  Handlers<FromUi, null>,
  | 'state'
  | 'waysIn'
  | 'createVault'
  | 'createUnprotected'
  | 'unlock'
  | 'lock'
  | 'lockSettings'
  | 'setLockSettings'
>;

export function vaultCalls(desk: Desk): VaultCalls {
  const { vault } = desk;
  const made = async () => {
    await afterUnlock(desk);
    return null;
  };
  return {
    state: () => vault.state(),
    waysIn: () => waysIn(desk),
    createVault: ({ password }) => vault.create(password).then(made),
    createUnprotected: () => vault.createUnprotected().then(made),
    async unlock(request) {
      const result =
        'pin' in request ? await vault.unlockWithPin(request.pin) : await vault.unlockWith(factorOf(request));
      if (result === 'open') await afterUnlock(desk);
      return result === 'none' ? 'no-pin' : result;
    },
    async lock() {
      await lockNow(desk);
      return null;
    },
    lockSettings: () => lockSettings(desk),
    async setLockSettings(settings) {
      await vault.changeSettings(settings);
      await touched(desk);
      await followIdle(desk);
      return null;
    },
  };
}

async function waysIn({ vault }: Desk): Promise<WaysIn> {
  const [types, passkeys, pinTries, readOnly, locked] = await Promise.all([
    vault.waysIn(),
    vault.passkeys(),
    vault.pinTries(),
    vault.isReadOnly(),
    vault.whyLocked(),
  ]);
  return {
    password: types.includes('password'),
    recoveryCode: types.includes('recovery'),
    passkeys: passkeys.map(({ credentialId, rpId, salt }) => ({
      credentialId: toBase64(credentialId),
      rpId,
      salt: toBase64(salt),
    })),
    pinTries,
    unprotected: types.includes('device'),
    readOnly,
    locked,
  };
}

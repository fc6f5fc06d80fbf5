/** The ways into the vault. The vault itself asks for one before it takes another. */
import { fromBase64 } from '../../core/bytes.ts';
import type { FromUi } from '../../messages/contract.ts';
import type { Handlers } from '../../messages/rpc.ts';
import type { Desk } from '../desk.ts';
import { factorOf } from './keys.ts';
import { touched } from './touched.ts';

type KeyCalls = Pick<
  Handlers<FromUi, null>,
  | 'keys'
  | 'check'
  | 'nameKey'
  | 'addRecoveryCode'
  | 'addPasskey'
  | 'removeKey'
  | 'changePassword'
  | 'rotateKey'
  | 'removeProtection'
  | 'hasPin'
  | 'setPin'
  | 'removePin'
>;

export function keyCalls(desk: Desk): KeyCalls {
  const { vault } = desk;
  /** Afterwards every view that lists the keys asks again. */
  const told = async <T>(result: T): Promise<T> => {
    await touched(desk);
    desk.surroundings.tellUi();
    return result;
  };
  return {
    keys: async () => (await vault.slots()).map(({ id, type, name }) => ({ id, kind: type, name })),
    check: ({ proof }) => vault.checkWith(factorOf(proof)),
    nameKey: ({ id, name }) => vault.nameSlot(id, name.trim()).then(() => told(null)),
    async addRecoveryCode({ proof, name }) {
      const added = await vault.addRecoveryCode(factorOf(proof), name.trim());
      return told(added === 'wrong' ? added : { code: added.code });
    },
    async addPasskey({ proof, name, passkey, output }) {
      const { credentialId, rpId, salt } = passkey;
      const made = {
        credentialId: fromBase64(credentialId),
        rpId,
        salt: fromBase64(salt),
        output: fromBase64(output),
      };
      const added = await vault.addPasskey(factorOf(proof), made, name.trim());
      return told(added === 'wrong' ? added : 'added');
    },
    removeKey: ({ proof, id }) => vault.removeSlot(factorOf(proof), id).then(told),
    changePassword: ({ proof, password }) => vault.changePassword(factorOf(proof), password).then(told),
    rotateKey: ({ proofs }) => vault.rotateKey(proofs.map(factorOf)).then(told),
    removeProtection: ({ proof }) => vault.removeProtection(factorOf(proof)).then(told),
    hasPin: () => vault.hasPin(),
    setPin: ({ proof, pin }) => vault.setPin(factorOf(proof), pin).then(told),
    removePin: () => vault.removePin().then(() => told(null)),
  };
}

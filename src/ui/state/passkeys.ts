/** Passkeys as the contract has them, bytes in base64. */
import { fromBase64, toBase64 } from '../../core/bytes.ts';
import type { PasskeyView } from '../../messages/contract.ts';
import { askPasskeys, canUsePasskeys, makePasskey, type PasskeyProblem } from '../../platform/passkeys.ts';

export interface Passkeys {
  available(): Promise<boolean>;
  /** What one of these gives. */
  ask(passkeys: readonly PasskeyView[]): Promise<{ readonly output: string } | PasskeyProblem>;
  make(
    name: string,
    others: readonly PasskeyView[],
  ): Promise<{ readonly passkey: PasskeyView; readonly output: string } | PasskeyProblem>;
}

const asked = ({ credentialId, rpId, salt }: PasskeyView) => ({
  credentialId: fromBase64(credentialId),
  rpId,
  salt: fromBase64(salt),
});

export const browserPasskeys: Passkeys = {
  available: canUsePasskeys,
  async ask(passkeys) {
    const output = await askPasskeys(passkeys.map(asked));
    return typeof output === 'string' ? output : { output: toBase64(output) };
  },
  async make(name, others) {
    const made = await makePasskey(name, others.map(asked));
    if (typeof made === 'string') return made;
    const { credentialId, rpId, salt, output } = made;
    const passkey = { credentialId: toBase64(credentialId), rpId, salt: toBase64(salt) };
    return { passkey, output: toBase64(output) };
  },
};

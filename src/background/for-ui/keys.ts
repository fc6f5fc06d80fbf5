/** What a person shows, as the vault takes it. */
import { fromBase64 } from '../../core/bytes.ts';
import type { Key } from '../../messages/contract.ts';
import type { Factor } from '../../vault/factor.ts';

export function factorOf(key: Key): Factor {
  if ('password' in key) return { type: 'password', password: key.password };
  if ('recoveryCode' in key) return { type: 'recovery', code: key.recoveryCode };
  if ('passkey' in key) return { type: 'passkey', output: fromBase64(key.passkey) };
  return { type: 'device' };
}

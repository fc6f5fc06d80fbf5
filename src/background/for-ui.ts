/** What our own pages ask. A secret crosses to them only as a code, or after the password was typed again. */
import type { FromUi } from '../messages/contract.ts';
import type { Handlers } from '../messages/rpc.ts';
import type { Desk } from './desk.ts';
import { accountCalls } from './for-ui/account-calls.ts';
import { lifeCalls } from './for-ui/life-calls.ts';
import { pageCalls } from './for-ui/page-calls.ts';
import { vaultCalls } from './for-ui/vault-calls.ts';

export function forUi(desk: Desk): Handlers<FromUi, null> {
  return { ...vaultCalls(desk), ...accountCalls(desk), ...lifeCalls(desk), ...pageCalls(desk) };
}

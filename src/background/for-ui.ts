/** What our own pages ask. A secret crosses to them only as a code, or after a key was shown again. */
import type { FromUi } from '../messages/contract.ts';
import type { Handlers } from '../messages/rpc.ts';
import type { Desk } from './desk.ts';
import { accountCalls } from './for-ui/account-calls.ts';
import { backupCalls } from './for-ui/backup-calls.ts';
import { keyCalls } from './for-ui/key-calls.ts';
import { lifeCalls } from './for-ui/life-calls.ts';
import { pageCalls } from './for-ui/page-calls.ts';
import { rescueCalls } from './for-ui/rescue-calls.ts';
import { revealCalls } from './for-ui/reveal-calls.ts';
import { siteCalls } from './for-ui/site-calls.ts';
import { trashCalls } from './for-ui/trash-calls.ts';
import { vaultCalls } from './for-ui/vault-calls.ts';

export function forUi(desk: Desk): Handlers<FromUi, null> {
  return {
    ...vaultCalls(desk),
    ...keyCalls(desk),
    ...accountCalls(desk),
    ...lifeCalls(desk),
    ...trashCalls(desk),
    ...revealCalls(desk),
    ...siteCalls(desk),
    ...backupCalls(desk),
    ...rescueCalls(desk),
    ...pageCalls(desk),
  };
}

/**
 * What may be offered on a page: which account's code goes into which field. Decided from the host that the
 * browser names and the accounts bound to exactly that host; the page's words only say what it asks for.
 */
import { isQuiet, wantsCode, type Judgement } from '../core/field/judgement.ts';
import type { ChipKind } from '../messages/contract.ts';
import type { KeptAccount } from '../vault/vault.ts';
import type { Grant } from './tickets.ts';

export interface Offer {
  readonly kind: ChipKind;
  readonly grant: Grant;
  readonly account: string | null;
  readonly field: number | null;
}

export interface Situation {
  readonly judgements: readonly Judgement[];
  /** Accounts bound to the page's host and not in the trash. */
  readonly accounts: readonly KeptAccount[];
  /** The accounts whose set-up QR code stands on the page; null when none stands there. */
  readonly settingUp: readonly string[] | null;
  /** Recovery codes on the page that are not kept yet. */
  readonly newRecoveryCodes: boolean;
  /** Fields that hold what we have just given: a second offer there would only spend a second code. */
  readonly answered: readonly number[];
}

/** The field that wants this; of several that want a code, one that no other way brings a code to. */
export function fieldWanting(
  judgements: readonly Judgement[],
  grant: 'code' | 'recovery',
): Judgement | undefined {
  if (grant === 'recovery') return judgements.find(({ kind }) => kind === 'recovery');
  const codes = judgements.filter(wantsCode);
  return codes.find((judged) => !isQuiet(judged)) ?? codes[0];
}

/** Which accounts can give what a field asks for. */
export function candidates(situation: Situation, grant: 'code' | 'recovery'): readonly KeptAccount[] {
  const { accounts, settingUp, judgements } = situation;
  if (grant === 'recovery') return accounts.filter(({ overview }) => (overview.recovery?.left ?? 0) > 0);
  // The confirm field of a set-up wants a code of the new secret; one of the old secret would only be refused.
  if (settingUp !== null) return accounts.filter(({ id }) => settingUp.includes(id));
  const inState = (wanted: string) => accounts.filter(({ overview }) => overview.state === wanted);
  const [active, pending] = [inState('active'), inState('pending')];
  const endsSetUp = fieldWanting(judgements, 'code')?.kind === 'setup-confirm';
  // Of a set-up whose key could not be read here, the account that waits for it is the likelier one.
  const [first, second] = endsSetUp ? [pending, active] : [active, pending];
  return first.length > 0 ? first : second;
}

export function offers(situation: Situation): readonly Offer[] {
  const atFields = (['code', 'recovery'] as const).flatMap((grant) => {
    const field = fieldWanting(situation.judgements, grant);
    // What was sent to a telephone or a mailbox is not ours to hold out; who knows better finds the code in the popup.
    if (field === undefined || isQuiet(field) || situation.answered.includes(field.key)) return [];
    return offerAt(field.key, grant, candidates(situation, grant));
  });
  if (!situation.newRecoveryCodes) return atFields;
  return [...atFields, { kind: 'keep-codes', grant: 'open', account: null, field: null }];
}

function offerAt(
  field: number,
  grant: 'code' | 'recovery',
  accounts: readonly KeptAccount[],
): readonly Offer[] {
  const [first, ...more] = accounts;
  if (first === undefined) return [];
  // Which of several it is, is asked in our own interface: no name of an account ever stands in a page.
  if (more.length > 0) return [{ kind: 'choose', grant: 'open', account: null, field }];
  return [{ kind: grant === 'code' ? 'fill' : 'fill-recovery', grant, account: first.id, field }];
}

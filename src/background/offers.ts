/**
 * What may be offered on a page: which account's code goes into which field. Decided from the host that the
 * browser names and the accounts bound to exactly that host; the page's words only say what it asks for.
 */
import type { Judgement } from '../core/field/classify.ts';
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

/** Which accounts can give what a field asks for. */
export function candidates(situation: Situation, grant: 'code' | 'recovery'): readonly KeptAccount[] {
  const { accounts, settingUp } = situation;
  if (grant === 'recovery') return accounts.filter(({ overview }) => (overview.recovery?.left ?? 0) > 0);
  // The confirm field of a set-up wants a code of the new secret; one of the old secret would only be refused.
  if (settingUp !== null) return accounts.filter(({ id }) => settingUp.includes(id));
  const active = accounts.filter(({ overview }) => overview.state === 'active');
  return active.length > 0 ? active : accounts.filter(({ overview }) => overview.state === 'pending');
}

export function offers(situation: Situation): readonly Offer[] {
  const atFields = (['code', 'recovery'] as const).flatMap((grant) => {
    const field = situation.judgements.find(({ kind }) => kind === grant);
    if (field === undefined || situation.answered.includes(field.key)) return [];
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

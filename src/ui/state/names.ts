import type { AccountView } from '../../messages/contract.ts';
import { t } from '../../platform/text.ts';

type Named = Pick<AccountView, 'issuer' | 'name'>;

/** C0 and C1 controls, and what turns the direction of writing around: a name shall not rewrite its neighbours. */
const CONTROLS = /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

export function plainly(text: string): string {
  return text.replaceAll(CONTROLS, '\ufffd');
}

/** What an account is called by first: its issuer, or where it has none its name. */
export function titleOf({ issuer, name }: Named): string {
  return plainly(issuer || name) || t('unnamed');
}

/** What tells it from others of the same title; '' when there is nothing. */
export function subtitleOf({ issuer, name }: Named): string {
  return issuer === '' ? '' : plainly(name);
}

/** Both in a line, for sentences. */
export function nameOf(account: Named): string {
  const subtitle = subtitleOf(account);
  return subtitle === '' ? titleOf(account) : `${titleOf(account)} (${subtitle})`;
}

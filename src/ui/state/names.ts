import { displayIssuer, displayName } from '../../core/labels.ts';
import type { AccountView } from '../../messages/contract.ts';
import { t } from '../../platform/text.ts';

type Named = Pick<AccountView, 'issuer' | 'name'>;

/** What an account is called by first: its issuer, or where it has none its name. */
export function titleOf({ issuer, name }: Named): string {
  return displayIssuer(issuer, name) || t('unnamed');
}

/** What tells it from others of the same title; '' when there is nothing. */
export function subtitleOf({ issuer, name }: Named): string {
  return issuer === '' ? '' : displayName(name);
}

/** Both in a line, for sentences. */
export function nameOf(account: Named): string {
  const subtitle = subtitleOf(account);
  return subtitle === '' ? titleOf(account) : `${titleOf(account)} (${subtitle})`;
}

/** Accounts and their codes, as our pages see them. */
import type { Account, AccountOverview } from '../../core/account.ts';
import { codeAt, periodAt } from '../../core/otp.ts';
import type { AccountView, CodeView } from '../../messages/contract.ts';
import type { KeptAccount } from '../../vault/vault.ts';
import type { Desk } from '../desk.ts';

export function viewOf({ id, overview }: KeptAccount, host: string | null): readonly AccountView[] {
  const { issuer, name, parameters, state, since, hosts, recovery } = overview;
  if (state === 'trashed') return [];
  const here = host !== null && hosts.includes(host);
  return [{ id, issuer, name, parameters, state, since, hosts, recovery, here }];
}

const onClock = ({ state, parameters }: AccountOverview): boolean =>
  state !== 'trashed' && parameters.kind !== 'hotp';

export async function codes({ vault, now }: Desk): Promise<readonly CodeView[]> {
  const shown = (await vault.list()).filter(({ overview }) => onClock(overview)).map(({ id }) => id);
  const accounts = await vault.readAll(shown);
  const time = now();
  return shown.flatMap((id, index) => {
    const account = accounts[index];
    return account === undefined ? [] : [{ id, ...codesAt(account, time) }];
  });
}

function codesAt({ overview: { parameters }, secret: { secret } }: Account, time: number) {
  const { from, until } = periodAt(parameters, time);
  const code = codeAt(parameters, secret, time);
  return { code, next: codeAt(parameters, secret, until), from, until };
}

/** Accounts and their codes, as our pages see them. */
import type { Account, AccountOverview } from '../../core/account.ts';
import { codeAt, periodAt } from '../../core/otp.ts';
import type { AccountView, CodeView } from '../../messages/contract.ts';
import type { KeptAccount } from '../../vault/vault.ts';
import type { Desk } from '../desk.ts';

/** `binding`: of the page that is spoken of. `ahead`: how far its site's clock is ahead of ours, in ms, where its codes are corrected for that; else 0. */
export function viewOf(
  { id, overview }: KeptAccount,
  binding: string | null,
  ahead: number,
): readonly AccountView[] {
  const { issuer, name, parameters, state, since, hosts, recovery } = overview;
  const { because = null, supportCase = null } = overview;
  if (state === 'trashed') return [];
  const here = binding !== null && hosts.includes(binding);
  const clockAhead = Math.floor(ahead / 1000);
  const life = { state, since, because, supportCase };
  return [{ id, issuer, name, parameters, hosts, recovery, here, clockAhead, ...life }];
}

const onClock = ({ state, parameters }: AccountOverview): boolean =>
  state !== 'trashed' && parameters.kind !== 'hotp';

export async function codes({ vault, now, clocks }: Desk): Promise<readonly CodeView[]> {
  const shown = (await vault.list()).filter(({ overview }) => onClock(overview));
  const accounts = await vault.readEach(shown.map(({ id }) => id));
  const aheads = await Promise.all(shown.map(({ overview }) => clocks.correction(overview.hosts)));
  const time = now();
  return shown.flatMap(({ id }, index) => {
    const account = accounts[index];
    return account === undefined || account === null
      ? []
      : [{ id, ...codesAt(account, time, aheads[index] ?? 0) }];
  });
}

/** The code of the site's time; its period in ours, for that is what it is counted down by. */
function codesAt({ overview: { parameters }, secret: { secret } }: Account, now: number, ahead: number) {
  const time = now + ahead;
  const { from, until } = periodAt(parameters, time);
  const code = codeAt(parameters, secret, time);
  return {
    code,
    next: codeAt(parameters, secret, until),
    from: from - ahead,
    until: until - ahead,
  };
}

/**
 * How often codes are given: a host gets one in a period. A provider takes each code once (RFC 6238 section 5.2), so that a
 * second of one period would only be refused; and a page that could ask again and again would get code after code out of
 * a person who clicks until it works. Whoever is held up waits for the next period, told for how long, and finds
 * the code in the popup meanwhile.
 *
 * Two accounts of one host are held up by each other, for which of them its page gets is nothing that a page should gain
 * by. An account whose set-up waits is held up by itself alone: its secret stood on the host's own page just now, and the
 * code that turns the old one off is often given in the same half minute.
 *
 * A counter has no period, and its codes stay good until they are used. So one document gets one in half a minute, however
 * often it has its chip clicked; the document that is loaded after a refusal gets the next at once.
 */
import { periodAt } from '../core/otp.ts';
import type { AccountOverview, OtpParameters } from '../core/account.ts';
import type { PageSender } from '../messages/senders.ts';
import type { SessionState } from './session-state.ts';

/** The last code that was given, of an account or to a host. */
export interface Spent {
  /** Of the account's clock. */
  readonly step: number;
  /** When, in ms since the epoch, by the site's clock. */
  readonly at: number;
  /** Who got it. */
  readonly document: string;
}

/** Steps. One that was given for a time as far ahead as that was given by a clock that was wrong, and has been set since. */
const FAR_AHEAD = 20;
/** ms. A host is not held up for all of a period that lasts an hour, when it was another account's code that it got. */
const LONGEST_HOLD = 5 * 60_000;
/** For a counter, which has no period of its own. */
const HALF_MINUTE = { kind: 'totp', period: 30 } as const;

interface Wish {
  readonly account: string;
  readonly overview: Pick<AccountOverview, 'parameters' | 'state'>;
  readonly sender: PageSender;
  /** ms since the epoch, by the site's clock. */
  readonly now: number;
}

/** Marks the code of this moment as given, and answers null; or the time, by the site's clock, at which there is another. */
export async function spend(spent: SessionState<Spent>, wish: Wish): Promise<number | null> {
  const { account, overview, sender, now } = wish;
  const period = periodOf(overview.parameters, now);
  const document = sender.document ?? `${sender.tab} ${sender.frame}`;
  const given: Spent = { step: period.step, at: now, document };
  // No account is called so: an id has no spaces.
  const names = [account, ...(overview.state === 'pending' ? [] : [`host ${sender.site.binding}`])];
  let next: number | null = null;
  await spent.change((table) => {
    const last = names.map((name) => table[name]);
    const [own, host] = last;
    next =
      overview.parameters.kind === 'hotp'
        ? untilOtherDocument(last, given, period)
        : (untilNextStep(own, given, period) ?? untilHostsNext(host, given, period));
    if (next !== null) return table;
    return { ...table, ...Object.fromEntries(names.map((name) => [name, given])) };
  });
  return next;
}

type Period = ReturnType<typeof periodAt>;
type Last = Spent | undefined;

function periodOf(parameters: OtpParameters, at: number): Period {
  return periodAt(parameters.kind === 'hotp' ? { ...parameters, ...HALF_MINUTE } : parameters, at);
}

const isIn = ({ from, until }: Period, last: Last): last is Spent =>
  last !== undefined && last.at >= from && last.at < until;

function untilNextStep(own: Last, { step }: Spent, { until }: Period): number | null {
  return own !== undefined && own.step >= step && own.step - step <= FAR_AHEAD ? until : null;
}

function untilHostsNext(host: Last, { at }: Spent, period: Period): number | null {
  if (!isIn(period, host)) return null;
  const end = Math.min(period.until, host.at + LONGEST_HOLD);
  return at < end ? end : null;
}

function untilOtherDocument(last: readonly Last[], { document }: Spent, period: Period): number | null {
  return last.some((one) => isIn(period, one) && one.document === document) ? period.until : null;
}

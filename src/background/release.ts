/**
 * The one way by which a code gets to a page. Every gesture (chip, popup, shortcut, menu) mints a ticket, the
 * page's content script redeems it, and the browser's word on who redeems decides.
 */
import { codeAt, counterCode, periodAt } from '../core/otp.ts';
import type { Account, OtpParameters } from '../core/account.ts';
import { wantsCode } from '../core/field/judgement.ts';
import type { Release } from '../messages/contract.ts';
import type { PageSender } from '../messages/senders.ts';
import type { SiteSettings, Vault } from '../vault/vault.ts';
import type { AwaitedCodes } from './awaited.ts';
import type { SiteClocks } from './clock.ts';
import type { PageLink } from './page-link.ts';
import type { SessionState } from './session-state.ts';
import { judgementsOf } from './sight.ts';
import { rememberUse, siteSettings } from './sites.ts';
import { spend, type Spent } from './spent.ts';
import type { Ticket, Tickets } from './tickets.ts';

/** ms. A code with less time than this may be refused by the time that the form is sent; */
const SHORTEST = 5_000;
/** but of a short period at most this part is waited out, or no code of it would ever be given. */
const PART = 1 / 3;

const refused: Release = { release: 'none', because: 'refused' };
const occupied: Release = { release: 'none', because: 'occupied' };

/** How the code is to be put into the page. */
type Manner = Pick<SiteSettings, 'append' | 'submit'>;

/** Whatever was chosen for its site, nobody wants a recovery code to be spent by itself. */
const usual: Manner = { append: false, submit: false };

/** What a page shows to get a code: its ticket, and whether something else stands in the field. */
interface Redemption {
  readonly ticket: string;
  readonly occupied: boolean;
}

export interface ReleaseDeps {
  readonly vault: Vault;
  readonly tickets: Tickets;
  readonly pages: Pick<PageLink, 'look'>;
  readonly awaited: AwaitedCodes;
  /**
   * It is known for as long as the browser runs, and no longer: after a restart within one period the same code can be given to
   * its own host once more, to who opens the vault again and clicks. The site refuses it and takes the next. To know it
   * longer, the record would be written at each use, and how often and when a record was written is what whoever has the
   * disk can read of it.
   */
  readonly spent: SessionState<Spent>;
  readonly clocks: Pick<SiteClocks, 'correction'>;
  readonly now: () => number;
}

export async function redeem(
  deps: ReleaseDeps,
  { ticket: name, occupied: isOccupied }: Redemption,
  sender: PageSender,
): Promise<Release> {
  const ticket = await deps.tickets.take(name, sender);
  if (ticket === null || ticket.account === null) return refused;
  const account = await deps.vault.read(ticket.account);
  const { state, hosts } = account.overview;
  // The binding may have gone since the ticket was made; and a ticket is no right to another host's code, or to one on a
  // page that anybody on the way may have written, unless the person has said so of that very page's origin.
  if (state === 'trashed' || !hosts.includes(sender.site.binding)) return refused;
  const site = await siteSettings(deps.vault, sender.site.binding);
  if (site.never) return refused;
  const { append, submit } = ticket.grant === 'code' ? site : usual;
  // What a page asks for can become something else, in the same field too: while the next period is waited for, in the moment before
  // a change is reported, or where the tab has loaded another page of its host since the popup looked. A code for the clock in
  // the place of a recovery code is a failed attempt, and in a search it is told to whoever reads along.
  if (!(await isStillWanted(deps, ticket, append))) return refused;
  // A code that the field would not take is not to leave the vault, nor its period to be spent for nothing.
  if (isOccupied && !append) return occupied;
  const release =
    ticket.grant === 'recovery'
      ? await releaseRecovery(deps, ticket.account, account, sender)
      : await releaseCode(deps, ticket, account, sender, { append, submit });
  if (release.release === 'code') await rememberUse(deps.vault, sender.site.binding, ticket.account);
  await deps.vault.touch();
  return release;
}

async function releaseCode(
  deps: ReleaseDeps,
  ticket: Ticket,
  { overview, secret }: Account,
  sender: PageSender,
  manner: Manner,
): Promise<Release> {
  const id = ticket.account;
  if (id === null || ticket.grant !== 'code') return refused;
  // The site's own time decides which code it takes.
  const ahead = await deps.clocks.correction(overview.hosts);
  const now = deps.now() + ahead;
  const next =
    untilFresh(overview.parameters, now) ?? (await spend(deps.spent, { account: id, overview, sender, now }));
  if (next !== null) return wait(deps, ticket, next - ahead);
  const isCounter = overview.parameters.kind === 'hotp';
  const code = isCounter
    ? await takeCounterCode(deps.vault, id)
    : codeAt(overview.parameters, secret.secret, now);
  await expectAnswer(deps, id, sender, null);
  const until = isCounter ? null : periodAt(overview.parameters, now).until - ahead;
  return { release: 'code', code, until, ...manner };
}

/** When the next code begins, where this one is about to end; else null. */
function untilFresh(parameters: OtpParameters, now: number): number | null {
  if (parameters.kind === 'hotp') return null;
  const { from, until } = periodAt(parameters, now);
  return until - now < Math.min(SHORTEST, (until - from) * PART) ? until : null;
}

async function wait(deps: ReleaseDeps, ticket: Ticket, until: number): Promise<Release> {
  const { until: _, ...again } = ticket;
  const next = await deps.tickets.mint({ ...again, waited: true }, until);
  return { release: 'wait', until, ticket: next };
}

/** Whether the page, asked anew, wants what the ticket is for in the field that it was made for. */
async function isStillWanted({ pages }: ReleaseDeps, ticket: Ticket, append: boolean): Promise<boolean> {
  const facts = await pages.look(ticket);
  if (facts === null) return false;
  const wanted = judgementsOf(facts, false, append).find(({ key }) => key === ticket.field);
  if (wanted === undefined) return false;
  return ticket.grant === 'recovery' ? wanted.kind === 'recovery' : wantsCode(wanted);
}

/** The counter is committed before the code is seen: a code shown twice is a code out of step. */
export async function takeCounterCode(vault: Pick<Vault, 'change'>, id: string): Promise<string> {
  let code = '';
  await vault.change([id], (account) => {
    const { secret, counter } = account.secret;
    code = counterCode(account.overview.parameters, secret, counter);
    return { ...account, secret: { ...account.secret, counter: counter + 1 } };
  });
  return code;
}

async function releaseRecovery(
  deps: ReleaseDeps,
  id: string,
  { secret: { recoveryCodes } }: Account,
  sender: PageSender,
): Promise<Release> {
  const index = recoveryCodes.findIndex(({ usedAt }) => usedAt === null);
  const next = recoveryCodes[index];
  if (next === undefined) return { release: 'none', because: 'none-left' };
  await expectAnswer(deps, id, sender, index);
  return { release: 'code', code: next.code, until: null, ...usual };
}

function expectAnswer(
  deps: ReleaseDeps,
  account: string,
  sender: PageSender,
  index: number | null,
): Promise<void> {
  return deps.awaited.expect(sender.tab, {
    account,
    host: sender.site.binding,
    gave: index === null ? 'code' : 'recovery',
    index,
    document: sender.document,
    frame: sender.frame,
  });
}

/** What the popup is told of the page, and what a person answers to what it asks them of it. */
import type { Site } from '../../core/site/site.ts';
import type { Caution, LikelyAccount, PageView, Proposal } from '../../messages/contract.ts';
import { cautionAbout } from '../caution.ts';
import type { Desk } from '../desk.ts';
import { proposalsAt } from '../proposals.ts';
import { asksFor, fieldFor } from '../sight.ts';
import { siteSettings } from '../sites.ts';
import { bound } from './keep.ts';
import { sightOfSubject, siteOfTab, type Subject } from './subject.ts';

export async function pageView(desk: Desk): Promise<PageView> {
  const seen = await sightOfSubject(desk);
  const site = siteOfTab(seen?.tab ?? (await desk.surroundings.subjectTab()));
  const caution = await cautionOf(desk, site);
  const binding = seen?.host ?? site?.binding ?? null;
  const { never } = await siteSettings(desk.vault, binding ?? '');
  const about = { host: site?.host ?? null, binding, never, caution };
  if (seen === null) return { ...about, asks: null, recoveryCodes: null, hint: null, ...nothingOffered };
  const { situation, recoveryCodes, hint } = seen.sight;
  // Where nothing may be filled, nothing is offered to be.
  const asks = caution === null && !never ? asksFor(situation.judgements) : null;
  const choices = never ? nothingOffered : await choicesAt(desk, seen, caution);
  return { ...about, asks, recoveryCodes, hint, ...choices };
}

async function cautionOf(desk: Desk, site: Site | null): Promise<Caution | null> {
  return site === null ? null : cautionAbout(desk, site);
}

const nothingOffered = { likely: null, proposals: [] };

async function choicesAt(
  desk: Desk,
  seen: Subject,
  caution: Caution | null,
): Promise<Pick<PageView, 'likely' | 'proposals'>> {
  return { likely: await likelyAt(desk, seen), proposals: await proposalsOf(desk, seen, caution) };
}

/** Nothing is proposed for a page that there is something to warn of. */
async function proposalsOf(
  desk: Desk,
  { host, tab, sight }: Subject,
  caution: Caution | null,
): Promise<readonly Proposal[]> {
  if (siteOfTab(tab) === null || caution !== null) return [];
  return (await proposalsAt(desk.vault, sight, host)).map((proposal) => ({ ...proposal, host }));
}

/** A yes is to what the page is now: it may have gone on since the question stood there. */
export async function bindHere(desk: Desk, id: string, host: string): Promise<'bound' | 'gone'> {
  const seen = await sightOfSubject(desk);
  if (seen === null || seen.host !== host) return 'gone';
  const proposals = await proposalsOf(desk, seen, await cautionOf(desk, siteOfTab(seen.tab)));
  if (!proposals.some(({ account }) => account === id)) return 'gone';
  await desk.vault.change([id], (account) => bound(account, host));
  return 'bound';
}

/** Which of several accounts is meant: the one that the page names, else the one that was used there last. */
async function likelyAt({ vault }: Desk, { host, sight }: Subject): Promise<LikelyAccount | null> {
  const { situation, named } = sight;
  const asked = asksFor(situation.judgements) !== null;
  const fitting = situation.accounts.filter(({ id }) => !asked || fieldFor(id, situation) !== null);
  if (fitting.length < 2) return null;
  const { lastUsed } = await siteSettings(vault, host);
  const is = (wanted: string | null) => fitting.some(({ id }) => id === wanted);
  if (named !== null && is(named)) return { account: named, because: 'named' };
  return lastUsed !== null && is(lastUsed) ? { account: lastUsed, because: 'last-used' } : null;
}

/** Fills the page that our interface speaks of, on a gesture in our interface. */
import type { FillResult } from '../../messages/contract.ts';
import type { Desk } from '../desk.ts';
import { fieldFor } from '../sight.ts';
import { siteSettings } from '../sites.ts';
import { sightOfSubject, type Subject } from './subject.ts';

/** What is to be filled, and where. */
export interface Aim {
  readonly account: string;
  readonly grant: 'code' | 'recovery';
  readonly field: number;
}

export async function fill(desk: Desk, id: string): Promise<FillResult> {
  const seen = await sightOfSubject(desk);
  if (seen === null) return 'no-field';
  if ((await siteSettings(desk.vault, seen.host)).never) return 'refused';
  const { situation } = seen.sight;
  if (!situation.accounts.some((account) => account.id === id)) return 'refused';
  const place = fieldFor(id, situation);
  return place === null ? 'no-field' : fillAt(desk, seen, { account: id, ...place });
}

export async function fillAt(
  desk: Desk,
  { tab, frame, host }: Subject,
  { account, grant, field }: Aim,
): Promise<FillResult> {
  const at = { tab: tab.id, frame };
  // No document yet: the ticket is for whichever page of this host is there when it is redeemed, and which is asked then.
  const ticket = await desk.tickets.mint({ ...at, grant, account, document: null, host, field });
  return desk.pages.fill(at, { ticket, field });
}

/** Fills the page that our interface speaks of, on a gesture in our interface or the browser's. */
import type { FillResult } from '../../messages/contract.ts';
import type { Desk } from '../desk.ts';
import { fieldFor } from '../sight.ts';
import { siteSettings } from '../sites.ts';
import { sightOfSubject } from './subject.ts';

export async function fill(desk: Desk, id: string): Promise<FillResult> {
  const seen = await sightOfSubject(desk);
  if (seen === null) return 'no-field';
  const { tab, frame, host, sight } = seen;
  if ((await siteSettings(desk.vault, host)).never) return 'refused';
  if (!sight.situation.accounts.some((account) => account.id === id)) return 'refused';
  const place = fieldFor(id, sight.situation);
  if (place === null) return 'no-field';
  // No document yet: the ticket is for whichever page of this host is there when it is redeemed.
  const { grant, field } = place;
  const ticket = await desk.tickets.mint({
    grant,
    account: id,
    tab: tab.id,
    frame,
    document: null,
    host,
    field,
  });
  return desk.pages.fill({ tab: tab.id, frame }, { ticket, field });
}

/** The shortcut and the context menu: fills if it is clear what, else leads to the popup. */
export async function fillByGesture(desk: Desk): Promise<void> {
  const open = (await desk.vault.state()) === 'open';
  const seen = open ? await sightOfSubject(desk) : null;
  const fitting = seen?.sight.situation.accounts.filter(
    ({ id }) => fieldFor(id, seen.sight.situation) !== null,
  );
  const [only, ...more] = fitting ?? [];
  const never = seen !== null && (await siteSettings(desk.vault, seen.host)).never;
  if (only === undefined || more.length > 0 || never) await desk.surroundings.openPopup();
  else {
    const result = await fill(desk, only.id);
    // Nothing else would say that it failed, and the popup has the code to be copied.
    if (result !== 'filled' && result !== 'waiting') await desk.surroundings.openPopup();
  }
}

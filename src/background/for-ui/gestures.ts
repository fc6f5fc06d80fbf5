/** The shortcut and the context menu: fill if it is clear what, else lead to the popup. */
import type { MenuPlace } from '../../platform/toolbar.ts';
import type { Desk } from '../desk.ts';
import { candidates } from '../offers.ts';
import { fieldFor } from '../sight.ts';
import { siteSettings } from '../sites.ts';
import { fillAt, type Aim } from './fill.ts';
import { sightAt, sightOfSubject, type Subject } from './subject.ts';

/** Where the menu was opened. */
type Pointed = Pick<MenuPlace, 'tab' | 'frame'>;

/** `pointed` is null for the shortcut. */
export async function fillByGesture(desk: Desk, pointed: Pointed | null = null): Promise<void> {
  const seen = (await desk.vault.state()) === 'open' ? await seenBy(desk, pointed) : null;
  const aim = seen === null ? null : await aimAt(desk, seen, pointed);
  if (seen === null || aim === null) await desk.surroundings.openPopup();
  else {
    const result = await fillAt(desk, seen, aim);
    // Nothing else would say that it failed, and the popup has the code to be copied.
    if (result !== 'filled' && result !== 'waiting') await desk.surroundings.openPopup();
  }
}

async function seenBy(desk: Desk, pointed: Pointed | null): Promise<Subject | null> {
  const seen = await (pointed === null ? sightOfSubject(desk) : sightAt(desk, pointed));
  // Whoever has a page of ours before them does not see what would be filled behind it.
  if (seen === null || seen.tab.behind || (await siteSettings(desk.vault, seen.host)).never) return null;
  return seen;
}

async function aimAt(desk: Desk, seen: Subject, pointed: Pointed | null): Promise<Aim | null> {
  const { situation } = seen.sight;
  if (pointed !== null) return aimPointedAt(await desk.pages.pointed(seenAt(seen)), seen);
  const aims = situation.accounts.flatMap(({ id }) => {
    const place = fieldFor(id, situation);
    return place === null ? [] : [{ account: id, ...place }];
  });
  return only(aims);
}

const seenAt = ({ tab, frame }: Subject) => ({ tab: tab.id, frame });

/** The field that was pointed at, where it wants something; where it does not, the one on the page that does. */
function aimPointedAt(key: number | null, { sight: { situation } }: Subject): Aim | null {
  const wanting = situation.judgements.filter(({ kind }) => kind !== 'none');
  const judged = wanting.find((one) => one.key === key) ?? only(wanting);
  if (judged === null) return null;
  const grant = judged.kind === 'recovery' ? 'recovery' : 'code';
  const account = only(candidates(situation, grant));
  return account === null ? null : { account: account.id, grant, field: judged.key };
}

function only<T>(all: readonly T[]): T | null {
  const [first, ...more] = all;
  return first === undefined || more.length > 0 ? null : first;
}

/** Why something is offered on the page that our interface speaks of, or nothing is: each field, and what was made of it. */
import type { FieldFacts } from '../../core/field/facts.ts';
import type { Explanation, FieldView } from '../../messages/contract.ts';
import type { Desk } from '../desk.ts';
import { enrolmentsIn } from '../find.ts';
import type { Frame } from '../page-link.ts';
import { judgementsOf, qrTextsOn } from '../sight.ts';
import { boundTo, siteSettings } from '../sites.ts';
import { framesOf, siteOfTab } from './subject.ts';

const LONGEST_NAME = 80;

export async function explain(desk: Desk): Promise<Explanation> {
  const tab = await desk.surroundings.subjectTab();
  const site = siteOfTab(tab);
  if (tab === null || site === null)
    return { host: null, secure: false, accounts: 0, read: false, fields: [] };
  const frames = await framesOf(desk, tab.id);
  const { append } = await siteSettings(desk.vault, site.binding);
  const inFrames = await Promise.all(frames.map((frame) => fieldsIn(desk, frame, append)));
  const accounts = await boundTo(desk.vault, site.binding);
  return {
    host: site.host,
    secure: site.secure,
    accounts: accounts.length,
    read: inFrames.some((fields) => fields !== null),
    fields: inFrames.flatMap((fields) => fields ?? []),
  };
}

/** null for a frame that does not answer. */
async function fieldsIn(desk: Desk, at: Frame, append: boolean): Promise<readonly FieldView[] | null> {
  const facts = await desk.pages.look(at);
  if (facts === null) return null;
  const setUp = enrolmentsIn(await qrTextsOn(desk, at, facts)).read.length > 0;
  const fieldOf = new Map(facts.fields.map((field) => [field.key, field]));
  return judgementsOf(facts, setUp, append).flatMap(({ key, kind, channel, because }) => {
    const field = fieldOf.get(key);
    return field === undefined ? [] : [{ called: nameOf(field), boxes: field.boxes, kind, channel, because }];
  });
}

/** What a person would find the field by on the page. */
function nameOf({ label, ariaLabel, placeholder, name, id }: FieldFacts): string {
  const said = [label, ariaLabel, placeholder, name, id].find((text) => text.trim() !== '') ?? '';
  return said.slice(0, LONGEST_NAME);
}

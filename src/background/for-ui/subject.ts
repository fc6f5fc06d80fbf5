/** The page that our interface speaks of. */
import { siteOf, type Site } from '../../core/site/site.ts';
import type { PageTab } from '../../platform/tabs.ts';
import type { Desk } from '../desk.ts';
import type { PageSight } from '../find.ts';
import type { Frame, FrameSite } from '../page-link.ts';
import { asksFor, qrTextsOn, see, type Sight } from '../sight.ts';

export function siteOfTab(tab: PageTab | null): Site | null {
  return tab === null ? null : siteOf(tab.url);
}

export function hostOf(tab: PageTab | null): string | null {
  return siteOfTab(tab)?.host ?? null;
}

/** What an account of the page that is spoken of is bound to. */
export function bindingOf(tab: PageTab | null): string | null {
  return siteOfTab(tab)?.binding ?? null;
}

/** False only of a page that anybody on the way may have written. */
export function isSecure(tab: PageTab | null): boolean {
  return siteOfTab(tab)?.secure ?? true;
}

/** The tab's own document, and of the frames in it that may be asked those that are wanted. */
export async function framesOf(
  desk: Desk,
  tab: number,
  isWanted: (frame: FrameSite) => boolean = () => true,
): Promise<readonly Frame[]> {
  const inner = (await desk.pages.frames(tab)).filter((one) => one.frame !== 0 && isWanted(one));
  return [{ tab, frame: 0 }, ...inner];
}

/** ms */
const BETWEEN_PICTURES = 600;

export function pageSight(desk: Desk, tab: PageTab | null): PageSight {
  const host = hostOf(tab);
  /** What is kept is bound to the page's host, so that a frame of another one is not its own. */
  const own = async () => (tab === null ? [] : framesOf(desk, tab.id, ({ site }) => site.host === host));
  const everywhere = async <T>(ask: (at: Frame) => Promise<readonly T[]>): Promise<readonly T[]> =>
    (await Promise.all((await own()).map(ask))).flat();
  return {
    host,
    printed: () => everywhere(async (at) => (await desk.pages.look(at))?.printed ?? []),
    qrTexts: () => everywhere((at) => desk.pages.qrTexts(at)),
    async pointedTexts() {
      const pointed = tab === null ? undefined : (await desk.pointed.read())[tab.id];
      if (pointed === undefined) return [];
      const at = (await own()).find(({ frame }) => frame === pointed.frame);
      return at === undefined ? [] : desk.pages.qrTextsAt(at, pointed.src);
    },
    async scroll(to: 'down' | 'up') {
      const moved = tab !== null && (await desk.pages.scroll({ tab: tab.id, frame: 0 }, to));
      // Two pictures a second, the browsers say; and what comes into view may be drawn only then.
      if (moved && to === 'down') await desk.surroundings.pause(BETWEEN_PICTURES);
      return moved;
    },
    // A screenshot shows the tab in front, which is another one when our page stands in a tab of its own.
    screenshot: async () => (tab?.active === true ? desk.surroundings.screenshot(tab.windowId) : null),
  };
}

export interface Subject {
  readonly tab: PageTab;
  /** 0, or the frame in which the page asks for a code. */
  readonly frame: number;
  /** The `binding` of the document in that frame. */
  readonly host: string;
  readonly sight: Sight;
}

/** What is on the page that our interface speaks of, or null for a page that is no site or does not answer. */
export async function sightOfSubject(desk: Desk): Promise<Subject | null> {
  const tab = await desk.surroundings.subjectTab();
  const binding = bindingOf(tab);
  if (tab === null || binding === null) return null;
  const top = await sightIn(desk, tab, 0, binding);
  if (top === null || asksFor(top.sight.situation.judgements) !== null) return top;
  for (const { frame, site } of await desk.pages.frames(tab.id)) {
    const inner = frame === 0 ? null : await sightIn(desk, tab, frame, site.binding);
    if (inner !== null && asksFor(inner.sight.situation.judgements) !== null) return inner;
  }
  return top;
}

/** The same of one frame of the tab in front; null for one that may not be asked, too. */
export async function sightAt(
  desk: Desk,
  at: { readonly tab: number | null; readonly frame: number },
): Promise<Subject | null> {
  const tab = await desk.surroundings.subjectTab();
  if (tab === null || tab.id !== at.tab) return null;
  const inner = at.frame === 0 ? [] : await desk.pages.frames(tab.id);
  const site =
    at.frame === 0 ? siteOfTab(tab) : (inner.find(({ frame }) => frame === at.frame)?.site ?? null);
  return site === null ? null : sightIn(desk, tab, at.frame, site.binding);
}

async function sightIn(desk: Desk, tab: PageTab, frame: number, host: string): Promise<Subject | null> {
  const at = { tab: tab.id, frame };
  const facts = await desk.pages.look(at);
  if (facts === null) return null;
  const qrTexts = await qrTextsOn(desk, at, facts);
  return { tab, frame, host, sight: await see(desk, { tab: tab.id, host, document: null }, facts, qrTexts) };
}

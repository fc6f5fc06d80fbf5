/** The page that our interface speaks of. */
import { siteOf } from '../../core/site/site.ts';
import type { PageView } from '../../messages/contract.ts';
import type { PageTab } from '../../platform/tabs.ts';
import type { Desk } from '../desk.ts';
import { asksFor, qrTextsOn, see, type Sight } from '../sight.ts';

export function hostOf(tab: PageTab | null): string | null {
  return tab === null ? null : (siteOf(tab.url)?.host ?? null);
}

/** ms */
const BETWEEN_PICTURES = 600;

export function pageSight(desk: Desk, tab: PageTab | null) {
  return {
    host: hostOf(tab),
    printed: async () =>
      tab === null ? [] : ((await desk.pages.look({ tab: tab.id, frame: 0 }))?.printed ?? []),
    qrTexts: async () => (tab === null ? [] : desk.pages.qrTexts({ tab: tab.id, frame: 0 })),
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

/** What is on the page that our interface speaks of, or null for a page that is no site or does not answer. */
export async function sightOfSubject(
  desk: Desk,
): Promise<{ tab: PageTab; host: string; sight: Sight } | null> {
  const tab = await desk.surroundings.subjectTab();
  const host = hostOf(tab);
  const facts = tab === null ? null : await desk.pages.look({ tab: tab.id, frame: 0 });
  if (tab === null || host === null || facts === null) return null;
  const qrTexts = await qrTextsOn(desk, { tab: tab.id, frame: 0 }, facts);
  return { tab, host, sight: await see(desk, { tab: tab.id, host, document: null }, facts, qrTexts) };
}

export async function pageView(desk: Desk): Promise<PageView> {
  const seen = await sightOfSubject(desk);
  if (seen === null) {
    return {
      host: hostOf(await desk.surroundings.subjectTab()),
      asks: null,
      recoveryCodes: null,
      hint: null,
    };
  }
  const { host, sight } = seen;
  return {
    host,
    asks: asksFor(sight.situation.judgements),
    recoveryCodes: sight.recoveryCodes,
    hint: sight.hint,
  };
}

import { browser } from './browser.ts';
import { ownOrigin } from './messages.ts';

export interface PageTab {
  readonly id: number;
  readonly windowId: number;
  /** '' where the browser does not tell. */
  readonly url: string;
  /** Whether it is in front in its window. */
  readonly active: boolean;
  /** Whether a page of ours, which speaks of it, is what the person has before them. */
  readonly behind: boolean;
}

type BrowserTab = Awaited<ReturnType<typeof browser.tabs.query>>[number];

function pageTab(tab: BrowserTab, behind: boolean): PageTab | null {
  if (tab.id === undefined || tab.windowId === undefined) return null;
  return { id: tab.id, windowId: tab.windowId, url: tab.url ?? '', active: tab.active, behind };
}

const isOurs = (tab: BrowserTab): boolean => tab.url?.startsWith(`${ownOrigin()}/`) === true;

/**
 * The page that our interface speaks of: the tab in front; and where that is a page of ours (the popup opened
 * in a tab or a window of its own), the web page that was in front last.
 */
export async function subjectTab(): Promise<PageTab | null> {
  const [front] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  if (front !== undefined && !isOurs(front)) return pageTab(front, false);
  const all = await browser.tabs.query({});
  const [last] = all
    .filter((tab) => !isOurs(tab))
    .toSorted((a, b) => (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0));
  return last === undefined ? null : pageTab(last, front !== undefined);
}

/** Every tab that may have a content script of ours. */
export async function webTabs(): Promise<readonly number[]> {
  const tabs = await browser.tabs.query({ url: ['http://*/*', 'https://*/*'] });
  return tabs.flatMap((tab) => (tab.id === undefined ? [] : [tab.id]));
}

/**
 * A picture of what a window shows, as PNG bytes in base64. Needs the gesture that `activeTab` stands for;
 * null without it.
 */
export async function screenshot(windowId: number): Promise<string | null> {
  try {
    const url = await browser.tabs.captureVisibleTab(windowId, { format: 'png' });
    return url.slice(url.indexOf(',') + 1);
  } catch {
    return null;
  }
}

/**
 * Hears of every document that has finished loading, and in which frame of which tab (0: the tab's own), until `stop`.
 * A listener that is there wakes the background for each load, so it is kept only while something is awaited; and it
 * has to be added in the worker's first turn, or the load that woke it is lost.
 */
export function onLoaded(heard: (tabId: number, frameId: number) => void): { start(): void; stop(): void } {
  const listener = ({ tabId, frameId }: { readonly tabId: number; readonly frameId: number }) =>
    heard(tabId, frameId);
  const { onCompleted } = browser.webNavigation;
  return {
    start: () => {
      if (!onCompleted.hasListener(listener)) onCompleted.addListener(listener);
    },
    stop: () => onCompleted.removeListener(listener),
  };
}

export function onTabClosed(heard: (tabId: number) => void): void {
  browser.tabs.onRemoved.addListener(heard);
}

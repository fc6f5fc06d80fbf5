/** Our own pages as tabs. */
import { browser } from './browser.ts';

/** Opens one of our pages in a tab; `path` as in the built extension, with its fragment. */
export async function openInTab(path: string): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL(path) });
}

/** Whether this page is the toolbar's popup, and not the same page in a tab or a window of its own. */
export function inPopup(): boolean {
  return browser.extension.getViews({ type: 'popup' }).includes(window);
}

import { browser } from './browser.ts';

/** Marks the toolbar button of a tab, or clears the mark. The browser drops it when the tab navigates. */
export async function setBadge(tabId: number, text: string, title: string): Promise<void> {
  try {
    await Promise.all([
      browser.action.setBadgeText({ tabId, text }),
      browser.action.setTitle({ tabId, title }),
      browser.action.setBadgeBackgroundColor({ tabId, color: '#1d5c4d' }),
    ]);
  } catch {
    // The tab was closed meanwhile: there is nothing left to mark.
  }
}

interface Entry {
  readonly title: string;
  /** Of text fields, or of pictures. */
  readonly on: 'editable' | 'image';
  readonly chosen: (place: MenuPlace) => void;
}

/** Where a menu was opened. */
export interface MenuPlace {
  readonly tab: number | null;
  readonly frame: number;
  /** The address of a picture; '' for what is none, and where the browser does not tell. */
  readonly src: string;
}

/** The entries in the browser's context menu. Menus outlive the background, so they are made at installation. */
export function onMenus(entries: readonly Entry[]): void {
  const make = async (): Promise<void> => {
    await browser.contextMenus.removeAll();
    for (const { title, on } of entries) browser.contextMenus.create({ id: on, title, contexts: [on] });
  };
  browser.runtime.onInstalled.addListener(() => void make());
  browser.contextMenus.onClicked.addListener(({ menuItemId, frameId, srcUrl }, tab) => {
    const place = { tab: tab?.id ?? null, frame: frameId ?? 0, src: srcUrl ?? '' };
    entries.find(({ on }) => on === menuItemId)?.chosen(place);
  });
}

/** A shortcut of the manifest's `commands`. */
export function onCommand(name: 'fill-code' | 'lock', pressed: () => void): void {
  browser.commands.onCommand.addListener((command) => {
    if (command === name) pressed();
  });
}

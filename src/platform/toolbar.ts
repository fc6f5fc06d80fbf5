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

/** The entry in the context menu of text fields. Menus outlive the background, so they are made at installation. */
export function onFillMenu(title: string, chosen: () => void): void {
  const id = 'fill-code';
  browser.runtime.onInstalled.addListener(() => {
    void browser.contextMenus
      .removeAll()
      .then(() => browser.contextMenus.create({ id, title, contexts: ['editable'] }));
  });
  browser.contextMenus.onClicked.addListener((info) => {
    if (info.menuItemId === id) chosen();
  });
}

export function onFillShortcut(pressed: () => void): void {
  browser.commands.onCommand.addListener((command) => {
    if (command === 'fill-code') pressed();
  });
}

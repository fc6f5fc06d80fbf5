/**
 * What the browsers do differently, one named function or constant each. Nothing outside this file, the build's
 * `forBrowser` and the end-to-end tests' `browser.ts` asks which browser it runs in.
 */
import { browser } from './browser.ts';

declare const __BROWSER__: 'chrome' | 'firefox';

/** Firefox closes a popup as soon as the system's file dialog takes the focus. */
export const filePickerClosesPopup = __BROWSER__ === 'firefox';

const POPUP = 'src/ui/popup/popup.html';

/**
 * Opens the popup, at one of its views if `start` names one, or, where the browser opens none without a click on the toolbar (Firefox before 149, a
 * window without a toolbar), the same page in a small window.
 */
export async function openPopup(start = ''): Promise<void> {
  const popup = start === '' ? POPUP : `${POPUP}#${start}`;
  try {
    if (start !== '') await browser.action.setPopup({ popup });
    await browser.action.openPopup();
  } catch {
    await browser.windows.create({
      url: browser.runtime.getURL(popup),
      type: 'popup',
      width: 400,
      height: 620,
    });
  } finally {
    if (start !== '') await browser.action.setPopup({ popup: POPUP });
  }
}

interface Restrictable {
  setAccessLevel?(level: { accessLevel: 'TRUSTED_CONTEXTS' }): Promise<void>;
}

/**
 * Chrome lets content scripts read `storage.local`, and can be told otherwise; Firefox cannot (and never shows
 * them `storage.session`). Nothing of worth lies in `storage.local`; this is the second lock on the door.
 */
export async function keepStorageFromPages(): Promise<void> {
  const { session, local } = browser.storage as {
    readonly session: Restrictable;
    readonly local: Restrictable;
  };
  await Promise.all(
    [session, local].map(async (area) => area.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' })),
  );
}

/**
 * Chrome takes an extension's own id for the name that a passkey is made for. Firefox refuses that, and allows only
 * names of web sites: one that belongs to somebody else would be theirs to ask for, and we have none.
 */
export const passkeysInOwnName = __BROWSER__ === 'chrome';

/** Chrome's background is a service worker, in which there are no workers; Firefox's is a page without a window. */
export const backgroundStartsWorkers = __BROWSER__ === 'firefox';

/** Chrome's background has no clipboard, and the document that it may open beside itself never has the focus that the newer way asks for. */
export const backgroundHasClipboard = __BROWSER__ === 'firefox';

/** Firefox never says that the screen was locked. */
export const tellsOfScreenLock = __BROWSER__ === 'chrome';

/**
 * The clipboard, for whom nobody has just clicked. It takes both rights that `CLIPBOARD` names, which a person gives, and
 * takes back, one by one or here: what the browser says is the only setting that there is.
 */
import { browser } from './browser.ts';

const RIGHTS = { permissions: ['clipboardRead' as const, 'clipboardWrite' as const] };

/** The right to read and change all that is copied. */
export const clipboardRight = {
  held: (): Promise<boolean> => browser.permissions.contains(RIGHTS),
  /** The browser asks the person, where a click of theirs is being answered; false for a no. */
  ask: (): Promise<boolean> => browser.permissions.request(RIGHTS),
  async giveUp(): Promise<void> {
    await browser.permissions.remove(RIGHTS);
  },
  /** Hears when it was given or taken, here or in the browser's own settings. */
  onChange(changed: () => void, signal: AbortSignal): void {
    for (const event of [browser.permissions.onAdded, browser.permissions.onRemoved]) {
      event.addListener(changed);
      signal.addEventListener('abort', () => event.removeListener(changed));
    }
  },
};

export interface Clipboard {
  /** '' when there is no text on it. */
  read(): Promise<string>;
  clear(): Promise<void>;
}

/** That of Firefox's background, which is a page. */
export const ownClipboard: Clipboard = {
  read: () => navigator.clipboard.readText(),
  clear: () => navigator.clipboard.writeText(''),
};

const TRIES = 5;
/** ms between two of them. */
const PAUSE = 400;

function paste(): string {
  const field = document.createElement('textarea');
  document.body.append(field);
  field.focus();
  const pasted = document.execCommand('paste');
  field.remove();
  return pasted ? field.value : '';
}

function copyNothing(event: ClipboardEvent): void {
  event.clipboardData?.setData('text/plain', '');
  event.preventDefault();
}

/** That of a document without the focus, which `navigator.clipboard` refuses: the older way, by an editing command. */
export const unfocusedClipboard: Clipboard = {
  async read() {
    // It says no where it is refused for the moment, and as well with nothing to paste: then there is nothing to clear either.
    let text = paste();
    for (let left = TRIES - 1; text === '' && left > 0; left--) {
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
      text = paste();
    }
    return text;
  },
  async clear() {
    document.addEventListener('copy', copyNothing, { once: true });
    if (!document.execCommand('copy')) throw new Error('the clipboard was not cleared');
  },
};

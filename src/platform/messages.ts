/** Messages between the rooms of the extension, as the browser carries them. What they say is `src/messages`. */
import { browser } from './browser.ts';

/** What the browser, and not the message, says about a sender. */
export interface Sender {
  readonly id?: string | undefined;
  readonly origin?: string | undefined;
  readonly frameId?: number | undefined;
  readonly documentId?: string | undefined;
  /** Chrome only. */
  readonly documentLifecycle?: string | undefined;
  readonly tab?: { readonly id?: number | undefined; readonly url?: string | undefined } | undefined;
}

/**
 * Hears every message. `answer` gives a promise of the reply, or undefined for what is not its own; it must not
 * be async itself, for a listener that answers every message with a promise silences all others.
 */
export function listen(
  answer: (message: unknown, sender: Sender) => Promise<unknown> | undefined,
  signal: AbortSignal,
): void {
  const listener = (message: unknown, sender: Sender) => answer(message, sender);
  browser.runtime.onMessage.addListener(listener);
  signal.addEventListener('abort', () => browser.runtime.onMessage.removeListener(listener));
}

/** To the background from our own pages, and to our own pages from the background. */
export async function send(message: unknown): Promise<unknown> {
  return browser.runtime.sendMessage(message);
}

/** To the content script of one frame of a tab, 0 for its own document; rejects where there is none. */
export async function sendToFrame(tabId: number, frameId: number, message: unknown): Promise<unknown> {
  return browser.tabs.sendMessage(tabId, message, { frameId });
}

/** To the content scripts of all frames of a tab: the first answer is the answer. */
export async function sendToTab(tabId: number, message: unknown): Promise<unknown> {
  return browser.tabs.sendMessage(tabId, message);
}

/** `chrome-extension://…` or `moz-extension://…`, without a slash at the end. */
export function ownOrigin(): string {
  return browser.runtime.getURL('').replace(/\/$/, '');
}

export function ownId(): string {
  return browser.runtime.id;
}

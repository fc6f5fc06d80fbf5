import { browser } from './browser.ts';

/** What a response says before its body. */
interface Heard {
  readonly url: string;
  readonly headers: readonly { readonly name: string; readonly value?: string | undefined }[];
  /** When it came, in ms since the epoch. */
  readonly at: number;
}

interface Details {
  readonly url: string;
  readonly responseHeaders?: Heard['headers'] | undefined;
  readonly timeStamp: number;
  readonly fromCache: boolean;
}

/**
 * Hears of every response to the load of a tab's document, redirects too: to look on, not to change or to hold up.
 * What comes out of the browser's cache is left out.
 */
export function onPageResponse(heard: (response: Heard) => void): void {
  const listener = ({ url, responseHeaders: headers = [], timeStamp: at, fromCache }: Details) => {
    if (!fromCache) heard({ url, headers, at });
  };
  const filter = { urls: ['http://*/*', 'https://*/*'], types: ['main_frame' as const] };
  browser.webRequest.onBeforeRedirect.addListener(listener, filter, ['responseHeaders']);
  browser.webRequest.onResponseStarted.addListener(listener, filter, ['responseHeaders']);
}

/**
 * The browser as a content script sees it. The polyfill that the rest of `platform` uses weighs more than the
 * whole content script may, and a content script needs two namespaces of it.
 */
import type { Browser } from 'webextension-polyfill';

type PageApi = Pick<Browser, 'runtime' | 'i18n'>;

declare const globalThis: { readonly browser?: PageApi; readonly chrome?: PageApi };

function found(): PageApi {
  const api = globalThis.browser ?? globalThis.chrome;
  if (api === undefined) throw new Error('not in an extension');
  return api;
}

/** Looked up at each use, for a test may stand one in, and an extension that was reloaded takes its own away. */
export const pageApi = {
  get runtime() {
    return found().runtime;
  },
  get i18n() {
    return found().i18n;
  },
};

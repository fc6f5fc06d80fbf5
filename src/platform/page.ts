/**
 * The browser as a content script sees it. The polyfill that the rest of `platform` uses weighs more than the
 * whole content script may, and a content script needs two namespaces of it.
 */
import type { Browser } from 'webextension-polyfill';

type PageApi = Pick<Browser, 'runtime' | 'i18n'>;

function found(): PageApi {
  const scope = globalThis as { readonly browser?: PageApi; readonly chrome?: PageApi };
  const api = scope.browser ?? scope.chrome;
  if (api === undefined) throw new Error('not in an extension');
  return api;
}

/** Looked up at each use, for an extension that is reloaded takes its interfaces away from the pages it leaves. */
export const pageApi = {
  get runtime(): PageApi['runtime'] {
    return found().runtime;
  },
  get i18n(): PageApi['i18n'] {
    return found().i18n;
  },
};

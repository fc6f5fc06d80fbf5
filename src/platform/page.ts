/**
 * The browser as a content script sees it. The polyfill that the rest of `platform` uses weighs more than the
 * whole content script may, and a content script needs two namespaces of it.
 */
import type { Browser } from 'webextension-polyfill';

type PageApi = Pick<Browser, 'runtime' | 'i18n'> & {
  readonly dom?: { openOrClosedShadowRoot?(element: Element): ShadowRoot | null };
};

const scope = globalThis as { readonly browser?: PageApi; readonly chrome?: PageApi };

/** Firefox has both names, and promises only under the first. */
function api(): PageApi {
  return (scope.browser ?? scope.chrome) as PageApi;
}

/** Looked up at each use, for an extension that is reloaded takes its interfaces away from the pages it leaves. */
export const pageApi = {
  get runtime(): PageApi['runtime'] {
    return api().runtime;
  },
  get i18n(): PageApi['i18n'] {
    return api().i18n;
  },
};

/** An element's shadow tree, open or closed. Firefox says it on the element, Chrome by a function, to extensions alone. */
export function shadowRootOf(
  element: Element & { readonly openOrClosedShadowRoot?: ShadowRoot | null },
): ShadowRoot | null {
  if (element.openOrClosedShadowRoot !== undefined) return element.openOrClosedShadowRoot;
  return api().dom?.openOrClosedShadowRoot?.(element) ?? element.shadowRoot;
}

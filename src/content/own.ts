/**
 * What we have put into the page ourselves. It is not to be read as the page's: the chip counts seconds, and each of
 * them would be news of the page, to be reported; and its "Filled" would be the site's own message of success.
 *
 * Each half of the content script is a bundle of its own, so what both must know lies in the scope that they share,
 * which no page sees.
 */
const scope = globalThis as { countersignOwn?: WeakSet<Element> };

export const own: WeakSet<Element> = (scope.countersignOwn ??= new WeakSet());

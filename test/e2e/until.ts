import { setTimeout } from 'node:timers/promises';

/** ms between two looks, at first and at most: each of them costs the browser some, and what is waited for long is no hurry. */
const INTERVAL = { first: 50, most: 500 };
/** ms. Much more than is ever needed: only what never comes waits for so long. */
export const PATIENCE = 90_000;

/**
 * Waits until a condition holds and answers what it gave (anything but false, null or undefined). A look that
 * throws counts as "not yet": the page may be on its way to the next one.
 */
export async function until<T>(
  what: string,
  look: () => Promise<T> | T,
  patience = PATIENCE,
): Promise<Exclude<T, false | null | undefined>> {
  const start = Date.now();
  const end = start + patience;
  let last: unknown;
  while (Date.now() < end) {
    const over = new AbortController();
    const late = { signal: over.signal };
    try {
      // A look that never comes back, as at a page that was closed under it, must not outlast the patience.
      const seen = await Promise.race([look(), setTimeout(Math.max(1, end - Date.now()), null, late)]);
      if (seen !== false && seen !== null && seen !== undefined)
        return seen as Exclude<T, false | null | undefined>;
      last = seen;
    } catch (error) {
      last = error;
    } finally {
      over.abort();
    }
    const { first, most } = INTERVAL;
    await setTimeout(Math.min(most, Math.max(first, (Date.now() - start) / 10)));
  }
  throw new Error(`waited in vain until ${what}`, { cause: last });
}

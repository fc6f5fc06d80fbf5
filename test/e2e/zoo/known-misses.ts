/**
 * Pages of the zoo on which the extension does not yet do what is right there, by name and with the reason. The test fails on
 * a page that is wrong and not here, and on one that is here and right.
 */
import type { BrowserKind } from '../../run/browsers.ts';

interface Misses {
  readonly because: string;
  readonly pages: readonly string[];
  /** In both if left out. */
  readonly only?: BrowserKind;
}

const knownMisses: readonly Misses[] = [
  { because: 'nothing is pasted, and these boxes undo what is typed', pages: ['boxes-paste-only'] },
];

export function missesIn(kind: BrowserKind): ReadonlySet<string> {
  return new Set(knownMisses.flatMap(({ pages, only = kind }) => (only === kind ? pages : [])));
}

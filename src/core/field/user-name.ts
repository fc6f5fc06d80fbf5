/** Which of a host's accounts a page speaks of. It only says which one stands first in our own interface. */
import type { PageFacts } from './facts.ts';

interface Named {
  readonly id: string;
  readonly name: string;
}

/** What names are made of; a dot belongs to one only if more of it follows. */
const ENDS_IN_NAME = /[\p{L}\p{M}\p{N}_@+.-]$/u;
const GOES_ON = /^\.?[\p{L}\p{M}\p{N}_@+-]/u;
/** A shorter name is a word like any other. */
const SHORTEST_IN_TEXT = 3;

/**
 * The one whose name stands in a field for user names; else the one whose name can be read near a prompt, or in a
 * heading. null where there is none, or more than one.
 */
export function namedOn(
  page: Pick<PageFacts, 'fields' | 'title' | 'names'>,
  accounts: readonly Named[],
): string | null {
  const names = new Set(page.names.map(folded));
  const inFields = accounts.filter(({ name }) => names.has(folded(name)));
  if (inFields.length > 0) return onlyOf(inFields);
  const text = folded(
    [page.title, ...page.fields.flatMap(({ near, around }) => [near, around])].join(' \n '),
  );
  return onlyOf(accounts.filter(({ name }) => standsIn(text, folded(name))));
}

function onlyOf([first, ...more]: readonly Named[]): string | null {
  return first === undefined || more.length > 0 ? null : first.id;
}

function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase().trim();
}

/** As a word of its own: `bob` is none in `bob@example.com`, nor `ann` in `anna`. */
function standsIn(text: string, name: string): boolean {
  if (name.length < SHORTEST_IN_TEXT) return false;
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    if (
      !ENDS_IN_NAME.test(text.slice(Math.max(0, at - 2), at)) &&
      !GOES_ON.test(text.slice(at + name.length, at + name.length + 4))
    )
      return true;
  }
  return false;
}

/** Numbers the fields of a document, so that background and page mean the same one. */
import { attribute } from './dom.ts';
import type { Boxes } from './read-field.ts';

const MOST = 40;
/** What stays the same when a framework draws a field anew. */
const TRAITS = ['type', 'name', 'id', 'autocomplete', 'placeholder', 'maxlength', 'inputmode', 'aria-label'];

interface Known {
  readonly key: number;
  readonly traits: string;
  readonly field: WeakRef<Element>;
}

/**
 * The same element, the same number; and so has the one that came in the place of one that is gone, for a page that draws its
 * field anew under the pointer, or with each digit, still asks the same question there.
 */
export function createKeys(): (boxes: Boxes) => number {
  const keys = new WeakMap<Element, number>();
  let known: readonly Known[] = [];
  let last = 0;
  return ([first]) => {
    const own = keys.get(first);
    if (own !== undefined) return own;
    const traits = traitsOf(first);
    const gone = known.find((other) => other.traits === traits && !other.field.deref()?.isConnected);
    const key = gone?.key ?? ++last;
    keys.set(first, key);
    const others = known.filter((other) => other !== gone);
    known = [...others, { key, traits, field: new WeakRef<Element>(first) }].slice(-MOST);
    return key;
  };
}

function traitsOf(field: Element): string {
  return JSON.stringify(TRAITS.map((name) => attribute(field, name)));
}

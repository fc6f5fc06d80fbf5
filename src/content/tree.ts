/**
 * The trees that a page is made of: its document, and the shadow trees in it, open and closed. What asks for a code
 * may stand in any of them, and no selector crosses from one to the next.
 */
import { shadowRootOf } from '../platform/page.ts';
import { own } from './own.ts';

export type Tree = Document | ShadowRoot;

const TREES = 60;
const ELEMENTS = 20_000;
/** Asking for a closed tree is dear in Chrome, and of these elements only those that show nothing else have one. */
const ASKED = 300;

/** The document and the shadow trees under it, outer ones first; at most 60, among the first 20 000 elements. */
export function treesOf(root: Tree = document): readonly Tree[] {
  const trees: Tree[] = [root];
  let left = ELEMENTS;
  let askable = ASKED;
  // Grows while it is walked: a tree that is found is searched in its turn.
  for (const tree of trees) {
    for (const element of tree.querySelectorAll('*')) {
      if (left-- === 0 || trees.length === TREES) return trees;
      if (own.has(element)) continue;
      const inner =
        element.shadowRoot ?? (isLikelyHost(element) && askable-- > 0 ? shadowRootOf(element) : null);
      if (inner !== null) trees.push(inner);
    }
  }
  return trees;
}

function isLikelyHost({ localName, firstChild, firstElementChild }: Element): boolean {
  const isEmpty = firstChild === null || firstElementChild?.localName === 'template';
  return localName.includes('-') || (isEmpty && /^(?:div|span|section|main|article)$/.test(localName));
}

/** All that a selector finds, in the order of the trees; at most `most`. */
export function allIn(trees: readonly Tree[], selector: string, most: number): readonly HTMLElement[] {
  const found: HTMLElement[] = [];
  for (const tree of trees) {
    for (const element of tree.querySelectorAll<HTMLElement>(selector)) {
      if (found.push(element) === most) return found;
    }
  }
  return found;
}

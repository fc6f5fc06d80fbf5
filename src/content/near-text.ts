/**
 * The text that a person reads just before an element: walked backwards from it, until another field, a heading
 * or enough. Links and buttons are left out: they say where one may go instead ("Use a backup code"), not what
 * stands here.
 */
import { tidy } from './dom.ts';

const NODES = 90;
const CHARACTERS = 240;
const NO_TEXT = 'a,button,label,select';
const FIELD = 'input:not([type=hidden]),select,textarea';

export function textBefore(element: Element): string {
  const walker = document.createTreeWalker(document);
  walker.currentNode = element;
  let text = '';
  for (let left = NODES; left > 0 && text.length < CHARACTERS; left--) {
    const node = before(walker);
    if (node === null) break;
    if (node instanceof Text) text = `${readable(node)} ${text}`;
    else if (node instanceof Element && endsTheWalk(node, element, text)) break;
  }
  return tidy(text.slice(-CHARACTERS), CHARACTERS);
}

/** A shadow tree is read on where its host stands. */
function before(walker: TreeWalker): Node | null {
  const node = walker.previousNode();
  if (node !== null) return node;
  const root = walker.currentNode.getRootNode();
  return root instanceof ShadowRoot ? (walker.currentNode = root.host) : null;
}

function readable({ parentElement: parent, data }: Text): string {
  return parent !== null && data.trim() !== '' && !parent.closest(NO_TEXT) && parent.checkVisibility()
    ? data
    : '';
}

function endsTheWalk(node: Element, from: Element, text: string): boolean {
  if (node.contains(from)) return node.matches('body,dialog,[role=dialog]');
  if (node.matches('h1,h2,h3,h4,legend,[role=heading]')) return text.trim() !== '';
  return node.matches(FIELD) && node.checkVisibility();
}

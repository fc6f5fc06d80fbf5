/**
 * The text near an element: what a person reads just before it, just after it, and in the part of the page that it
 * stands in. Links and buttons are left out of what stands before: they say where one may go instead ("Use a backup
 * code"), not what stands here.
 */
import { closest, matches, outer, tidy } from './dom.ts';

const NODES = 90;
const CHARACTERS = 240;
const AROUND = 1200;
/** A part of the page with more text than this says too little of one field, and is too dear to read. */
const LARGEST = 6000;
const TEXTS = 600;
const LEVELS = 10;
const NO_TEXT = 'a,button,select,[role=button]';
const NEVER_READ = 'script,style,noscript,template,option,textarea';
const FIELD = 'input:not([type=hidden],[type=submit],[type=button]),select,textarea';
const END = 'body,dialog,[role=dialog]';

/** Walked backwards, until another field, a heading or enough. */
export function textBefore(element: Element): string {
  const walker = document.createTreeWalker(document);
  walker.currentNode = element;
  let text = '';
  for (let left = NODES; left > 0 && text.length < CHARACTERS; left--) {
    const node = before(walker);
    if (node === null) break;
    if (node instanceof Text) text = `${saysWhatStandsHere(node) ? node.data : ''} ${text}`;
    else if (node instanceof Element && endsTheWalk(node, element, text)) break;
  }
  return tidy(text.slice(-CHARACTERS), CHARACTERS);
}

/** Walked forwards, with links and buttons, until another field, or enough. */
export function textAfter(element: Element): string {
  const walker = document.createTreeWalker(element.getRootNode());
  walker.currentNode = element;
  let text = '';
  for (let left = NODES; left > 0 && text.length < CHARACTERS; left--) {
    const node = walker.nextNode();
    if (node === null || (node instanceof Element && isOtherField(node))) break;
    if (node instanceof Text && isRead(node)) text += ` ${node.data}`;
  }
  return tidy(text, CHARACTERS);
}

/** All the text of the largest part of the page around it that is not too large. */
export function textAround(element: Element): string {
  let part = element;
  for (let left = LEVELS; left > 0 && !matches(part, END); left--) {
    const parent = outer(part);
    if (parent === null || isTooLarge(parent)) break;
    part = parent;
  }
  const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
  let text = '';
  for (let node = walker.nextNode(); node !== null && text.length < AROUND; node = walker.nextNode()) {
    if (isRead(node as Text)) text += ` ${(node as Text).data.trim()}`;
  }
  return tidy(text, AROUND);
}

/** Found out without reading all of it, for it may be the whole page. */
function isTooLarge(part: Element): boolean {
  const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
  let length = 0;
  for (let left = TEXTS; left > 0 && length <= LARGEST; left--) {
    const node = walker.nextNode();
    if (node === null) return false;
    length += (node as Text).length;
  }
  return true;
}

/** A shadow tree is read on where its host stands. */
function before(walker: TreeWalker): Node | null {
  const node = walker.previousNode();
  if (node !== null) return node;
  const root = walker.currentNode.getRootNode();
  return root instanceof ShadowRoot ? (walker.currentNode = root.host) : null;
}

function saysWhatStandsHere(node: Text): boolean {
  const parent = node.parentElement;
  if (parent === null || !isRead(node) || closest(parent, NO_TEXT) !== null) return false;
  // A label that belongs to a field says nothing of another; from one that belongs to none, nobody can tell.
  const label = closest(parent, 'label') as HTMLLabelElement | null;
  return label === null || (label.control === null && label.htmlFor === '');
}

function isRead({ parentElement: parent, data }: Text): boolean {
  return (
    parent !== null &&
    data.trim() !== '' &&
    closest(parent, NEVER_READ) === null &&
    parent.checkVisibility({ visibilityProperty: true })
  );
}

function endsTheWalk(node: Element, from: Element, text: string): boolean {
  if (Node.prototype.contains.call(node, from)) return matches(node, END);
  if (matches(node, 'h1,h2,h3,h4,legend,[role=heading]')) return text.trim() !== '';
  return isOtherField(node);
}

function isOtherField(node: Element): boolean {
  return matches(node, FIELD) && node.checkVisibility();
}

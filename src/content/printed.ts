/**
 * Texts that may be a setup key, or an address of one, and what stands around them: in the page's text, in
 * attributes (a picture's alt, a copy button's data, a link), and in fields that nobody can type into. Whether they are is
 * decided in the background.
 */
import type { Printed } from '../core/uri/printed.ts';
import { spelledIn } from '../core/uri/spelled.ts';
import { attribute, isShown, tidy } from './dom.ts';
import { allIn, type Tree } from './tree.ts';

const MOST = 8;
const NODES = 4000;
const ELEMENTS = 3000;
/** Characters. So long an address is taken, and a longer one is told as far as that, to be refused for its length. */
const LONGEST = 8200;
const NEAR = 300;
const LEVELS = 6;
const PARTS = 4;
/** More text than this is not one part of a page. */
const PART = 3000;

/** Most texts are neither, which this finds out for less. */
const LIKELY = /otpauth:\/\/|[A-Z2-7]{16}|[a-z2-7]{16}|[a-z2-7]{3,8}(?:[ \u00a0\u2009-][a-z2-7]{1,8}){2}/i;
const IN_ATTRIBUTE =
  /otpauth:\/\/|^\s*(?:[A-Z2-7]{16,}|[a-z2-7]{16,}|[a-z2-7]{3,8}(?:[ -][a-z2-7]{1,8}){2,})=*\s*$/i;
/** What attributes are called that a page's own names stand in. */
const NAMES =
  /^(?:id|class|name|for|style|type|src|srcset|width|height|action|d|points|transform|role|on\w+)$/;
const ADDRESS = /otpauth:\/\//i;
const isLikely = (text: string): boolean =>
  LIKELY.test(text) && (ADDRESS.test(text) || spelledIn(tidy(text, LONGEST)).length > 0);
const UNREAD = 'script,style,template,noscript';

/** At most 8. */
export function printedOn(trees: readonly Tree[]): readonly Printed[] {
  const found = new Map<string, Printed>();
  const add = (text: string, at: Element): boolean => {
    const clean = tidy(text, LONGEST);
    // The same key twice is told once: where it stands first, which is where its label is.
    if (!found.has(clean)) found.set(clean, { text: clean, near: near(at, clean) });
    return found.size === MOST;
  };
  for (const [text, at] of textsOf(trees)) if (add(text, at)) break;
  for (const [text, at] of attributesOf(trees)) if (found.size === MOST || add(text, at)) break;
  return [...found.values()];
}

function* textsOf(trees: readonly Tree[]): Generator<readonly [string, Element]> {
  for (const tree of trees) yield* textsIn(tree);
}

function* textsIn(root: Tree): Generator<readonly [string, Element]> {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  let last: Element | null = null;
  for (let left = NODES, node = walker.nextNode(); node !== null && left > 0; left--) {
    const { data, parentElement } = node as Text;
    const group = /^\s*[a-z2-7]{2,8}\s*$/i.test(data) ? parentElement?.parentElement : null;
    const at = isLikely(data) ? parentElement : group;
    node = walker.nextNode();
    if (!at || at === last || at.closest(UNREAD) !== null) continue;
    const text = at === group ? textIn(at) : data;
    // Groups in elements of their own are one text only where nothing but they stand together.
    if (text.length > LONGEST || !isLikely(text) || (at === group && !IN_ATTRIBUTE.test(text))) continue;
    last = at;
    if (isShown(at)) yield [text, at];
  }
}

/** The text of its children, each set off from the next. */
function textIn(element: Element): string {
  if (element.childNodes.length > 64) return '';
  return [...element.childNodes]
    .map((child) => child.textContent?.trim() ?? '')
    .join(' ')
    .trim();
}

function* attributesOf(trees: readonly Tree[]): Generator<readonly [string, Element]> {
  const selector =
    'a,button,img,svg,canvas,input,textarea,div,span,code,p,clipboard-copy,[data-clipboard-text]';
  for (const element of allIn(trees, selector, ELEMENTS)) {
    const field = element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;
    if (field && element.type !== 'hidden') {
      const fixed = element.readOnly || element.disabled;
      if (fixed && IN_ATTRIBUTE.test(element.value)) yield [element.value, element];
    }
    if (field) continue; // its attributes are what was in it once, or a name of the page's
    // By their names, for the browser makes an object of each attribute that is asked for as such.
    for (const name of element.getAttributeNames()) {
      if (NAMES.test(name)) continue;
      const value = attribute(element, name);
      if (value.length >= 16 && IN_ATTRIBUTE.test(value.slice(0, LONGEST))) yield [value, element];
    }
  }
}

/** What it is called, and the texts of the parts of the page that it stands in, the smallest first. */
function near(element: Element, text: string): readonly string[] {
  const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : [];
  const called = [
    element.ariaLabel,
    element.getAttribute('title'),
    ...labels.map((label) => label.textContent),
  ];
  const parts = [tidy(called.join(' '), NEAR)];
  let at: Element | null = element;
  for (let level = 0; at !== null && level < LEVELS; level++, at = outside(at)) {
    const all = tidy(at.textContent, PART + 1);
    if (all.length > PART) break;
    const part = around(all, text);
    if (part !== '' && part !== parts.at(-1)) parts.push(part);
  }
  return parts.filter((part) => part !== '').slice(0, PARTS);
}

function outside(element: Element): Element | null {
  const root = element.getRootNode();
  return element.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
}

/** So much of it as stands around the key, without the key. */
function around(part: string, text: string): string {
  const at = Math.max(0, part.indexOf(text));
  const before = part.slice(Math.max(0, at - NEAR), at);
  return tidy(
    `${before} ${part
      .slice(at)
      .replace(text, ' ')
      .slice(0, NEAR / 2)}`,
    2 * NEAR,
  );
}

/** The one reader: what stands on the page, as facts for the background and as elements for us. */
import type { FieldFacts, PageFacts } from '../core/field/facts.ts';
import { hasWords, mayWantCode } from './candidates.ts';
import { isShown, tidy } from './dom.ts';
import { listsOf } from './lists.ts';
import { textBefore } from './near-text.ts';
import { picturesOf, signatureOf, type PictureElement } from './pictures.ts';
import { fieldsOf, readField, type Boxes } from './read-field.ts';

/** Fields whose surroundings are read. Forms with more fields than this are not where a code is asked for. */
const FIELDS = 40;
const TITLES = 'h1,h2,h3,legend,[role=heading],dialog[open] header';
const MESSAGES =
  '[role=alert],[role=status],[aria-live=polite],[aria-live=assertive],[class*=error],[class*=alert],[class*=success]';

export interface Reading {
  readonly facts: PageFacts;
  readonly fields: ReadonlyMap<number, Boxes>;
  readonly pictures: readonly PictureElement[];
  /** Where a list of like words begins. */
  readonly list: Element | null;
  /** Whether the background should hear of it by itself. */
  readonly worth: boolean;
  /** Whether something can still become of the page: it has a field or a picture. */
  readonly alive: boolean;
  /** Differs when anything that matters does. */
  readonly signature: string;
}

/** Numbers the fields of a document: the same element, the same number. */
export function createKeys(): (boxes: Boxes) => number {
  const keys = new WeakMap<Element, number>();
  let last = 0;
  return ([first]) => {
    if (first === undefined) return 0;
    const key = keys.get(first) ?? ++last;
    keys.set(first, key);
    return key;
  };
}

/** `thorough` reads the lists of words even where nothing says that they matter. */
export function readPage(keyOf: (boxes: Boxes) => number, thorough: boolean): Reading {
  const all = fieldsOf(document).slice(0, FIELDS);
  const read = all.map((boxes) => ({ boxes, facts: readField(boxes, keyOf(boxes)) }));
  const fields = new Map<number, Boxes>();
  const wanted: FieldFacts[] = [];
  for (const { boxes, facts } of read) {
    if (facts === null || !mayWantCode(facts)) continue;
    fields.set(facts.key, boxes);
    if (boxes.some((box) => box === document.activeElement)) wanted.unshift(facts);
    else wanted.push(facts);
  }
  const title = textOf(TITLES, 300, document.title);
  const shown = picturesOf(document);
  const promising = wanted.length > 0 || hasWords(title) || shown.some((one) => hasWords(textBefore(one)));
  const pictures = promising ? shown : [];
  const lists = promising || thorough ? listsOf(document) : [];
  const facts = {
    fields: wanted,
    asksPassword: read.some(({ facts }) => facts?.type === 'password' && !fields.has(facts.key)),
    title,
    pictures: pictures.length,
    lists: lists.map(({ words }) => words),
    messages: textOf(MESSAGES, 400),
  };
  return {
    facts,
    fields,
    pictures,
    list: lists[0]?.at ?? null,
    worth: wanted.length > 0 || pictures.length > 0 || lists.length > 0,
    alive: all.length > 0 || shown.length > 0,
    signature: JSON.stringify([facts, pictures.map(signatureOf)]),
  };
}

/** The text of what is shown of these elements, a dozen at most. */
function textOf(selector: string, cap: number, first = ''): string {
  let text = first;
  for (const element of [...document.querySelectorAll(selector)].slice(0, 12)) {
    if (text.length < cap && isShown(element)) text += ` ${tidy(element.textContent.slice(0, 1000), cap)}`;
  }
  return tidy(text, cap);
}

/** The one reader: what stands on the page, as facts for the background and as elements for us. */
import type { FieldFacts, PageFacts } from '../core/field/facts.ts';
import { hasWords, isOpenToCode, mayWantCode } from './candidates.ts';
import { isShown, tidy } from './dom.ts';
import { listsOf } from './lists.ts';
import { textBefore } from './near-text.ts';
import { printedOn } from './printed.ts';
import { picturesOf, signatureOf, type PictureElement } from './pictures.ts';
import { fieldsOf, readField, type Boxes } from './read-field.ts';
import { allIn, treesOf, type Tree } from './tree.ts';

/** As many as a report may hold. */
const FIELDS = 40;
const TITLES = 'h1,h2,h3,legend,[role=heading]';
const MESSAGES = '[role=alert],[role=status],[aria-live],[class*=error],[class*=alert],[class*=success]';

export interface Reading {
  readonly facts: PageFacts;
  readonly fields: ReadonlyMap<number, Boxes>;
  readonly pictures: readonly PictureElement[];
  /** What a list of like words stands in. */
  readonly list: readonly Element[];
  /** Whether the background should hear of it by itself. */
  readonly worth: boolean;
  /** Whether something can still become of the page: it has a field or a picture. */
  readonly alive: boolean;
  /** Differs when anything that matters does. */
  readonly signature: string;
}

/** `thorough` reads the lists of words even where nothing says that they matter. */
export function readPage(keyOf: (boxes: Boxes) => number, thorough: boolean): Reading {
  const trees = treesOf();
  const all = fieldsOf(trees);
  const fields = new Map<number, Boxes>();
  const wanted: FieldFacts[] = [];
  let asksPassword = false;
  for (const boxes of all) {
    const facts = fields.size < FIELDS ? wantedOf(boxes, keyOf(boxes)) : null;
    if (facts === null) asksPassword ||= boxes[0].type === 'password';
    else {
      fields.set(facts.key, boxes);
      // The field that a person is at is the one that matters most.
      if (boxes.some((box) => box.matches(':focus'))) wanted.unshift(facts);
      else wanted.push(facts);
    }
  }
  const title = textOf(trees, TITLES, 300, document.title);
  const shown = picturesOf(trees);
  const promising = wanted.length > 0 || hasWords(title) || shown.some((one) => hasWords(textBefore(one)));
  const pictures = promising ? shown : [];
  const lists = promising || thorough ? listsOf(trees, title) : [];
  const printed = promising || thorough ? printedOn(trees) : [];
  const facts = {
    fields: wanted,
    asksPassword,
    title,
    pictures: pictures.length,
    lists: lists.map(({ words, near }) => ({ words, near: `${near} ${title}` })),
    printed,
    messages: textOf(trees, MESSAGES, 400),
  };
  return {
    facts,
    fields,
    pictures,
    list: lists[0]?.at ?? [],
    worth: wanted.length > 0 || pictures.length > 0 || lists.length > 0 || printed.length > 0,
    alive: all.length > 0 || shown.length > 0,
    signature: JSON.stringify([facts, pictures.map(signatureOf)]),
  };
}

/** The facts of a field that may want a code, else null. */
function wantedOf(boxes: Boxes, key: number): FieldFacts | null {
  const facts = readField(boxes, key);
  if (!isOpenToCode(facts)) return null;
  const full = { ...facts, near: textBefore(boxes[0]) };
  return mayWantCode(full) ? full : null;
}

/** The text of what is shown of these elements, a dozen at most. */
function textOf(trees: readonly Tree[], selector: string, cap: number, first = ''): string {
  let text = first;
  for (const element of allIn(trees, selector, 12)) {
    if (text.length < cap && isShown(element)) text += ` ${tidy(element.textContent.slice(0, 1000), cap)}`;
  }
  return tidy(text, cap);
}

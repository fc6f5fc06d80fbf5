/** The one reader: what stands on the page, as facts for the background and as elements for us. */
import type { FieldFacts, PageFacts } from '../core/field/facts.ts';
import { hasWords, isOpenToCode, isPassword, mayWantCode } from './candidates.ts';
import { isShown, tidy } from './dom.ts';
import { listsOf } from './lists.ts';
import { textBefore } from './near-text.ts';
import { printedOn } from './printed.ts';
import { picturesOf, signatureOf, type PictureElement } from './pictures.ts';
import { fieldsOf, readField, withPart, withSurroundings, type Boxes } from './read-field.ts';
import { createNeighbours } from './surroundings.ts';
import { allIn, treesOf, type Tree } from './tree.ts';
import { userNamesOn } from './user-names.ts';

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
  /** Whether something can still become of the page: it has a field, or a picture on which a code may be drawn. */
  readonly alive: boolean;
  /** Differs when anything that matters does. */
  readonly signature: string;
}

/** `thorough` reads the lists of words even where nothing says that they matter, and tells of all fields. */
export function readPage(keyOf: (boxes: Boxes) => number, thorough: boolean): Reading {
  const trees = treesOf();
  const all = fieldsOf(trees);
  const { fields, wanted, others, passwords } = readFields(all, keyOf);
  const title = textOf(trees, TITLES, 300, document.title);
  const shown = picturesOf(trees);
  const promising = wanted.length > 0 || hasWords(title) || shown.some((one) => hasWords(textBefore(one)));
  const pictures = promising ? shown : [];
  const lists = promising || thorough ? listsOf(trees, title) : [];
  const printed = promising || thorough ? printedOn(trees) : [];
  const facts = {
    fields: [...wanted, ...(thorough ? others : passwords)].slice(0, FIELDS),
    asksPassword: passwords.length > 0,
    title,
    pictures: pictures.length,
    lists: lists.map(({ words, near }) => ({ words, near: `${near} ${title}` })),
    printed,
    messages: textOf(trees, MESSAGES, 400),
    names: wanted.length > 0 ? userNamesOn(trees) : [],
  };
  return {
    facts,
    fields,
    pictures,
    list: lists[0]?.at ?? [],
    worth: [wanted, passwords, pictures, lists, printed].some(({ length }) => length > 0),
    alive: all.length > 0 || pictures.length > 0,
    signature: JSON.stringify([facts, pictures.map(signatureOf)], withoutClocks),
  };
}

/** "Send again in 29 s" changes every second, and a name with each key: nothing is offered otherwise for that. */
function withoutClocks(name: string, value: unknown): unknown {
  return name === 'after' || name === 'around' || name === 'names' ? undefined : value;
}

interface FieldsRead {
  /** The elements of those that may want a code, and of the passwords, by their keys. */
  readonly fields: ReadonlyMap<number, Boxes>;
  readonly wanted: readonly FieldFacts[];
  readonly others: readonly FieldFacts[];
  /** Of the others those for a password, behind which a person may want the code: only the background knows where. */
  readonly passwords: readonly FieldFacts[];
}

function readFields(all: readonly Boxes[], keyOf: (boxes: Boxes) => number): FieldsRead {
  const fields = new Map<number, Boxes>();
  const wanted: FieldFacts[] = [];
  const others: FieldFacts[] = [];
  const neighbours = createNeighbours();
  for (const boxes of all) {
    const own = readField(boxes, keyOf(boxes));
    const isOpen = isOpenToCode(own) && fields.size < FIELDS;
    const facts = isOpen ? withSurroundings(own, boxes, neighbours) : own;
    if (!isOpen || !mayWantCode(facts)) {
      others.push(facts);
      if (isPassword(facts)) fields.set(facts.key, boxes);
      continue;
    }
    fields.set(facts.key, boxes);
    const full = withPart(facts, boxes);
    // The field that a person is at is the one that matters most.
    if (boxes.some((box) => box.matches(':focus'))) wanted.unshift(full);
    else wanted.push(full);
  }
  return { fields, wanted, others, passwords: others.filter(isPassword) };
}

/** The text of what is shown of these elements, a dozen at most. */
function textOf(trees: readonly Tree[], selector: string, cap: number, first = ''): string {
  let text = first;
  for (const element of allIn(trees, selector, 12)) {
    if (text.length < cap && isShown(element)) text += ` ${tidy(element.textContent.slice(0, 1000), cap)}`;
  }
  return tidy(text, cap);
}

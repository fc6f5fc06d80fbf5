/** What stands around a field and is no text: what it is held in, a picture beside it, boxes drawn for it, other fields. */
import { attribute, childrenOf, isShown, matches, outer, tidy } from './dom.ts';
import { formAround, type Entry } from './entry.ts';

const LEVELS = 4;
const OTHER_FIELDS =
  'input:not([type=hidden],[type=submit],[type=button],[type=image],[type=reset],[type=checkbox],[type=radio]),textarea,select';
const PICTURES = 'img,canvas,svg,object';
/** As many fields as are looked at before it is clear that there are others. */
const LOOKED_AT = 40;
const PARTS = 8;
/** With more than so many in one place, nothing is drawn there for a code. */
const MOST_PARTS = 16;

/** Ids and classes of what a field stands in, the nearest first. */
export function containersOf(field: Element): string {
  const names: string[] = [];
  let part = outer(field);
  for (let left = LEVELS; left > 0 && part !== null && !matches(part, 'body,form'); left--) {
    names.push(attribute(part, 'id'), attribute(part, 'class'), attribute(part, 'data-testid'));
    part = outer(part);
  }
  return tidy(names.join(' '), 240);
}

/** The first fields of each form, and of each tree beside its forms, found once for all that stand there. */
export type Neighbours = (field: Entry) => readonly Element[];

export function createNeighbours(): Neighbours {
  const known = new Map<Node, readonly Element[]>();
  return (field) => {
    const scope = formAround(field) ?? (field.getRootNode() as Document | ShadowRoot);
    const all = known.get(scope) ?? fieldsIn(scope);
    known.set(scope, all);
    return all;
  };
}

function fieldsIn(scope: Element | Document | ShadowRoot): readonly Element[] {
  const found =
    scope instanceof Element
      ? Element.prototype.querySelectorAll.call(scope, OTHER_FIELDS)
      : scope.querySelectorAll(OTHER_FIELDS);
  return [...found].slice(0, LOOKED_AT).filter(isShown);
}

/** Whether nothing else could be typed into in its form, or in its tree if it has none. */
export function isAlone(boxes: readonly Entry[], neighbours: Neighbours): boolean {
  const [first] = boxes;
  return (
    first !== undefined && neighbours(first).every((other) => (boxes as readonly Element[]).includes(other))
  );
}

/** What a picture in the same small part of the page says of itself, and whether it is as wide as a line of writing. */
export function pictureBeside(field: Element): string {
  let part = field;
  for (let left = 3; left > 0; left--) {
    const parent = outer(part);
    if (parent === null || matches(parent, 'body,form,dialog') || holdsOthers(parent)) return '';
    const picture = [...parent.querySelectorAll(PICTURES)].find(isNoIcon);
    if (picture !== undefined) return describe(picture);
    part = parent;
  }
  return '';
}

/** How many like boxes are drawn, each for a character, for a field that they stand beside or under; 0 for none. */
export function drawnBoxes(field: Element): number {
  let part = outer(field);
  for (let left = 3; left > 0 && part !== null && !matches(part, 'body,form'); left--) {
    const parts = part.childElementCount > MOST_PARTS ? [] : [part, ...childrenOf(part)];
    const drawn = parts.map(likeBoxesIn).find((count) => count > 0);
    if (drawn !== undefined) return drawn;
    part = outer(part);
  }
  return 0;
}

function likeBoxesIn(part: Element): number {
  if (part.childElementCount > MOST_PARTS) return 0;
  const boxes = childrenOf(part).filter((child) => !(child instanceof HTMLInputElement));
  const [first] = boxes;
  if (first === undefined || boxes.length < 4 || boxes.length > PARTS) return 0;
  const { width, height, top } = first.getBoundingClientRect();
  if (width < 8 || width > 100 || height < 16) return 0;
  const alike = boxes.every((box) => {
    const place = box.getBoundingClientRect();
    return (
      box.tagName === first.tagName &&
      box.textContent.trim().length <= 1 &&
      Math.abs(place.top - top) < 3 &&
      Math.abs(place.width - width) < 3
    );
  });
  return alike ? boxes.length : 0;
}

function holdsOthers(part: Element): boolean {
  return part.querySelectorAll(OTHER_FIELDS).length > 1;
}

function isNoIcon(picture: Element): boolean {
  const { width, height } = picture.getBoundingClientRect();
  if (width === 0 && height === 0) return false;
  if (picture.localName === 'svg') return width >= 60 && height >= 20 && width < 400;
  const said = Number.parseInt(attribute(picture, 'width'), 10);
  return Number.isNaN(said) || said > 32;
}

function describe(picture: Element): string {
  const { width, height } = picture.getBoundingClientRect();
  const wide = height >= 15 && height <= 100 && width >= 1.8 * height && width <= 300 ? 'wide' : '';
  const says = ['alt', 'title', 'id', 'name', 'class', 'aria-label'].map((name) => attribute(picture, name));
  const source = attribute(picture, 'src');
  const file = source.startsWith('data:') ? '' : source.replace(/^\w+:\/\/[^/]*/, '').replace(/\?.*/s, '');
  return tidy(`picture ${wide} ${says.join(' ')} ${file}`, 200);
}

/** One field of the page, or one row of boxes, as facts. */
import { isDeclared, type FieldFacts } from '../core/field/facts.ts';
import { attribute, isOnPage, isShown, isWithheld, tidy } from './dom.ts';
import { ENTRIES, formAround, isInput, labelsOf, roomIn, takesTyping, textIn, type Entry } from './entry.ts';
import { isInHiddenFrame } from './frames.ts';
import { textAfter, textAround, textBefore } from './near-text.ts';
import { inRows, type Box, type Row } from './rows.ts';
import { containersOf, drawnBoxes, isAlone, pictureBeside, type Neighbours } from './surroundings.ts';
import { allIn, type Tree } from './tree.ts';

/** What a field is made of, in the order in which they take the code. */
export type Boxes = Row<Entry>;

const MOST = 200;
/** What names a field, besides its id: its name, and what frameworks and their tests name it by instead. */
const NAMES = [
  'name',
  'formcontrolname',
  'data-testid',
  'data-test-id',
  'data-test',
  'data-qa',
  'data-cy',
  'data-name',
];
/** `ng-model`, `v-model.trim`, `wire:model.defer`, `x-model` … */
const BINDING = /^(?:\[?\(?ng-?model|v-model|wire:model|x-model)/i;

/** Every field that a person could type a code into, single or in a row; at most 200 inputs are looked at. */
export function fieldsOf(trees: readonly Tree[]): readonly Boxes[] {
  if (isInHiddenFrame(window)) return [];
  const entries = allIn(trees, ENTRIES, MOST).filter(isOpen);
  const boxes = entries.map((input, at) => boxOf(input, entries[at - 1]));
  // Boxes of a row may be enabled one by one; a field of its own that is disabled takes nothing.
  return inRows(boxes)
    .filter(([{ input }]) => !(isInput(input) && input.disabled))
    .map(([first, ...more]): Boxes => [first.input, ...more.map(({ input }) => input)]);
}

function isOpen(input: Entry): boolean {
  if (!takesTyping(input)) return false;
  // A declared field may be laid over drawn boxes, with no size of its own until it has the focus.
  if (!isShown(input) && !(isForCode(input) && isOnPage(input))) return false;
  // Nobody types into a field that is kept from all readers, until somebody does.
  return !isWithheld(input) || input.matches(':focus');
}

function isForCode(input: Element): boolean {
  return isDeclared({ autocomplete: attribute(input, 'autocomplete') });
}

const typeOf = (entry: Entry): string => (isInput(entry) ? entry.type : 'text');

function boxOf(input: Entry, before: Entry | undefined): Box & { input: Entry } {
  const { inputMode } = input;
  const [type, maxLength] = [typeOf(input), roomIn(input)];
  const { top, width, height } = input.getBoundingClientRect();
  const digits = inputMode === 'numeric' || type === 'number' || type === 'tel';
  const beside = before !== undefined && input.previousElementSibling === before;
  const next = beside && (digits || (isBare(input) && isBare(before) && areAlike(input, before)));
  return { input, type, maxLength, next, declared: isForCode(input), top, width, height };
}

/** Nothing says what it is for: so it is for what the field before it is for. */
function isBare(input: Entry): boolean {
  const says = attribute(input, 'placeholder') + attribute(input, 'name') + attribute(input, 'aria-label');
  return says.length <= 1 && labelsOf(input).length === 0;
}

function areAlike(input: Element, before: Element): boolean {
  return attribute(input, 'class') === attribute(before, 'class');
}

/** Everything but what stands around it, which is dearer to read. */
export function readField(boxes: Boxes, key: number): FieldFacts {
  const [first] = boxes;
  return {
    key,
    type: typeOf(first),
    name: own(first, ...NAMES, ...first.getAttributeNames().filter((name) => BINDING.test(name))),
    id: own(first, 'id'),
    autocomplete: own(first, 'autocomplete').toLowerCase(),
    placeholder: own(first, 'placeholder', 'data-placeholder', 'aria-placeholder'),
    inputMode: first.inputMode,
    pattern: own(first, 'pattern'),
    maxLength: roomIn(first) < 0 ? null : roomIn(first),
    ariaLabel: ariaLabel(first),
    label: tidy(labelsOf(first).map(textOf).join(' '), 240),
    near: '',
    after: '',
    around: '',
    form: formOf(first),
    container: own(first, 'class'),
    picture: '',
    alone: false,
    drawn: 0,
    boxes: boxes.length,
    holds: holds(valueOf(boxes)),
    refused: boxes.some(isRefused),
  };
}

/** What decides whether it is to be judged at all. */
export function withSurroundings(facts: FieldFacts, boxes: Boxes, neighbours: Neighbours): FieldFacts {
  const [first] = boxes;
  return {
    ...facts,
    near: textBefore(first),
    after: textAfter(boxes.at(-1) ?? first),
    container: tidy(`${facts.container} ${containersOf(first)}`, 400),
    alone: isAlone(boxes, neighbours),
    drawn: drawnBoxes(first),
  };
}

/** What is read only of those that are. */
export function withPart(facts: FieldFacts, boxes: Boxes): FieldFacts {
  return { ...facts, around: textAround(boxes[0]), picture: pictureBeside(boxes.at(-1) ?? boxes[0]) };
}

export const valueOf = (boxes: Boxes): string => boxes.map(textIn).join('');

/** What is in a field, without saying what: no value that a person typed leaves the page. */
export function holds(value: string): FieldFacts['holds'] {
  if (value === '') return 'nothing';
  return /^\d{5,10}$/.test(value.replace(/[\s-]/g, '')) ? 'code' : 'other';
}

function own(input: Element, ...names: readonly string[]): string {
  return tidy(names.map((name) => attribute(input, name)).join(' '), 160);
}

function ariaLabel(input: Element): string {
  const texts = referredTo(input, 'aria-labelledby', 'aria-describedby').map(textOf);
  return tidy(`${own(input, 'aria-label', 'title')} ${texts.join(' ')} ${saidByHost(input)}`, 240);
}

/** A component says on its outside what the field in it is for. */
function saidByHost(input: Element): string {
  const root = input.getRootNode();
  if (!(root instanceof ShadowRoot)) return '';
  return own(root.host, 'label', 'aria-label', 'placeholder', 'name', 'id');
}

function referredTo(input: Element, ...names: readonly string[]): readonly Element[] {
  const ids = own(input, ...names).split(' ');
  // Ids are looked up in the element's own tree, as the browser does.
  const tree = input.getRootNode() as Tree;
  return ids.map((id) => tree.getElementById(id)).filter((element) => element !== null);
}

function textOf(element: Element): string {
  return element.textContent.slice(0, 400);
}

function formOf(field: Entry): string {
  const form = formAround(field);
  if (form === null) return '';
  const action = attribute(form, 'action').replace(/[?#].*/s, '');
  return tidy(`${own(form, 'id', 'name', 'class')} ${action}`, 240);
}

function isRefused(input: Element): boolean {
  if (attribute(input, 'aria-invalid') === 'true') return true;
  return referredTo(input, 'aria-errormessage').some((message) => isShown(message));
}

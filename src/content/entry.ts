/** What a person can type a code into: an input, or an element of one line that the page lets them edit. */
import { attribute, closest, matches, outer } from './dom.ts';

export type Entry = HTMLElement;

export const ENTRIES = 'input:not([type=hidden]),[contenteditable]';

/** As the browser takes it, for widgets write types that there are none of. */
const TYPES = /^(?:text|tel|number|password)$/;
/** What an editor for texts says of itself. */
const EDITOR =
  '[aria-multiline=true],[aria-autocomplete],[aria-haspopup],[role=combobox],[role=searchbox],[data-lexical-editor],' +
  '[data-slate-editor]';
/** And what the libraries for such editors call theirs. */
const EDITOR_CLASS = /editor|prosemirror|tiptap|\bql-|\bcke?_/i;
/** CSS pixels. Whatever is higher is there for several lines. */
const HIGHEST = 72;
const LONGEST = 64;

export const isInput = (entry: Element): entry is HTMLInputElement => entry instanceof HTMLInputElement;

/** Whether a code can be typed there as far as its own kind goes. */
export function takesTyping(entry: Entry): boolean {
  return isInput(entry) ? TYPES.test(entry.type) && !entry.readOnly : isEditableLine(entry);
}

/** Not an editor, in which a code in the wrong place would be sent as somebody's message. */
function isEditableLine(element: Entry): boolean {
  if (attribute(element, 'contenteditable') === 'false') return false;
  if (matches(element, EDITOR) || EDITOR_CLASS.test(attribute(element, 'class'))) return false;
  const around = outer(element);
  if (around !== null && closest(around, '[contenteditable]') !== null) return false;
  return element.getBoundingClientRect().height <= HIGHEST && textIn(element).length <= LONGEST;
}

/** What is typed there. */
export function textIn(entry: Entry): string {
  // Editors keep signs that take no room in a line that is empty.
  return isInput(entry) ? entry.value : entry.textContent.replace(/[\u200B\uFEFF]/g, '').trim();
}

/** How much it takes; -1 where nothing is said of that. */
export const roomIn = (entry: Entry): number => (isInput(entry) ? entry.maxLength : -1);

export const labelsOf = (entry: Entry): readonly Element[] =>
  isInput(entry) ? [...(entry.labels ?? [])] : [];

/** The form that it belongs to. */
export function formAround(entry: Entry): HTMLFormElement | null {
  const form = isInput(entry) ? entry.form : closest(entry, 'form');
  return form instanceof HTMLFormElement ? form : null;
}

/**
 * Lists of like short words, which recovery codes are shown as: elements without children, and lines of a text,
 * that follow each other and are of one shape. Whether they are recovery codes is decided in the background.
 */
import { isShown, tidy } from './dom.ts';

const ITEMS = 'li,code,td,samp,kbd,dd,p,pre,div,span,textarea,input[readonly]';
const LOOKED_AT = 3000;
const LISTS = 4;
const ENTRIES = 64;
/** What is shorter is the number beside a code, and neither belongs to a list nor ends one. */
const SHORTEST = 4;
/** More text than 64 codes make is no list of codes. */
const LONGEST = 4000;

export interface WordList {
  readonly words: readonly string[];
  /** What it stands in on the page, word for word. */
  readonly at: readonly Element[];
}

export function listsOf(root: ParentNode): readonly WordList[] {
  const runs: { words: string[]; at: Element[]; shape: string }[] = [];
  for (const at of [...root.querySelectorAll(ITEMS)].slice(0, LOOKED_AT)) {
    for (const word of linesOf(at)) {
      const shape = shapeOf(word);
      const last = runs.at(-1);
      if (word.length < SHORTEST || (shape === '' && !last?.shape)) continue;
      // Asked last, and only where it matters, for it makes the browser lay the page out.
      if (!isShown(at)) continue;
      if (last?.shape === shape) {
        last.words.push(word);
        last.at.push(at);
      } else runs.push({ words: [word], at: [at], shape });
    }
  }
  return runs
    .filter(isCodeLike)
    .slice(0, LISTS)
    .map(({ words, at }) => ({ words: words.slice(0, ENTRIES), at }));
}

function linesOf(element: Element): readonly string[] {
  const text = ownText(element);
  if (text === null || text.length > LONGEST || element.closest('a,button') !== null) return [];
  const broken = element.childElementCount > 0 || element.tagName === 'PRE';
  const lines = (broken ? (element as HTMLElement).innerText : text).trim().split(/\n/);
  return lines.map((line) => tidy(line, 100)).filter((line) => line !== '');
}

/** null for an element whose text belongs to its children. */
function ownText(element: Element): string | null {
  if (isField(element)) return element.readOnly || element.disabled ? element.value : null;
  return [...element.children].every(({ tagName }) => tagName === 'BR') ? element.textContent : null;
}

const isField = (element: Element): element is HTMLInputElement | HTMLTextAreaElement =>
  element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;

/** The lengths of a word's groups, so that words that look alike have the same; '' for what is no such word. */
export function shapeOf(word: string): string {
  const bare = word.replace(/^\d{1,2}[.):]\s*/, '');
  if (bare.length < 6 || !/^[a-z0-9]{3,32}(?:[- ][a-z0-9]{3,32}){0,7}$/i.test(bare)) return '';
  return bare.replace(/[a-z0-9]+/gi, ({ length }) => String(length));
}

/** Menus and names are lists of like words too, but without a digit in any. */
function isCodeLike({ words }: { words: readonly string[] }): boolean {
  return words.length > 1 && words.some((word) => /\d/.test(word.slice(3))); // past "1. "
}

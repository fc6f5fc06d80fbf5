/**
 * Lists of like short words, which recovery codes are shown as: elements without children, and lines of a text,
 * that follow each other and are of one shape; and single ones, where the page speaks of such codes just before.
 * Whether they are recovery codes is decided in the background.
 */
import { isDrawnInCases, isDrawnInLetters } from '../core/recovery/letters.ts';
import { NUMBERING } from '../core/recovery/numbering.ts';
import { isShown, tidy } from './dom.ts';
import { textBefore } from './near-text.ts';
import { lossStems } from './stems.ts';
import { allIn, type Tree } from './tree.ts';

const ITEMS = 'li,code,td,samp,kbd,dd,p,pre,div,span,strong,b,textarea,input,a[download]';
const LOOKED_AT = 3000;
const LISTS = 4;
const ENTRIES = 64;
/** What is shorter is the number beside a code, and neither belongs to a list nor ends one. */
const SHORTEST = 4;
/** One that stands alone. */
const SHORTEST_ALONE = 8;
/** More text than 64 codes make is no list of codes. */
const LONGEST = 4000;
/** What a code that stands alone is called, in as few stems as say it: the background has all the words. */
const KEPT_FOR_LOSS = new RegExp(lossStems.join('|'), 'i');

export interface WordList {
  readonly words: readonly string[];
  /** The text before it. */
  readonly near: string;
  /** What it stands in on the page, word for word. */
  readonly at: readonly [Element, ...Element[]];
}

interface Run {
  readonly words: string[];
  readonly at: [Element, ...Element[]];
  readonly shape: string;
}

/** At most 4, the longest first; `title` is what the page calls itself. */
export function listsOf(trees: readonly Tree[], title: string): readonly WordList[] {
  return runsIn(trees)
    .filter((run) => isCodeLike(run))
    .map(({ words, at }) => ({ words: words.slice(0, ENTRIES), near: textBefore(at[0]), at }))
    .filter(({ words, near }) => words.length > 1 || KEPT_FOR_LOSS.test(`${near} ${title}`))
    .toSorted((one, other) => other.words.length - one.words.length)
    .slice(0, LISTS);
}

function runsIn(trees: readonly Tree[]): readonly Run[] {
  const runs: Run[] = [];
  for (const at of allIn(trees, ITEMS, LOOKED_AT)) {
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
  return runs;
}

function linesOf(element: Element): readonly string[] {
  const text = ownText(element);
  if (text === null || text.length > LONGEST || element.closest('a:not([download]),button') !== null)
    return [];
  const broken = element.childElementCount > 0;
  // Two to a line stand further apart than the groups of one.
  const lines = (broken ? (element as HTMLElement).innerText : text).trim().split(/\n|\t|\s{2,}/);
  return lines.map((line) => tidy(line, 100)).filter((line) => line !== '');
}

/** null for an element whose text belongs to its children. */
function ownText(element: Element): string | null {
  if (isField(element)) return element.readOnly || element.disabled ? element.value : null;
  if (element instanceof HTMLAnchorElement) return fileIn(element.href);
  return [...element.children].every(({ tagName }) => tagName === 'BR') ? element.textContent : null;
}

/** The text of a file that the page holds in the link to it; what it holds elsewhere is not fetched. */
function fileIn(address: string): string | null {
  const [, base64, text = ''] = /^data:text\/plain[^,]*?(;base64)?,(.*)$/is.exec(address) ?? [];
  if (text.length > 2 * LONGEST) return null;
  try {
    return base64 === undefined ? decodeURIComponent(text) : atob(text);
  } catch {
    return null;
  }
}

const isField = (element: Element): element is HTMLInputElement | HTMLTextAreaElement =>
  element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;

/** The lengths of a word's groups, so that words that look alike have the same; '' for what is no such word. */
export function shapeOf(word: string): string {
  const bare = word.replace(/^\d{1,2}[.):]\s*/, '');
  if (bare.length < 6 || !/^[a-z0-9]{3,32}(?:[- ][a-z0-9]{3,32}){0,7}$/i.test(bare)) return '';
  return bare.replace(/[a-z0-9]+/gi, ({ length }) => String(length));
}

/** Menus and names are lists of like words too, but none of them looks drawn. */
function isCodeLike({ words, shape }: Run): boolean {
  const [first = ''] = words;
  return shape !== '' && words.some(looksDrawn) && (words.length > 1 || first.length >= SHORTEST_ALONE);
}

function looksDrawn(word: string): boolean {
  return /\d/.test(word.replace(NUMBERING, '')) || isDrawnInLetters(word) || isDrawnInCases(word);
}

/**
 * The always-on half's question: may there be something on this page for us at all? Asked of every page that a person
 * opens, so by selectors and a few words, without a layout where it can be helped; whoever is let through here is read
 * closely by the half that is loaded on demand.
 */
import type { Glimpse } from '../messages/contract.ts';
import { hasWords } from './candidates.ts';
import { attribute, matches } from './dom.ts';
import { allIn, COMPONENTS, isInDocument, treesOf, type Tree } from './tree.ts';
import type { Depth } from './watch.ts';

/** Whatever a person can type a code into. An input's type may be one that there is none of, and then is text. */
const FIELDS = [
  'input:not([type=hidden],[type=checkbox],[type=radio],[type=submit],[type=button],[type=image],[type=reset],' +
    '[type=file],[type=range],[type=color],[type=date],[type=email],[type=url],[type=search])',
  '[contenteditable]:not([contenteditable=false])',
];
/** What may hold one, or is one. */
const URGENT = `${FIELDS.join()},${COMPONENTS}`;
const TITLES = ['h1', 'h2', 'h3', 'legend', 'label', '[role=heading]'];
const PICTURES = ['canvas', 'img', 'svg'];
/** Elements that are looked at, of each sort. */
const MOST = 100;
/** CSS pixels. */
const SMALLEST_PICTURE = 64;
/**
 * A field that says by itself that it may want a code, or that a person is at. A password says so too: on some sites the code
 * goes behind it, of which the page has no word.
 */
const TELLING = '[type=password],[inputmode=numeric],:focus';
/** Characters: no other field is that short. */
const LONGEST_CODE = 10;
/** And where others say it in words. */
const ATTRIBUTES = ['name', 'id', 'autocomplete', 'placeholder', 'aria-label', 'class', 'pattern'];

export interface Glimpsed {
  readonly glimpse: Glimpse;
  /** The trees to watch for changes; none when there is no field in any. */
  readonly trees: readonly Tree[];
}

const NOTHING: Glimpsed = { glimpse: { fields: false, words: false, pictures: false }, trees: [] };

/**
 * How this document is looked at. Where there is no field nothing is urgent, and a `shallow` look asks the browser for no more
 * than that. One for `titles` reads all the same what the page is about, and a `deep` one looks for fields in the trees of plain
 * elements, too; what they have found is looked at from then on.
 */
export function createGlimpse(): (depth: Depth) => Glimpsed {
  let trees: readonly Tree[] = [];
  let words = false;
  return (depth) => {
    trees = trees.filter(({ isConnected }) => isConnected);
    const isKnown = words || trees.length > 1;
    if (depth === 'shallow' && !isKnown && !isInDocument(URGENT)) return NOTHING;
    const sought = words ? 'all' : depth === 'deep' ? 'open' : 'open in components';
    trees = [...new Set([...treesOf(sought), ...trees])];
    words = hasWords(textOf(trees));
    // A page that keeps all of it in a closed tree says at least what it is about.
    if (words && sought !== 'all') trees = treesOf('all');
    const fields = anyIn(trees, FIELDS);
    const pictures = words && anyIn(trees, PICTURES).some(isSquarish);
    const isField = fields.length > 0 && (words || fields.some(isTelling));
    return { glimpse: { fields: isField, words, pictures }, trees: fields.length > 0 ? trees : [] };
  };
}

function isTelling(field: HTMLElement): boolean {
  const { maxLength = -1 } = field as Partial<HTMLInputElement>;
  if (matches(field, TELLING) || (maxLength > 0 && maxLength <= LONGEST_CODE)) return true;
  let said = '';
  for (const name of ATTRIBUTES) said += ` ${attribute(field, name)}`;
  return hasWords(said);
}

function textOf(trees: readonly Tree[]): string {
  const titles = anyIn(trees, TITLES).map(({ textContent }) => textContent.slice(0, 200));
  return `${document.title} ${location.pathname} ${titles.join(' ')}`;
}

function isSquarish(picture: Element): boolean {
  const { width, height } = picture.getBoundingClientRect();
  const [short, long] = [Math.min(width, height), Math.max(width, height)];
  return short >= SMALLEST_PICTURE && long <= 1.4 * short;
}

/** One selector after the other: one name the browser finds at once, for a list of them it goes through the whole page. */
const anyIn = (trees: readonly Tree[], selectors: readonly string[]): readonly HTMLElement[] =>
  selectors.flatMap((selector) => allIn(trees, selector, MOST));

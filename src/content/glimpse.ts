/**
 * The always-on half's question: may there be something on this page for us at all? Asked of every page that a person
 * opens, so by selectors and a few words, without a layout where it can be helped; whoever is let through here is read
 * closely by the half that is loaded on demand.
 */
import type { Glimpse } from '../messages/contract.ts';
import { hasWords, isPassword } from './candidates.ts';
import { textBefore } from './near-text.ts';
import { allIn, treesOf, type Tree } from './tree.ts';
import type { Depth } from './watch.ts';

/** Whatever a person can type a code into. An input's type may be one that there is none of, and then is text. */
const FIELDS =
  'input:not([type=hidden],[type=checkbox],[type=radio],[type=submit],[type=button],[type=image],[type=reset],' +
  '[type=file],[type=range],[type=color],[type=date],[type=email],[type=url],[type=search]),' +
  '[contenteditable]:not([contenteditable=false])';
const TITLES = 'h1,h2,h3,legend,label,[role=heading]';
const TITLE_TEXTS =
  '//h1//text()|//h2//text()|//h3//text()|//legend//text()|//label//text()|//*[@role="heading"]//text()';
const PICTURES = 'canvas,img,svg';
/** Elements that are looked at, of each sort. */
const MOST = 100;
/** CSS pixels. */
const SMALLEST_PICTURE = 64;
/** Pictures whose surroundings are read. */
const ASKED_ABOUT = 6;
const ATTRIBUTES = ['name', 'id', 'autocomplete', 'placeholder', 'aria-label', 'class', 'pattern'];

export interface Glimpsed {
  readonly glimpse: Glimpse;
  /** The trees to watch for changes; none when there is no field in any. */
  readonly trees: readonly Tree[];
}

/**
 * How this document is looked at. `shallow` asks for what the browser finds by itself; `deep`, and whatever a page deserves that
 * says what it is about, looks at elements as well: for trees in plain ones, and for what stands beside pictures.
 */
export function createGlimpse(): (depth: Depth) => Glimpsed {
  /** What the last deep look found: a shallow one cannot tell that it has gone. */
  let [trees, pictures]: [readonly Tree[], boolean] = [[], false];
  return (depth) => {
    const atHand = [...new Set([...treesOf('open in components'), ...trees.filter(isThere)])];
    const saysSo = hasWords(textOf(atHand));
    const isDeep = saysSo || depth === 'deep';
    // A page that keeps all of it in a closed tree says at least what it is about.
    trees = isDeep ? treesOf(saysSo ? 'all' : 'open') : atHand;
    if (isDeep) pictures = hasPicture(trees, saysSo);
    const fields = allIn(trees, FIELDS, MOST);
    const isField = fields.length > 0 && (saysSo || fields.some(isTelling));
    return {
      glimpse: { fields: isField, words: saysSo, pictures },
      trees: fields.length > 0 ? trees : [],
    };
  };
}

const isThere = ({ isConnected }: Tree): boolean => isConnected;

/**
 * Whether a field says by itself that it may want a code, or a person is at it. A password says so too: on some sites the code
 * goes behind it, of which the page has no word.
 */
function isTelling(field: HTMLElement): boolean {
  const get = (name: string) => Element.prototype.getAttribute.call(field, name) ?? '';
  const { maxLength = -1, inputMode, type = '' } = field as Partial<HTMLInputElement>;
  return (
    hasWords(ATTRIBUTES.map(get).join(' ')) ||
    (maxLength > 0 && maxLength <= 10) ||
    inputMode === 'numeric' ||
    isPassword({ type }) ||
    field.matches(':focus')
  );
}

function textOf(trees: readonly Tree[]): string {
  const titles = trees.map((tree) => (tree === document ? titlesOfDocument() : titlesIn(tree)));
  return `${document.title} ${location.pathname} ${titles.join(' ')}`;
}

/** By XPath, which gives their texts alone: to get hold of the first element is dearer than all the rest of a look. */
function titlesOfDocument(): string {
  const { ORDERED_NODE_SNAPSHOT_TYPE } = XPathResult;
  // An image that the page calls `evaluate` takes the method away from its document, not from the prototype.
  const found = Document.prototype.evaluate.call(
    document,
    TITLE_TEXTS,
    document,
    null,
    ORDERED_NODE_SNAPSHOT_TYPE,
    null,
  );
  let text = '';
  for (let at = 0; at < found.snapshotLength && at < MOST; at++)
    text += ` ${(found.snapshotItem(at) as Text).data.slice(0, 200)}`;
  return text;
}

const titlesIn = (tree: Tree): string =>
  allIn([tree], TITLES, MOST)
    .map(({ textContent }) => textContent.slice(0, 200))
    .join(' ');

/**
 * A set-up picture may stand on a page that says nothing in its titles: what is near it says it. Any other picture is no
 * reason to read a page, and there is one on most.
 */
function hasPicture(trees: readonly Tree[], saysSo: boolean): boolean {
  const squarish = allIn(trees, PICTURES, MOST).filter(isSquarish);
  return saysSo
    ? squarish.length > 0
    : squarish.slice(0, ASKED_ABOUT).some((one) => hasWords(textBefore(one)));
}

function isSquarish(picture: Element): boolean {
  const { width, height } = picture.getBoundingClientRect();
  const [short, long] = [Math.min(width, height), Math.max(width, height)];
  return short >= SMALLEST_PICTURE && long <= 1.4 * short;
}

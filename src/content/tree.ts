/**
 * The trees that a page is made of: its document, and the shadow trees in it, open and closed. What asks for a code
 * may stand in any of them, and no selector crosses from one to the next.
 *
 * No selector finds a host either, and each element that a script gets hold of costs more than a hundred that the browser
 * looks through by itself. So the browser sorts out by selectors the few that are likely to be one.
 */
import { shadowRootOf } from '../platform/page.ts';
import { own } from './own.ts';

export type Tree = Document | ShadowRoot;

const HTML = 'http://www.w3.org/1999/xhtml';
const TREES = 60;
/** Of each sort below. */
const ASKED = 300;

/** Components, and what else is rare: left out are the names that pages are full of, and others that can have no tree. */
export const COMPONENTS =
  ':not(div,span,p,a,li,ul,ol,td,tr,th,i,b,em,strong,small,br,hr,h1,h2,h3,h4,h5,h6,img,svg,svg *,input,button,label,' +
  'form,option,select,textarea,script,style,link,meta,title,html,head,body,section,main,article,nav,header,footer,' +
  'aside,table,tbody,thead,dl,dt,dd,pre,code,picture,source,iframe,figure,noscript,fieldset,legend,time,figcaption,' +
  'video,audio,canvas,sup,sub,s,u,del,ins,q,cite,abbr,mark,kbd,var,samp,dfn,address,details,summary,dialog,menu,tfoot,' +
  'caption,col,colgroup,base,map,area,wbr,font,center,optgroup,datalist,output,progress,meter,track,object,embed)';
/** And plain elements that show nothing unless it is in a tree of their own. */
const LIKELY = `${COMPONENTS},:is(div,span,section,main,article):empty`;
/** Those that hold something beside their tree stand, where there are any, near the top of a page. */
const FILLED = ':is(div,section,main,article,header,footer,aside,nav):not(:empty)';

/** Where trees are looked for. Closed ones are dear to ask for in Chrome, even of one element. */
export type Sought = 'all' | 'open' | 'open in components';

/** The document and the shadow trees under it, outer ones first; at most 60. */
export function treesOf(sought: Sought = 'all'): readonly Tree[] {
  const trees: Tree[] = [document];
  // Grows while it is walked: a tree that is found is searched in its turn.
  for (const tree of trees) {
    for (const inner of treesIn(tree, sought)) {
      if (trees.push(inner) === TREES) return trees;
    }
  }
  return trees;
}

/** What may have a shadow tree: components, and elements of these names (DOM standard, "attach a shadow root"). */
const MAYBE_HOST = /-|^(?:article|aside|blockquote|body|div|footer|h[1-6]|header|main|nav|p|section|span)$/;

/** An element's shadow tree, open or closed. */
export function treeIn(element: Element): ShadowRoot | null {
  // Of what can have none, nobody asks: it is dear, and of anything but an element of HTML an error.
  const isAsked = MAYBE_HOST.test(element.localName) && element.namespaceURI === HTML;
  return isAsked ? shadowRootOf(element) : null;
}

function treesIn(tree: Tree, sought: Sought): readonly ShadowRoot[] {
  const everywhere = sought !== 'open in components';
  const likely = allIn([tree], everywhere ? LIKELY : COMPONENTS, ASKED).map(hostOf);
  const inLikely = likely.map(
    (host) => host.shadowRoot ?? (sought === 'all' && !own.has(host) ? shadowRootOf(host) : null),
  );
  const filled = everywhere ? allIn([tree], FILLED, ASKED) : [];
  // Most pages have none of all these.
  if (likely.length === 0 && filled.length === 0) return [];
  const all = new Set([...inLikely, ...filled.map(({ shadowRoot }) => shadowRoot)]);
  return [...all].filter((inner) => inner !== null && !own.has(inner.host)) as ShadowRoot[];
}

function hostOf(likely: HTMLElement): HTMLElement {
  return (likely.localName === 'template' && likely.parentElement) || likely;
}

/** Whether a selector finds anything in the document itself, without getting hold of it where there is nothing. */
export const isInDocument = (selector: string): boolean =>
  methodsOf(document).querySelector.call(document, selector) !== null;

/** An image that the page calls `querySelector` takes the method away from its document, not from the prototype. */
function methodsOf(tree: Tree): Pick<ParentNode, 'querySelector' | 'querySelectorAll'> {
  return tree === document ? Document.prototype : ShadowRoot.prototype;
}

/** All that a selector finds, in the order of the trees; at most `most`. */
export function allIn(trees: readonly Tree[], selector: string, most: number): readonly HTMLElement[] {
  const found: HTMLElement[] = [];
  for (const tree of trees) {
    const all = methodsOf(tree).querySelectorAll.call(tree, selector) as NodeListOf<HTMLElement>;
    // Not by its iterator, which is slow where it has run only a few times.
    for (let at = 0; at < all.length; at++) {
      const element = all[at];
      if (element !== undefined && found.push(element) === most) return found;
    }
  }
  return found;
}

/**
 * What a page can lay over a part of itself, or do to it, so that a person sees something else there than what a click
 * hits. Hit tests find what takes clicks; here is the rest.
 */
import { drawnIn } from './dom.ts';
import { own } from './own.ts';
import { isOverlapping, type Area } from './place.ts';
import { treeIn } from './tree.ts';

const LEAST_OPACITY = 0.9;
const IN_TOP_LAYER = ':popover-open,:modal,:fullscreen';

/** Whether nothing on the way up makes it fainter, another colour, or cuts it. */
export function isUnveiled(innermost: Element): boolean {
  for (let element: Element | null = innermost; element !== null; element = drawnIn(element)) {
    if (isVeil(getComputedStyle(element))) return false;
  }
  return true;
}

function isVeil(style: CSSStyleDeclaration): boolean {
  const { opacity, visibility, mixBlendMode, filter, clipPath, maskImage } = style;
  return (
    Number(opacity) < LEAST_OPACITY ||
    `${visibility} ${mixBlendMode} ${filter} ${clipPath} ${maskImage}` !== 'visible normal none none none'
  );
}

/** All elements under a root, and those of the shadow trees there, open and closed, but for our own. */
function* elementsIn(root: ParentNode): Generator<Element> {
  for (const element of root.querySelectorAll('*')) {
    yield element;
    const inner = own.has(element) ? null : treeIn(element);
    if (inner !== null) yield* elementsIn(inner);
  }
}

/**
 * What the page has put into the top layer. A popover with `pointer-events: none` above ours is what no hit test
 * finds; and Chrome's IntersectionObserver, which sees it, looks ten times a second only: a page that shows it all the
 * time but then would be believed. So closed trees, where no selector finds it, are looked through too.
 */
export function topLayer(root: Document): readonly Element[] {
  return [...elementsIn(root)].filter((element) => element.matches(IN_TOP_LAYER));
}

/** Pictures of how the page looked before are drawn above everything, for as long as the page likes. */
export function isBetweenViews(root: Document): boolean {
  try {
    return root.querySelector(':active-view-transition') !== null;
  } catch {
    return false; // a browser that does not know the word has none
  }
}

/**
 * Whether the pointer is out of sight, or a picture of the page's own making, at a point: then a person believes it to
 * be somewhere else.
 */
export function isPointerDisguised(root: Document, x: number, y: number, chip: Element): boolean {
  const under = root.elementsFromPoint(x, y).filter((element) => element !== chip);
  return under.some((element) => /^none|url\(/.test(getComputedStyle(element).cursor));
}

/** More elements than this are not asked: there, nothing is taken for granted. */
const MOST = 3_000;

/**
 * Whether something under `root` takes up a part of `area`, and lets clicks through, so that it may lie above what is
 * clicked. Asked where the browser has no observer that sees it.
 */
export function isPierced(root: Document | Element, area: Area): boolean {
  const all = [...('localName' in root ? [root] : []), ...elementsIn(root)];
  if (all.length > MOST) return true;
  return all.some((element) => isPiercing(element, area) || hasPiercingPseudo(element, area));
}

function isPiercing(element: Element, area: Area): boolean {
  if (getComputedStyle(element).pointerEvents !== 'none' && !element.matches('[inert]')) return false;
  return isOverlapping(element.getBoundingClientRect(), area);
}

/** Where a pseudo-element is drawn, nobody tells: so one that could cover the area counts. */
function hasPiercingPseudo(element: Element, area: Area): boolean {
  const width = (area.right - area.left) / 2;
  const height = (area.bottom - area.top) / 2;
  return ['::before', '::after', '::backdrop'].some((name) => {
    const isBackdrop = name === '::backdrop';
    if (isBackdrop && !element.matches(IN_TOP_LAYER)) return false;
    const style = getComputedStyle(element, name);
    if (style.pointerEvents !== 'none' || style.display === 'none') return false;
    if (isBackdrop) return isDrawn(style);
    const isOut = style.position === 'fixed' || style.position === 'absolute';
    const isLarge = parseFloat(style.width) >= width && parseFloat(style.height) >= height;
    return !/^(?:none|normal)$/.test(style.content) && isOut && isLarge;
  });
}

function isDrawn({ backgroundColor, backgroundImage }: CSSStyleDeclaration): boolean {
  return backgroundImage !== 'none' || !/^(?:transparent|rgba\(0, 0, 0, 0\))$/.test(backgroundColor);
}

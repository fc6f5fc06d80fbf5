/**
 * Whether a click on the chip was meant for the chip. A page that wants a code moves the chip under the pointer,
 * makes it invisible, or lays something over it that lets clicks through; so a click counts only on a chip that
 * has stood for half a second where and as we placed it, with nothing above it.
 */
import { drawnIn } from './dom.ts';
import { frameOf } from './frames.ts';
import { around, isOverlapping, type Area } from './place.ts';
import type { Tree } from './tree.ts';
import { isBetweenViews, isPierced, isPointerDisguised, isUnveiled, topLayer } from './veils.ts';

const SETTLED_MS = 500;
/** CSS pixels that a corner's hit test stays inside of, clear of its rounding. */
const INSET = 6;
/** CSS pixels: smaller than this, what it says cannot be read. */
const LEAST_HEIGHT = 20;

export interface Sighting {
  /** When it began to stand as it stands, seen, in ms of the monotonic clock; null while it is not seen. */
  readonly since: number | null;
  /** Where we placed it. */
  readonly placed: DOMRect;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The chip as it stands in the page: what the page has of it, and what we drew in it. */
export interface Drawn {
  readonly host: HTMLElement;
  readonly button: HTMLElement;
}

/** `early`: it is as it should be, and has not been so for long enough. `odd`: somebody is at work. */
export type Meaning = 'meant' | 'early' | 'odd';

/** `point` is where the pointer was, null for the keyboard. */
export function meaningOf(chip: Drawn, sighting: Sighting, point: Point | null, now: number): Meaning {
  if (sighting.since === null || !isAsDrawn(chip, sighting) || !isClear(chip.host, point)) return 'odd';
  return now - sighting.since >= SETTLED_MS ? 'meant' : 'early';
}

/**
 * The style that we gave to each element of ours, and how the browser writes it. It is above all of the page's rules, so
 * that while it stands there unchanged the element looks as we drew it.
 */
export const drawnAs = new WeakMap<Element, { readonly text: string; readonly written: string }>();

export const hasOurStyle = (element: Element): boolean =>
  drawnAs.get(element)?.written === (element as HTMLElement).style.cssText;

/** What the page does to the chip shows as another style, place or size; to what it stands in, as a veil. */
function isAsDrawn({ host, button }: Drawn, { placed }: Sighting): boolean {
  const rect = host.getBoundingClientRect();
  return (
    hasOurStyle(host) &&
    isSame(rect, placed) &&
    isSame(rect, button.getBoundingClientRect()) &&
    rect.height >= LEAST_HEIGHT &&
    host.matches(':popover-open') &&
    [host, document.body].every(isUnveiled)
  );
}

function isClear(host: HTMLElement, point: Point | null): boolean {
  const rect = host.getBoundingClientRect();
  const points = [...cornersOf(rect), ...(point === null ? [] : [point])];
  return (
    points.every((corner) => isAt(host, corner)) &&
    isOnTop(document, host, rect) &&
    (point === null || !isPointerDisguised(document, point.x, point.y, host)) &&
    isSeenFromOutside(window, points)
  );
}

/** Whether a hit test finds it there. Its own tree is asked: of what stands in a component a document names the component. */
function isAt(element: Element, { x, y }: Point): boolean {
  return (element.getRootNode() as Tree).elementFromPoint(x, y) === element;
}

/** What stands in the document itself: a component shows in its own tree what stands beside that. */
function outermost(element: Element): Element {
  const tree = element.getRootNode();
  return tree instanceof ShadowRoot ? outermost(tree.host) : element;
}

function isDrawnIn(element: Element, other: Element): boolean {
  for (let at: Element | null = element; at !== null; at = drawnIn(at)) if (at === other) return true;
  return false;
}

/**
 * Whether nothing in the top layer can lie above `area` of what `element` shows. What `element` itself stands in, a
 * dialog, may have been put above it again.
 */
function isOnTop(root: Document, element: Element, area: Area): boolean {
  if (isBetweenViews(root)) return false;
  return topLayer(root).every((other) => {
    if (other === element) return true;
    if (isDrawnIn(element, other)) return seesThrough() || !isPierced(outermost(other), area);
    // Another chip of ours.
    return hasOurStyle(other) && !isOverlapping(other.getBoundingClientRect(), area);
  });
}

/**
 * Whether these points of a frame are seen in the page around it: a page that makes the frame transparent, or lays
 * something over it, takes a click on our chip for one of its own. Where the page around is another origin's, it can't
 * be asked, and only an observer that looks through frames (Chrome's second version) has told by now.
 */
export function isSeenFromOutside(inner: Window, points: readonly Point[]): boolean {
  if (inner === inner.parent) return true;
  const frame = frameOf(inner);
  if (frame === null) return seesThrough();
  const { ownerDocument: outside } = frame;
  const { left, top } = frame.getBoundingClientRect();
  const outer = points.map(({ x, y }) => ({
    x: x + left + frame.clientLeft,
    y: y + top + frame.clientTop,
  }));
  const area = around(outer.map(({ x, y }) => ({ left: x, right: x, top: y, bottom: y })));
  return (
    outer.every((corner) => isAt(frame, corner)) &&
    isUnveiled(frame) &&
    isOfItsSize(frame) &&
    isOnTop(outside, frame, area) &&
    (seesThrough() || !isPierced(outside, area)) &&
    isSeenFromOutside(inner.parent, outer)
  );
}

/** Whether a chip in this document can be told from one that nobody sees. */
export function canBeSeen(inner: Window): boolean {
  if (inner === inner.parent || seesThrough()) return true;
  return frameOf(inner) !== null && canBeSeen(inner.parent);
}

/** Whether the page around draws a frame as large as it lays it out: all that is in one that is not is as small. */
function isOfItsSize(frame: Element): boolean {
  const { width, height } = frame.getBoundingClientRect();
  const { offsetWidth, offsetHeight } = frame as HTMLElement;
  return Math.abs(width - offsetWidth) <= 1 && Math.abs(height - offsetHeight) <= 1;
}

/** Whether the observer in `sight.ts` sees what covers the chip, whatever hit tests say, and through frames. */
function seesThrough(): boolean {
  return 'isVisible' in IntersectionObserverEntry.prototype;
}

export function isSame(a: DOMRect, b: DOMRect): boolean {
  return (['left', 'top', 'width', 'height'] as const).every((side) => Math.abs(a[side] - b[side]) < 1);
}

export function cornersOf({ left, top, right, bottom }: DOMRect): readonly Point[] {
  const xs = [left + INSET, right - INSET];
  return xs.flatMap((x) => [top + INSET, bottom - INSET].map((y) => ({ x, y })));
}

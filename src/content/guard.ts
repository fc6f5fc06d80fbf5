/**
 * Whether a click on the chip was meant for the chip. A page that wants a code moves the chip under the pointer,
 * makes it invisible, or lays something over it that lets clicks through; so a click counts only on a chip that
 * has stood for half a second where and as we placed it, with nothing above it.
 */

const SETTLED_MS = 500;
const LEAST_OPACITY = 0.9;
/** CSS pixels that a corner's hit test stays inside of, clear of its rounding. */
const INSET = 6;

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

/** `point` is where the pointer was, null for the keyboard. `field` is what the chip stands for. */
export function isMeant(
  host: HTMLElement,
  sighting: Sighting,
  point: Point | null,
  field: Element,
  now: number,
): boolean {
  const rect = host.getBoundingClientRect();
  const points = [...cornersOf(rect), ...(point === null ? [] : [point])];
  return (
    sighting.since !== null &&
    now - sighting.since >= SETTLED_MS &&
    // A transform or a style of the page's would show as another place or size.
    isSame(rect, sighting.placed) &&
    points.every(({ x, y }) => document.elementFromPoint(x, y) === host) &&
    [host, document.body].every(isUnveiled) &&
    host.matches(':popover-open') &&
    topLayer(document).every((element) => element === host || element.contains(field)) &&
    isSeenFromOutside(window, points)
  );
}

/**
 * Whether these points of a frame are seen in the page around it: a page that makes the frame transparent, or lays
 * something over it, takes a click on our chip for one of its own. Where the page around is another origin's, it can't
 * be asked, and only an observer that looks through frames (Chrome's second version) has told by now.
 */
function isSeenFromOutside(inner: Window, points: readonly Point[]): boolean {
  if (inner === inner.parent) return true;
  const frame = frameOf(inner);
  if (frame === null) return seesThroughFrames();
  const { left, top } = frame.getBoundingClientRect();
  const outer = points.map(({ x, y }) => ({
    x: x + left + frame.clientLeft,
    y: y + top + frame.clientTop,
  }));
  return (
    outer.every(({ x, y }) => frame.ownerDocument.elementFromPoint(x, y) === frame) &&
    isUnveiled(frame) &&
    topLayer(frame.ownerDocument).every((element) => element.contains(frame)) &&
    isSeenFromOutside(inner.parent, outer)
  );
}

function frameOf(inner: Window): Element | null {
  try {
    return inner.frameElement;
  } catch {
    return null; // some browsers throw where others answer null: the page around is another origin's
  }
}

function seesThroughFrames(): boolean {
  return 'isVisible' in IntersectionObserverEntry.prototype;
}

export function isSame(a: DOMRect, b: DOMRect): boolean {
  return (['left', 'top', 'width', 'height'] as const).every((side) => Math.abs(a[side] - b[side]) < 1);
}

export function cornersOf({ left, top, right, bottom }: DOMRect): readonly Point[] {
  const xs = [left + INSET, right - INSET];
  return xs.flatMap((x) => [top + INSET, bottom - INSET].map((y) => ({ x, y })));
}

/** Whether nothing on the way up makes it fainter, another colour, or cuts it. */
function isUnveiled(host: Element): boolean {
  for (let element: Element | null = host; element !== null; element = element.parentElement) {
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

/**
 * What the page has put into the top layer. A popover with `pointer-events: none` above ours is what no hit test
 * finds; in Firefox even one in a closed shadow root is found here, and Chrome's IntersectionObserver sees it.
 */
function topLayer(root: Document | ShadowRoot): readonly Element[] {
  const found = [...root.querySelectorAll(':popover-open,:modal,:fullscreen')];
  for (const element of root.querySelectorAll<Element & { openOrClosedShadowRoot?: ShadowRoot | null }>(
    '*',
  )) {
    const inner = element.openOrClosedShadowRoot ?? element.shadowRoot;
    if (inner !== null) found.push(...topLayer(inner));
  }
  return found;
}

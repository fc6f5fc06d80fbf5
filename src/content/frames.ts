/** The frame that a document stands in, as far as the pages around it can be asked: same-origin ones, from the inside out. */
import { attribute } from './dom.ts';

/** The element of the page around `inner` that holds it; null for a tab's own document, and where that page is another origin's. */
export function frameOf(inner: Window): Element | null {
  try {
    return inner === inner.parent ? null : inner.frameElement;
  } catch {
    return null; // some browsers throw where others answer null
  }
}

/** CSS pixels in each direction, and how opaque: below that nobody reads what stands in a frame. */
const LEAST_SIZE = 16;
const LEAST_OPACITY = 0.2;

/**
 * Whether nobody can see the frame that a document stands in. What asks for a code there is no prompt: a page lays such
 * a frame over a button of its own.
 */
export function isInHiddenFrame(inner: Window): boolean {
  const frame = frameOf(inner);
  if (frame === null) return false;
  const { width, height } = frame.getBoundingClientRect();
  return (
    Math.min(width, height) < LEAST_SIZE ||
    !frame.checkVisibility({ visibilityProperty: true }) ||
    attribute(frame, 'aria-hidden') === 'true' ||
    opacityOf(frame) < LEAST_OPACITY ||
    isInHiddenFrame(inner.parent)
  );
}

/** With all that it stands in. */
function opacityOf(element: Element | null): number {
  return element === null ? 1 : Number(getComputedStyle(element).opacity) * opacityOf(element.parentElement);
}

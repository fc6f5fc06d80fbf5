/**
 * Reading elements of a page that may be hostile to being read. A form answers to the names of its inputs before
 * it answers to its own, so `<input name="getAttribute">` takes the method away from `form.getAttribute`: what is
 * asked of any element but our own goes through the prototypes.
 */

export function attribute(element: Element, name: string): string {
  return Element.prototype.getAttribute.call(element, name) ?? '';
}

/** Runs of white space as one space, none at the ends, at most `cap` characters. */
export function tidy(text: string, cap: number): string {
  return text.replace(/\s+/g, ' ').trim().slice(0, cap);
}

/** Whether an element takes up room on the page and is drawn there, as far as layout tells. */
export function isShown(element: Element): boolean {
  if (!element.checkVisibility({ visibilityProperty: true })) return false;
  const { width, height, right, bottom } = element.getBoundingClientRect();
  // Moved out at the left or the top is where pages keep what is for screen readers, or for robots, only.
  return width > 4 && height > 4 && right + scrollX > 0 && bottom + scrollY > 0;
}

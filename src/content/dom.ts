/**
 * Reading elements of a page that may be hostile to being read. A form answers to the names of its inputs before
 * it answers to its own, so `<input name="getAttribute">` takes the method away from `form.getAttribute`: what is
 * asked of any element but our own goes through the prototypes.
 */

export function attribute(element: Element, name: string): string {
  return Element.prototype.getAttribute.call(element, name) ?? '';
}

export function matches(element: Element, selector: string): boolean {
  return Element.prototype.matches.call(element, selector);
}

/** What it stands in; from the inside of a component, the component. */
export function outer(element: Element): Element | null {
  const parent = Reflect.get(Node.prototype, 'parentNode', element) as Node | null;
  if (parent instanceof ShadowRoot) return parent.host;
  return parent instanceof Element ? parent : null;
}

/** What it is drawn in: the slot that shows it where a component does, or else what it stands in. */
export function drawnIn(element: Element): Element | null {
  const slot = Reflect.get(Element.prototype, 'assignedSlot', element) as Element | null | undefined;
  return slot ?? outer(element);
}

export function closest(element: Element, selector: string): Element | null {
  return Element.prototype.closest.call(element, selector);
}

export function childrenOf(element: Element): readonly Element[] {
  const children: HTMLCollection = Reflect.get(Element.prototype, 'children', element);
  return [...children];
}

/** Runs of white space as one space, none at the ends, at most `cap` characters. */
export function tidy(text: string, cap: number): string {
  return text.replace(/\s+/g, ' ').trim().slice(0, cap);
}

/** Whether an element takes up room on the page and is drawn there, as far as layout tells. */
export function isShown(element: Element): boolean {
  const { width, height } = element.getBoundingClientRect();
  return width > 4 && height > 4 && isOnPage(element);
}

/** The same of one that may have no size of its own. */
export function isOnPage(element: Element): boolean {
  if (!element.checkVisibility({ visibilityProperty: true })) return false;
  const { left, top, width, height, right, bottom } = element.getBoundingClientRect();
  // Moved out at the left or the top is where pages keep what is for screen readers, or for robots, only.
  return (width > 0 ? right : left + 1) + scrollX > 0 && (height > 0 ? bottom : top + 1) + scrollY > 0;
}

/** Whether the page keeps it, or what it stands in, from whoever reads it: it is for nobody. */
export function isWithheld(element: Element): boolean {
  for (let at: Element | null = element; at !== null;) {
    if (Element.prototype.closest.call(at, '[aria-hidden=true],[inert]') !== null) return true;
    const root = at.getRootNode();
    at = root instanceof ShadowRoot ? root.host : null;
  }
  return false;
}

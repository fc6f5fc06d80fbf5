/** As a `ref`: gives the focus to an element when it appears. */
export function focused(element: HTMLElement | null): void {
  element?.focus();
}

/** The control that a keyboard goes on from, best first. */
const ANCHORS = ['.row-main[tabindex="0"]', 'input:not([type=file])', 'h1[tabindex]', 'button'];

/**
 * Gives the focus a place to stay when the element that had it goes away (an account is removed, a card is
 * kept): else the keyboard would begin anew at the top of the document, and a screen reader fall silent.
 */
export function rescueFocus(root: HTMLElement, signal: AbortSignal): void {
  let last: Element | null = null;
  root.addEventListener('focusin', ({ target }) => (last = target instanceof Element ? target : null), {
    signal,
  });
  const observer = new MutationObserver(() => {
    if (last === null || last.isConnected || document.activeElement !== document.body) return;
    const anchor = ANCHORS.map((selector) => root.querySelector<HTMLElement>(`main ${selector}`)).find(
      Boolean,
    );
    anchor?.focus();
  });
  observer.observe(root, { childList: true, subtree: true });
  signal.addEventListener('abort', () => observer.disconnect());
}

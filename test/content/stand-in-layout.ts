/**
 * A layout for happy-dom, which has none: what its markup hides has no size, anything else is as large as a field.
 */
function isHidden(element: Element): boolean {
  if (element.matches('[hidden],input[type=hidden],[style*="display:none"]')) return true;
  return element.parentElement !== null && isHidden(element.parentElement);
}

export function standInLayout(): void {
  // Without the extension's interfaces no closed shadow tree is told.
  Object.assign(globalThis, { chrome: {} });
  Element.prototype.checkVisibility = function () {
    return !isHidden(this);
  };
  Element.prototype.getBoundingClientRect = function () {
    const large = this.matches('img,canvas,svg') ? 200 : 30;
    return isHidden(this) ? new DOMRect() : new DOMRect(10, 10, 200, large);
  };
}

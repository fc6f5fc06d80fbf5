/**
 * XPath for happy-dom, which has none: unions of `//name//text()` and `//*[@name="value"]//text()`, and nothing else.
 */
const STEP = /^\/\/(?:([\w-]+)|\*\[@([\w-]+)="([\w-]+)"\])\/\/text\(\)$/;

export function standInXPath(): void {
  Object.assign(globalThis, { XPathResult: { ORDERED_NODE_SNAPSHOT_TYPE: 7 } });
  Document.prototype.evaluate = function (path, _context, _resolver, type) {
    if (type !== XPathResult.ORDERED_NODE_SNAPSHOT_TYPE) throw new Error('only snapshots are stood in for');
    const selector = path.split('|').map(selectorOf).join();
    const texts = [...this.querySelectorAll(selector)].flatMap(textsIn);
    return { snapshotLength: texts.length, snapshotItem: (at: number) => texts[at] ?? null } as XPathResult;
  };
}

function selectorOf(path: string): string {
  const [, name, attribute, value] = STEP.exec(path) ?? [];
  if (name === undefined && attribute === undefined) throw new Error(`not stood in for: ${path}`);
  return name ?? `[${attribute}="${value}"]`;
}

function textsIn(element: Element): readonly Node[] {
  return [...element.childNodes].flatMap((node) => (node instanceof Element ? textsIn(node) : [node]));
}

// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { showChip } from '../../src/content/chip.ts';

const trees = new Map<Element, ShadowRoot>();
const clicks = { onMeant: () => undefined, onOdd: () => undefined };

beforeEach(() => {
  trees.clear();
  const dom = { openOrClosedShadowRoot: (element: Element) => trees.get(element) ?? element.shadowRoot };
  vi.stubGlobal('chrome', { dom });
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      observe(): void {}
      disconnect(): void {}
    },
  );
  HTMLElement.prototype.showPopover = () => undefined;
  document.elementsFromPoint = () => [];
});
afterEach(() => vi.unstubAllGlobals());

/** A component whose tree holds this, around a field; `name` is the slot that the field asks for. */
function component(mode: ShadowRootMode, html: string, name = ''): { tree: ShadowRoot; field: Element } {
  document.body.innerHTML = `<x-part><label slot="${name}"><input></label></x-part>`;
  const [host, field] = [document.querySelector('x-part'), document.querySelector('input')];
  if (host === null || field === null) throw new Error('no page');
  const tree = host.attachShadow({ mode });
  tree.innerHTML = html;
  trees.set(host, tree);
  return { tree, field };
}

/** What the chip of a field stands in. */
function homeOf(field: Element, tree: ShadowRoot): Node | null {
  const before = new Set([...document.querySelectorAll('div'), ...tree.querySelectorAll('div')]);
  const chip = showChip([field], 'Fill', clicks);
  const all = [...document.querySelectorAll('div'), ...tree.querySelectorAll('div')];
  const home = all.find((element) => !before.has(element))?.parentNode ?? null;
  chip.remove();
  return home;
}

test.each(['open', 'closed'] as const)(
  'a field that a component shows in a dialog of its %s tree has its chip in there',
  (mode) => {
    const { tree, field } = component(
      mode,
      '<p><slot name="other"></slot></p><dialog open><slot name="it"></slot></dialog>',
      'it',
    );
    expect(homeOf(field, tree)).toBe(tree.querySelector('dialog'));
  },
);

test('a field that it shows beside its dialog has its chip at the end of the page', () => {
  const { tree, field } = component(
    'closed',
    '<slot></slot><dialog open><slot name="other"></slot></dialog>',
  );
  expect(homeOf(field, tree)).toBe(document.documentElement);
});

// @vitest-environment happy-dom
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  canBeSeen,
  cornersOf,
  drawnAs,
  isSame,
  isSeenFromOutside,
  meaningOf,
  type Sighting,
} from '../../src/content/guard.ts';

/** A chip at (100, 100) that has stood still for a second, on a page whose hit tests find it. */
let host: HTMLElement;
let button: HTMLElement;
let sighting: Sighting;
const NOW = 10_000;
const point = { x: 150, y: 114 };
const placed = new DOMRect(100, 100, 94, 28);
const PLAIN = 'opacity:1;visibility:visible;mix-blend-mode:normal;filter:none;clip-path:none;mask-image:none';

afterAll(() => vi.unstubAllGlobals());

/** What stands in the top layer is marked with `open`, as happy-dom has none. */
function standInTopLayer(element: Element): void {
  const matches = (selector: string) => Element.prototype.matches.call(element, selector);
  vi.spyOn(element, 'matches').mockImplementation((selector) =>
    selector.startsWith(':popover-open') ? element.hasAttribute('open') : matches(selector),
  );
}

/** Of the elements that have a closed tree: what the browser tells an extension alone. */
const closedTrees = new Map<Element, ShadowRoot>();
const dom = { openOrClosedShadowRoot: (element: Element) => closedTrees.get(element) ?? element.shadowRoot };

beforeEach(() => {
  closedTrees.clear();
  vi.stubGlobal('chrome', { dom });
  document.body.innerHTML = '<main><input></main>';
  host = document.createElement('div');
  button = document.createElement('button');
  document.documentElement.append(host);
  host.setAttribute('open', '');
  for (const element of [host, button]) element.getBoundingClientRect = () => placed;
  document.elementFromPoint = () => host;
  document.elementsFromPoint = () => [host, document.body];
  for (const element of [host, document.body, document.documentElement]) element.style.cssText = PLAIN;
  drawnAs.set(host, { text: PLAIN, written: host.style.cssText });
  document.querySelectorAll('*').forEach(standInTopLayer);
  sighting = { since: NOW - 1000, placed };
  return () => host.remove();
});

const meaning = (at: { x: number; y: number } | null = point) =>
  meaningOf({ host, button }, sighting, at, NOW);

test('a click on a chip that stands there to be seen is meant, by pointer and by keyboard', () => {
  expect([meaning(), meaning(null)]).toEqual(['meant', 'meant']);
});

test('a click is early on a chip that came under the pointer less than half a second ago', () => {
  sighting = { since: NOW - 499, placed };
  expect(meaning()).toBe('early');
});

describe('a click is odd when', () => {
  test('the chip has not been seen', () => {
    sighting = { since: null, placed };
    expect(meaning()).toBe('odd');
  });

  test('the page has moved or stretched it', () => {
    sighting = { since: NOW - 1000, placed: new DOMRect(100, 102, 94, 28) };
    expect(meaning()).toBe('odd');
  });

  test('the page has made it narrower than what we drew in it', () => {
    button.getBoundingClientRect = () => new DOMRect(100, 100, 120, 28);
    expect(meaning()).toBe('odd');
  });

  test('the page shows all of it too small to be read', () => {
    const small = new DOMRect(100, 100, 47, 14);
    for (const element of [host, button]) element.getBoundingClientRect = () => small;
    sighting = { since: NOW - 1000, placed: small };
    expect(meaning()).toBe('odd');
  });

  test('something lies over one of its corners', () => {
    document.elementFromPoint = (x, y) => (x < 120 && y < 110 ? document.body : host);
    expect(meaning()).toBe('odd');
  });

  test('something lies over it where the pointer is', () => {
    document.elementFromPoint = (x) => (x === point.x ? document.body : host);
    expect(meaning()).toBe('odd');
  });

  test('the page took it out of the top layer', () => {
    host.removeAttribute('open');
    expect(meaning()).toBe('odd');
  });

  test('the page itself has been made faint', () => {
    document.body.style.opacity = '0.1';
    expect(meaning()).toBe('odd');
  });

  test('the page has something else in the top layer, though it took the field there', () => {
    const cover = document.createElement('div');
    cover.setAttribute('open', '');
    cover.append(document.querySelector('input') ?? '');
    standInTopLayer(cover);
    document.body.append(cover);
    expect(meaning()).toBe('odd');
  });

  test.each(['div', 'p', 'x-part'])('the page has it in a closed tree, of a %s', (name) => {
    const component = document.createElement(name);
    document.body.append(component);
    const tree = component.attachShadow({ mode: 'closed' });
    closedTrees.set(component, tree);
    const cover = document.createElement('div');
    tree.append(cover);
    standInTopLayer(component);
    standInTopLayer(cover);
    expect(meaning()).toBe('meant');
    cover.setAttribute('open', '');
    expect(meaning()).toBe('odd');
  });

  test.each(['none', 'url(arrow.png) 90 0, auto'])('the page shows the pointer as %s', (cursor) => {
    document.body.style.cursor = cursor;
    expect(meaning()).toBe('odd');
  });

  test('the page has given it a style of its own', () => {
    host.style.letterSpacing = '1em';
    expect(meaning()).toBe('odd');
  });

  test('the page draws a picture of itself above everything', () => {
    vi.spyOn(document, 'querySelector').mockReturnValue(document.documentElement);
    expect(meaning()).toBe('odd');
    vi.restoreAllMocks();
  });

  test.each([
    ['opacity', '0.5'],
    ['visibility', 'hidden'],
    ['filter', 'blur(9px)'],
    ['clip-path', 'circle(1px)'],
    ['mask-image', 'url(x)'],
    ['mix-blend-mode', 'difference'],
  ])('the page sets %s above it', (property, value) => {
    document.documentElement.style.setProperty(property, value);
    expect(meaning()).toBe('odd');
  });
});

describe('the dialog that the chip stands in', () => {
  beforeEach(() => {
    const dialog = document.querySelector('main');
    if (dialog === null) throw new Error('no dialog');
    dialog.setAttribute('open', '');
    dialog.style.cssText = PLAIN;
    dialog.append(host);
  });

  test('is no cover', () => {
    expect(meaning()).toBe('meant');
  });

  test('may be one where something in it lets clicks through', () => {
    const glass = document.createElement('section');
    document.querySelector('main')?.append(glass);
    standInTopLayer(glass);
    glass.getBoundingClientRect = () => new DOMRect(0, 0, 500, 500);
    expect(meaning()).toBe('meant');
    glass.style.pointerEvents = 'none';
    expect(meaning()).toBe('odd');
  });
});

describe('the dialog of a component that the chip stands in', () => {
  let component: HTMLElement;

  beforeEach(() => {
    component = document.querySelector('main') ?? host;
    component.style.cssText = PLAIN;
    const tree = component.attachShadow({ mode: 'closed' });
    tree.innerHTML = '<dialog open><slot></slot></dialog>';
    const [dialog] = tree.querySelectorAll('dialog');
    if (dialog === undefined) throw new Error('no dialog');
    dialog.style.cssText = PLAIN;
    standInTopLayer(dialog);
    dialog.append(host);
    // Of what stands in a component, the document names the component.
    document.elementFromPoint = () => component;
    tree.elementFromPoint = () => host;
    closedTrees.set(component, tree);
  });

  test('is no cover', () => {
    expect(meaning()).toBe('meant');
  });

  test('may be one where something that it shows lets clicks through', () => {
    const glass = document.createElement('section');
    component.append(glass);
    standInTopLayer(glass);
    glass.getBoundingClientRect = () => new DOMRect(0, 0, 500, 500);
    expect(meaning()).toBe('meant');
    glass.style.pointerEvents = 'none';
    expect(meaning()).toBe('odd');
  });

  test('is faint where the component is', () => {
    component.style.opacity = '0.1';
    expect(meaning()).toBe('odd');
  });
});

describe('a frame', () => {
  /** A frame at (50, 40) of a page of the same origin, whose hit tests find it. */
  let frame: HTMLElement;
  let outer: Window;
  const points = [{ x: 10, y: 10 }];
  const inner = (): Window => ({ parent: outer, frameElement: frame }) as unknown as Window;

  beforeEach(() => {
    frame = document.createElement('iframe');
    document.body.append(frame);
    frame.style.cssText = PLAIN;
    frame.getBoundingClientRect = () => new DOMRect(50, 40, 300, 150);
    Object.defineProperties(frame, { offsetWidth: { value: 300 }, offsetHeight: { value: 150 } });
    document.elementFromPoint = () => frame;
    host.removeAttribute('open');
    // The tab's own window is its own parent.
    const top: { parent?: unknown } = {};
    outer = Object.assign(top, { parent: top }) as unknown as Window;
  });

  test('is seen where the page around it shows all of it as it is', () => {
    const asked: unknown[] = [];
    document.elementFromPoint = (x, y) => {
      asked.push([x, y]);
      return frame;
    };
    expect(isSeenFromOutside(inner(), points)).toBe(true);
    expect(asked).toEqual([[60, 50]]);
  });

  test('is not seen under something else', () => {
    document.elementFromPoint = () => document.body;
    expect(isSeenFromOutside(inner(), points)).toBe(false);
  });

  test('is not seen when it, or what it stands in, is faint', () => {
    document.body.style.opacity = '0.3';
    expect(isSeenFromOutside(inner(), points)).toBe(false);
  });

  test('is not seen when it is drawn smaller than it is', () => {
    frame.getBoundingClientRect = () => new DOMRect(50, 40, 30, 15);
    expect(isSeenFromOutside(inner(), points)).toBe(false);
  });

  test('is not seen under what lets clicks through, in the top layer or not', () => {
    const glass = document.createElement('section');
    glass.getBoundingClientRect = () => new DOMRect(0, 0, 500, 500);
    glass.style.pointerEvents = 'none';
    document.body.append(glass);
    expect(isSeenFromOutside(inner(), points)).toBe(false);
    glass.getBoundingClientRect = () => new DOMRect(400, 0, 500, 500);
    expect(isSeenFromOutside(inner(), points)).toBe(true);
    standInTopLayer(glass);
    glass.setAttribute('open', '');
    expect(isSeenFromOutside(inner(), points)).toBe(false);
  });

  test('in a frame that is not seen is not seen', () => {
    const between = inner();
    expect(isSeenFromOutside({ parent: between, frameElement: frame } as never, points)).toBe(true);
    outer = { parent: outer, frameElement: null } as unknown as Window;
    expect(isSeenFromOutside({ parent: inner(), frameElement: frame } as never, points)).toBe(false);
  });

  test('of a page that can’t be asked is not seen, where the browser does not tell either', () => {
    const throwing = {
      parent: outer,
      get frameElement(): never {
        throw new DOMException('another origin', 'SecurityError');
      },
    } as unknown as Window;
    for (const strange of [throwing, { parent: outer, frameElement: null } as unknown as Window]) {
      expect(isSeenFromOutside(strange, points)).toBe(false);
      expect(canBeSeen(strange)).toBe(false);
    }
    expect([canBeSeen(inner()), canBeSeen(window)]).toEqual([true, true]);
  });
});

test('two places are the same within a pixel', () => {
  expect(isSame(placed, new DOMRect(100.4, 99.6, 94, 28))).toBe(true);
  expect(isSame(placed, new DOMRect(101, 100, 94, 28))).toBe(false);
});

test('the corners lie inside the chip, clear of its rounding', () => {
  expect(cornersOf(placed)).toEqual([
    { x: 106, y: 106 },
    { x: 106, y: 122 },
    { x: 188, y: 106 },
    { x: 188, y: 122 },
  ]);
});

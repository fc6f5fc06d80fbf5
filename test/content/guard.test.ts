// @vitest-environment happy-dom
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { cornersOf, isMeant, isSame, type Sighting } from '../../src/content/guard.ts';

/** A chip at (100, 100) that has stood still for a second, on a page whose hit tests find it. */
let host: HTMLElement;
let field: HTMLElement;
let sighting: Sighting;
const NOW = 10_000;
const point = { x: 150, y: 114 };
const placed = new DOMRect(100, 100, 94, 28);

beforeEach(() => {
  document.body.innerHTML = '<main><input></main>';
  field = document.querySelector('input') ?? document.body;
  host = document.createElement('div');
  document.documentElement.append(host);
  vi.spyOn(host, 'matches').mockReturnValue(true);
  host.getBoundingClientRect = () => placed;
  document.elementFromPoint = () => host;
  document.querySelectorAll = (selector: string) =>
    Document.prototype.querySelectorAll.call(
      document,
      selector.startsWith(':popover-open') ? '[open]' : selector,
    );
  for (const element of [host, document.body, document.documentElement]) {
    element.style.cssText =
      'opacity:1;visibility:visible;mix-blend-mode:normal;filter:none;clip-path:none;mask-image:none';
  }
  sighting = { since: NOW - 1000, placed };
  return () => host.remove();
});

const meant = (at: { x: number; y: number } | null = point): boolean =>
  isMeant(host, sighting, at, field, NOW);

test('a click on a chip that stands there to be seen is meant, by pointer and by keyboard', () => {
  expect([meant(), meant(null)]).toEqual([true, true]);
});

describe('a click is not meant when', () => {
  test('the chip has not been seen', () => {
    sighting = { since: null, placed };
    expect(meant()).toBe(false);
  });

  test('the chip came under the pointer less than half a second ago', () => {
    sighting = { since: NOW - 499, placed };
    expect(meant()).toBe(false);
  });

  test('the page has moved or stretched it', () => {
    sighting = { since: NOW - 1000, placed: new DOMRect(100, 102, 94, 28) };
    expect(meant()).toBe(false);
  });

  test('something lies over one of its corners', () => {
    document.elementFromPoint = (x, y) => (x < 120 && y < 110 ? document.body : host);
    expect(meant()).toBe(false);
  });

  test('something lies over it where the pointer is', () => {
    document.elementFromPoint = (x) => (x === point.x ? document.body : host);
    expect(meant()).toBe(false);
  });

  test('the page took it out of the top layer', () => {
    vi.spyOn(host, 'matches').mockReturnValue(false);
    expect(meant()).toBe(false);
  });

  test('the page itself has been made faint', () => {
    document.body.style.opacity = '0.1';
    expect(meant()).toBe(false);
  });

  test('the page has something else in the top layer', () => {
    document.body.insertAdjacentHTML('beforeend', '<div open></div>');
    expect(meant()).toBe(false);
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
    expect(meant()).toBe(false);
  });
});

test('the dialog that the field stands in is no cover', () => {
  document.querySelector('main')?.setAttribute('open', '');
  expect(meant()).toBe(true);
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

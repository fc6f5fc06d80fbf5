// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { watchSight, type Sight } from '../../src/content/sight.ts';

let now = 1_000;
let seen: (entry: { intersectionRatio: number; isVisible?: boolean }) => void;
let sight: Sight;
let host: HTMLElement;
let field: HTMLElement;
const life = { current: new AbortController() };

beforeEach(() => {
  now = 1_000;
  vi.spyOn(performance, 'now').mockImplementation(() => now);
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      constructor(heard: (entries: readonly unknown[]) => void) {
        seen = (entry) => heard([entry]);
      }
      observe(): void {}
      disconnect(): void {}
    },
  );
  document.body.innerHTML = '<input><div><button></button></div>';
  document.elementsFromPoint = () => [document.body];
  const [input, own, button] = ['input', 'div', 'button'].map((name) =>
    document.querySelector<HTMLElement>(name),
  );
  if (!input || !own || !button) throw new Error('no page');
  [field, host] = [input, own];
  field.getBoundingClientRect = () => new DOMRect(10, 10, 200, 30);
  host.getBoundingClientRect = () => new DOMRect(0, topOf(host), 94, 28);
  life.current = new AbortController();
  sight = watchSight({ host, button }, life.current.signal);
  sight.place([field], true);
  seen({ intersectionRatio: 1 });
});

afterEach(() => {
  life.current.abort();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const topOf = ({ style }: HTMLElement): number => Number(/(\d+)px auto auto/.exec(style.cssText)?.[1] ?? 0);

/** ms since which it has been seen where and as it is. */
const since = (): number | null => sight.now().since;

test('a chip is seen from when all of it is in view and nothing covers it', () => {
  expect(since()).toBe(1_000);
  now = 2_000;
  seen({ intersectionRatio: 0.9 });
  expect(since()).toBeNull();
  seen({ intersectionRatio: 1, isVisible: false });
  expect(since()).toBeNull();
  seen({ intersectionRatio: 1, isVisible: true });
  expect(since()).toBe(2_000);
});

test('until the browser has told that it is seen, it is as one that came just now, and not as one that is covered', () => {
  const untold = watchSight({ host, button: host.firstElementChild as HTMLElement }, life.current.signal);
  untold.place([field], true);
  now = 5_000;
  expect(untold.now().since).toBe(5_000);
  seen({ intersectionRatio: 1, isVisible: false });
  expect(untold.now().since).toBeNull();
});

test('it stands anew when its field has moved, and not when it is only placed again', () => {
  now = 2_000;
  sight.place([field], false);
  expect(since()).toBe(1_000);
  field.getBoundingClientRect = () => new DOMRect(10, 90, 200, 30);
  sight.place([field], false);
  expect(since()).toBe(2_000);
});

test('what the page has made of it is taken back, and it stands anew', () => {
  const ours = host.style.cssText;
  host.style.setProperty('clip-path', 'circle(1px)', 'important');
  now = 2_000;
  sight.place([field], false);
  expect(host.style.cssText).toBe(ours);
  expect(since()).toBe(2_000);
});

test('it stands anew when its window comes to the front, which no page can claim', () => {
  now = 2_000;
  window.dispatchEvent(new Event('focus'));
  expect(since()).toBe(1_000);
  const focus = new Event('focus');
  Object.defineProperty(focus, 'isTrusted', { value: true });
  window.dispatchEvent(focus);
  expect(since()).toBe(2_000);
});

describe('of the places at its field', () => {
  /** Areas of the page that are elements of these names; all else is the page itself. */
  let there: readonly (readonly [string, DOMRect])[];

  beforeEach(() => {
    document.elementsFromPoint = (x, y) => {
      if (x < 0 || y < 0 || x > 800 || y > 600) return [];
      const over = there.filter(
        ([, { left, right, top, bottom }]) => x >= left && x <= right && y >= top && y <= bottom,
      );
      return [...over.map(([name]) => document.createElement(name)), document.body];
    };
    for (const [side, size] of [
      ['clientWidth', 800],
      ['clientHeight', 600],
    ] as const)
      vi.spyOn(document.documentElement, side, 'get').mockReturnValue(size);
    field.getBoundingClientRect = () => new DOMRect(300, 300, 60, 30);
    host.getBoundingClientRect = () =>
      host.style.display === 'none' ? new DOMRect() : new DOMRect(leftOf(host), topOf(host), 94, 28);
  });

  const stands = (...all: typeof there) => {
    there = all;
    sight.place([field], true);
    return host.style.display === 'none' ? null : [leftOf(host), topOf(host)];
  };
  const [right, below, above, left] = [
    new DOMRect(364, 296, 100, 40),
    new DOMRect(250, 334, 220, 40),
    new DOMRect(250, 260, 220, 38),
    new DOMRect(190, 296, 106, 40),
  ] as const;

  test('the first that is free is taken', () => {
    expect(stands()).toEqual([366, 301]);
    expect(stands(['button', right])).toEqual([266, 336]);
    expect(stands(['button', right], ['a', below])).toEqual([266, 266]);
    expect(stands(['button', right], ['a', below], ['label', above])).toEqual([200, 301]);
  });

  test('it stands on a label rather than on the page’s own button, and on neither rather than on a button', () => {
    const buttons: typeof there = [
      ['button', right],
      ['button', below],
      ['input', left],
    ];
    expect(stands(...buttons, ['label', above])).toEqual([266, 266]);
    expect(stands(...buttons, ['button', above])).toBeNull();
    expect(since()).toBe(1_000);
  });

  test('it stands there again, and anew, when the page has made room by scrolling', () => {
    expect(stands(['button', right], ['button', below], ['button', above], ['a', left])).toBeNull();
    there = [['button', below]];
    now = 3_000;
    sight.place([field], false);
    expect([leftOf(host), topOf(host)]).toEqual([366, 301]);
    expect(since()).toBe(3_000);
  });

  test('of a field that is out of view it waits below', () => {
    field.getBoundingClientRect = () => new DOMRect(300, 900, 60, 30);
    expect(stands()).toEqual([266, 936]);
  });
});

const leftOf = ({ style }: HTMLElement): number => Number(/auto (\d+)px/.exec(style.cssText)?.[1] ?? 0);

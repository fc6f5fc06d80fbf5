// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
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

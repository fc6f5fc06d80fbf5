// @vitest-environment happy-dom
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { Page } from '../../src/content/page.ts';
import { standInLayout } from './stand-in-layout.ts';

/** What every canvas shows, as its stamp's bytes. */
let drawn: number;
let stamps: number;
let armed: number;
let page: Page;

class OneStamp {
  getContext() {
    stamps += 1;
    return {
      drawImage: () => undefined,
      getImageData: () => ({ data: new Uint8ClampedArray(1024).fill(drawn) }),
    };
  }
}

beforeAll(standInLayout);
beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('OffscreenCanvas', OneStamp);
  [drawn, stamps, armed] = [0, 0, 0];
  const background = new Proxy({}, { get: () => () => Promise.resolve([]) });
  page = new Page(background as ConstructorParameters<typeof Page>[0], () => (armed += 1));
});
afterEach(() => {
  page.end();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

function show(body: string): boolean {
  document.body.innerHTML = body;
  return page.look();
}

const SET_UP = '<h1>Set up your authenticator</h1><canvas></canvas>';

test('a canvas that is drawn anew makes the page be looked at again, and one that stays does not', async () => {
  show(SET_UP);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(armed).toBe(0);
  drawn = 1;
  await vi.advanceTimersByTimeAsync(1500);
  expect(armed).toBe(1);
});

test('a canvas that is gone is looked at no more, nor is any once the extension is gone', async () => {
  show(SET_UP);
  show('<p>Done</p>');
  const before = stamps;
  await vi.advanceTimersByTimeAsync(10_000);
  expect(stamps).toBe(before);
  show(SET_UP);
  page.end();
  const then = stamps;
  await vi.advanceTimersByTimeAsync(10_000);
  expect(stamps).toBe(then);
});

test('a page is watched on for its fields, and for pictures that may be a code, but not for any others', () => {
  expect(show('<h1>News</h1><input name="q">')).toBe(true);
  expect(show(SET_UP)).toBe(true);
  expect(show('<h1>News</h1><p>From the hills</p><img><canvas></canvas>')).toBe(false);
});

/** The browser's menu is opened on an element. */
function openMenuOn(element: Element | null, isTrusted = true): void {
  const event = new MouseEvent('contextmenu', { bubbles: true });
  Object.defineProperty(event, 'isTrusted', { value: isTrusted });
  element?.addEventListener('contextmenu', (opened) => page.pointedAt(opened), { once: true });
  element?.dispatchEvent(event);
}

test('the field that the menu was opened on is the one pointed at, be it a box of a row', () => {
  show(`<input id="user"><textarea></textarea><p>Code</p>${'<input maxlength="1" class="box">'.repeat(6)}`);
  const keys = page.read(true).facts.fields.map(({ key, boxes }) => [boxes, key] as const);
  const [single, boxes] = [1, 6].map((count) => keys.find(([many]) => many === count)?.[1]);
  const [user, , third] = [
    ...document.querySelectorAll('input#user'),
    ...document.querySelectorAll('input.box'),
  ];
  expect(page.pointed()).toBeNull();
  openMenuOn(third ?? null);
  expect(page.pointed()).toBe(boxes);
  openMenuOn(user ?? null, false);
  expect(page.pointed()).toBe(boxes);
  openMenuOn(user ?? null);
  expect(page.pointed()).toBe(single);
  openMenuOn(document.querySelector('textarea'));
  expect(page.pointed()).toBeNull();
});

test('of a field whose menu was opened before this was heard of, the cursor tells', () => {
  show('<input id="a"><input id="b">');
  const fields = page.read(true).facts.fields.map(({ id, key }) => [id, key] as const);
  document.querySelector<HTMLElement>('#b')?.focus();
  expect(page.pointed()).toBe(fields.find(([id]) => id === 'b')?.[1]);
});

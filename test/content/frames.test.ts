// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest';
import { frameOf, isInHiddenFrame } from '../../src/content/frames.ts';

let frame: HTMLElement;
let rect: DOMRect;
let isDrawn: boolean;
const top: { parent?: unknown } = {};
Object.assign(top, { parent: top });

beforeEach(() => {
  document.body.innerHTML = '<main style="opacity:1"><iframe style="opacity:1"></iframe></main>';
  document.body.style.opacity = document.documentElement.style.opacity = '1';
  frame = document.querySelector('iframe') ?? document.body;
  rect = new DOMRect(0, 0, 300, 150);
  isDrawn = true;
  frame.getBoundingClientRect = () => rect;
  frame.checkVisibility = () => isDrawn;
});

const inFrame = (parent: unknown = top): Window => ({ parent, frameElement: frame }) as unknown as Window;

test('a tab’s own document, and a frame that is there to be seen, are not hidden', () => {
  expect([isInHiddenFrame(window), isInHiddenFrame(inFrame())]).toEqual([false, false]);
});

test('a page of another origin is not asked', () => {
  const strange = {
    parent: top,
    get frameElement(): never {
      throw new DOMException('another origin', 'SecurityError');
    },
  } as unknown as Window;
  expect(frameOf(strange)).toBeNull();
  expect(isInHiddenFrame(strange)).toBe(false);
});

test.each<[string, () => void]>([
  ['transparent', () => (frame.style.opacity = '0')],
  [
    'almost transparent, by all that it stands in together',
    () => {
      document.querySelector('main')?.setAttribute('style', 'opacity:0.4');
      frame.style.opacity = '0.4';
    },
  ],
  ['of no size', () => (rect = new DOMRect(0, 0, 300, 1))],
  ['not drawn', () => (isDrawn = false)],
  ['kept from those who listen', () => frame.setAttribute('aria-hidden', 'true')],
])('a frame that is %s is hidden, with all frames in it', (_, hide) => {
  const outer = inFrame();
  hide();
  expect(isInHiddenFrame(outer)).toBe(true);
  const inner = { parent: outer, frameElement: document.createElement('iframe') };
  expect(isInHiddenFrame(inner as unknown as Window)).toBe(true);
});

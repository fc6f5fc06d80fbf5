// @vitest-environment happy-dom
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { picturesOf, readPictures } from '../../src/content/pictures.ts';
import { standInLayout } from './stand-in-layout.ts';

/** Draws nothing: a picture of one grey, as large as it was asked for. */
class GreyCanvas {
  readonly #size: number;
  constructor(width: number, height: number) {
    this.#size = width * height;
  }
  getContext() {
    const data = new Uint8ClampedArray(this.#size * 4).fill(255);
    return { drawImage: () => undefined, getImageData: () => ({ data }) };
  }
}

beforeAll(standInLayout);
beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('OffscreenCanvas', GreyCanvas);
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

test('a picture is read in steps, and the page has its turn between them', async () => {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [100, 100];
  const turns = vi.spyOn(globalThis, 'setTimeout');
  const read = readPictures([canvas, canvas]);
  for (let turn = 0; turn < 10; turn++) await vi.advanceTimersByTimeAsync(1);
  expect(await read).toHaveLength(2);
  expect(turns).toHaveBeenCalledTimes(6);
});

test('of ten thousand pictures so many are looked at, and no more', () => {
  document.body.innerHTML = '<img>'.repeat(10_000);
  const asked = vi
    .spyOn(Element.prototype, 'getBoundingClientRect')
    .mockReturnValue(new DOMRect(0, 0, 20, 20));
  expect(picturesOf([document])).toEqual([]);
  expect(asked).toHaveBeenCalledTimes(1500);
});

/** Brightness, row by row, a byte a pixel. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly luma: Uint8Array;
}

/** In pixels; (0, 0) is the outer corner of the first pixel, whose middle is (0.5, 0.5). */
export interface Point {
  readonly x: number;
  readonly y: number;
}

export const WHITE = 255;

/** Above an 8K screen a picture is not looked at. */
const MOST_PIXELS = 7680 * 4320;

export function isPicture({ width, height, luma }: Pixels): boolean {
  const sides = [width, height].every((side) => Number.isSafeInteger(side) && side > 0);
  return sides && width * height <= MOST_PIXELS && luma.length === width * height;
}

/** The brightness at a point between the middles of pixels (bilinear); beyond the edge, that of the edge. */
export function levelAt({ width, height, luma }: Pixels, x: number, y: number): number {
  const across = Math.min(Math.max(x - 0.5, 0), width - 1);
  const down = Math.min(Math.max(y - 0.5, 0), height - 1);
  const left = Math.floor(across);
  const top = Math.floor(down);
  const right = left + 1 < width ? 1 : 0;
  const below = top + 1 < height ? width : 0;
  const at = top * width + left;
  const u = across - left;
  const v = down - top;
  const upper = (luma[at] ?? 0) * (1 - u) + (luma[at + right] ?? 0) * u;
  const lower = (luma[at + below] ?? 0) * (1 - u) + (luma[at + below + right] ?? 0) * u;
  return upper * (1 - v) + lower * v;
}

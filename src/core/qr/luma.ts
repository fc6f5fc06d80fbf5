/**
 * Brightness of a picture with colours, as a canvas gives it. What shines through is given a ground, for a code may be drawn
 * in black on nothing, or in white on nothing for a dark page; the alpha channel alone says which of the two.
 */
import { WHITE } from './pixels.ts';

/** RGBA, a byte each, the colours not multiplied by alpha. */
type Rgba = Uint8ClampedArray;

const BLACK = 0;

/** ITU-R BT.601 weights, in 256ths. */
function lumaAt(rgba: Rgba, at: number): number {
  return ((rgba[at] ?? 0) * 77 + (rgba[at + 1] ?? 0) * 150 + (rgba[at + 2] ?? 0) * 29) >> 8;
}

/** A byte a pixel. */
export function lumaOn(rgba: Rgba, ground: number): Uint8Array<ArrayBuffer> {
  const luma = new Uint8Array(rgba.length / 4);
  for (let pixel = 0, at = 0; pixel < luma.length; pixel++, at += 4) {
    const alpha = rgba[at + 3] ?? WHITE;
    const own = lumaAt(rgba, at);
    luma[pixel] = alpha === WHITE ? own : (own * alpha + ground * (WHITE - alpha)) / WHITE + 0.5;
  }
  return luma;
}

/** Well above the middle: dark and light modules that are both drawn are about half and half, and stand on white. */
const BRIGHT = 160;

/** The grounds that a picture may be meant for, the likelier first; one where nothing shines through. */
export function groundsOf(rgba: Rgba): readonly number[] {
  let [bright, opaque] = [0, 0];
  for (let at = 0; at < rgba.length; at += 4) {
    const alpha = rgba[at + 3] ?? 0;
    bright += lumaAt(rgba, at) * alpha;
    opaque += alpha;
  }
  if (opaque === (rgba.length / 4) * WHITE) return [WHITE];
  return bright > BRIGHT * opaque ? [BLACK, WHITE] : [WHITE, BLACK];
}

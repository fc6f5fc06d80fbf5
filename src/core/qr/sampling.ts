/**
 * Reading modules off the grey picture, not off its black and white: a module's level is a weighted mean around its
 * middle, taken between pixels, so that modules of one and a half pixels are read. One threshold for the symbol
 * then parts dark from light.
 */
import { histogramOf, otsu } from './histogram.ts';
import type { Modules } from './modules.ts';
import { levelAt, type Pixels } from './pixels.ts';
import type { Projection } from './projection.ts';

/** How far from a module's middle its level is taken beside it, in modules: within dots and inside of hairlines. */
const BESIDE = 0.28;

/** The brightness of each module, row by row. */
export function sampleLevels(pixels: Pixels, grid: Projection, size: number): Float32Array {
  const { a, b, c, d, e, f, g, h } = grid;
  const levels = new Float32Array(size * size);
  // Written out, as `project` for each of five points a module is half of the time that a small code takes.
  const at = (x: number, y: number): number => {
    const scale = 1 / (g * x + h * y + 1);
    return levelAt(pixels, (a * x + b * y + c) * scale, (d * x + e * y + f) * scale);
  };
  for (let row = 0; row < size; row++) {
    const y = row + 0.5;
    for (let column = 0; column < size; column++) {
      const x = column + 0.5;
      const beside = at(x - BESIDE, y) + at(x + BESIDE, y) + at(x, y - BESIDE) + at(x, y + BESIDE);
      levels[row * size + column] = (at(x, y) * 4 + beside) / 8;
    }
  }
  return levels;
}

/**
 * Undoes a part of what blur has carried over from the four modules beside each: in a small or blurred picture a lone dark
 * module among light ones is brighter than the mean.
 */
export function sharpened(levels: Float32Array, size: number, strength: number): Float32Array {
  return levels.map((level, at) => {
    const x = at % size;
    const beside =
      (x > 0 ? (levels[at - 1] ?? level) : level) +
      (x < size - 1 ? (levels[at + 1] ?? level) : level) +
      (levels[at - size] ?? level) +
      (levels[at + size] ?? level);
    return Math.min(255, Math.max(0, level + strength * (4 * level - beside)));
  });
}

/** `isDark` tells whether what stands for dark is dark in the picture, or light in an inverted symbol. */
export function modulesOf(levels: Float32Array, size: number, isDark: boolean): Modules {
  const threshold = otsu(histogramOf(levels));
  const dark = new Uint8Array(levels.length);
  const doubt = new Uint8Array(levels.length);
  for (let at = 0; at < dark.length; at++) {
    const above = (levels[at] ?? 0) - threshold;
    dark[at] = above <= 0 === isDark ? 1 : 0;
    doubt[at] = Math.max(0, 255 - 2 * Math.abs(above));
  }
  return { size, dark, doubt };
}

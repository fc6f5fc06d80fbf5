/**
 * Preparations of a picture for a reader that has not found its code: in the order of what each has been seen to help
 * with, pictures of little contrast, without a quiet zone, too small, too large.
 */
import { histogramOf, otsu, quantile } from './histogram.ts';
import { levelAt, type Pixels, WHITE } from './pixels.ts';

/** To another size; each new pixel is taken between the old ones (bilinear), or is the mean of those it covers. */
export function scaled(pixels: Pixels, factor: number): Pixels {
  const width = Math.max(1, Math.round(pixels.width * factor));
  const height = Math.max(1, Math.round(pixels.height * factor));
  const luma = new Uint8Array(width * height);
  // Hard steps would be taken for modules, and skipped pixels lose them: at most a pixel's distance between samples.
  const samples = Math.max(1, Math.ceil(1 / factor));
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      let sum = 0;
      for (let part = 0; part < samples * samples; part++) {
        const across = (x + ((part % samples) + 0.5) / samples) / factor;
        const down = (y + (Math.floor(part / samples) + 0.5) / samples) / factor;
        sum += levelAt(pixels, across, down);
      }
      luma[y * width + x] = sum / (samples * samples) + 0.5;
    }
  }
  return { width, height, luma };
}

/** Scaled so that the longer side has so many pixels. */
export function fitted(pixels: Pixels, side: number): Pixels {
  return scaled(pixels, side / Math.max(pixels.width, pixels.height));
}

/** With white around it, for codes that fill their picture to the edge: the quiet zone of ISO/IEC 18004 section 6.3.8. */
export function padded({ width, height, luma }: Pixels, margin: number): Pixels {
  const wide = width + 2 * margin;
  const high = height + 2 * margin;
  const target = new Uint8Array(wide * high).fill(WHITE);
  for (let y = 0; y < height; y++) {
    target.set(luma.subarray(y * width, (y + 1) * width), (y + margin) * wide + margin);
  }
  return { width: wide, height: high, luma: target };
}

/** Black and white by one threshold, for codes in two colours of little contrast. */
export function blackAndWhite({ width, height, luma }: Pixels): Pixels {
  const threshold = otsu(histogramOf(luma));
  return { width, height, luma: luma.map((level) => (level > threshold ? WHITE : 0)) };
}

/** From black to white over the whole scale, but for a hundredth at either end (a reflection, a speck). */
export function stretched({ width, height, luma }: Pixels): Pixels {
  const histogram = histogramOf(luma);
  const [low, high] = [quantile(histogram, 0.01), quantile(histogram, 0.99)];
  const gain = WHITE / Math.max(1, high - low);
  const table = Uint8ClampedArray.from({ length: 256 }, (_, level) => (level - low) * gain);
  return { width, height, luma: luma.map((level) => table[level] ?? 0) };
}

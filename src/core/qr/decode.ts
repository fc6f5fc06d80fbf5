/**
 * QR codes in a picture, by `jsqr` and a short plan of preparations for what it does not find by itself.
 *
 * It reads one code of a picture, upright or inverted. The plan costs a bounded number of pixels whatever the
 * picture shows, because jsqr's own time has no bound: noise takes it seconds.
 */
import jsQR, { type QRCode } from 'jsqr'; // CommonJS, but its own `default`: every bundler agrees on it
import { textOf } from '../bytes.ts';

/** Brightness, row by row, a byte a pixel; transparent parts stand on white. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly luma: Uint8Array;
}

/** Above an 8K screen a picture is not looked at. */
const MOST_PIXELS = 7680 * 4320;
/** Above this it is shrunk first, and small codes in it are lost. */
const MOST_AT_ONCE = 2560 * 2400;
/** What all attempts together may cost. */
const MOST_IN_ALL = 8_000_000;
/** A code in so few pixels may have modules of one or two, which jsqr's finder misses. */
const SMALL = 320;
const WHITE = 255;
/** The quiet zone of ISO/IEC 18004 is four modules; these are enough for modules of eight pixels. */
const MARGIN = 32;

function isPicture({ width, height, luma }: Pixels): boolean {
  const sides = [width, height].every((side) => Number.isSafeInteger(side) && side > 0);
  return sides && width * height <= MOST_PIXELS && luma.length === width * height;
}

/** Half as wide and high, each pixel the mean of four. */
function halved({ width, height, luma }: Pixels): Pixels {
  const wide = width >> 1;
  const high = height >> 1;
  const target = new Uint8Array(wide * high);
  for (let at = 0; at < target.length; at++) {
    const x = at % wide;
    const from = ((at - x) / wide) * 2 * width + x * 2;
    const four = [from, from + 1, from + width, from + width + 1];
    target[at] = four.reduce((sum, pixel) => sum + (luma[pixel] ?? WHITE), 0) / 4;
  }
  return { width: wide, height: high, luma: target };
}

/** With white around it, for codes that fill their picture to the edge. */
function padded({ width, height, luma }: Pixels): Pixels {
  const wide = width + 2 * MARGIN;
  const high = height + 2 * MARGIN;
  const target = new Uint8Array(wide * high).fill(WHITE);
  for (let y = 0; y < height; y++) {
    target.set(luma.subarray(y * width, (y + 1) * width), (y + MARGIN) * wide + MARGIN);
  }
  return { width: wide, height: high, luma: target };
}

/** Twice as wide and high, each new pixel between its neighbours (bilinear): hard steps would be taken for modules. */
function doubled({ width, height, luma }: Pixels): Pixels {
  const wide = width * 2;
  const target = new Uint8Array(wide * height * 2);
  const level = (x: number, y: number): number =>
    luma[Math.min(y, height - 1) * width + Math.min(x, width - 1)] ?? WHITE;
  for (let at = 0; at < target.length; at++) {
    const x = at % wide;
    const y = (at - x) / wide;
    const [left, top, right, bottom] = [x >> 1, y >> 1, (x + 1) >> 1, (y + 1) >> 1];
    target[at] = (level(left, top) + level(right, top) + level(left, bottom) + level(right, bottom)) / 4;
  }
  return { width: wide, height: height * 2, luma: target };
}

/** The brightness that parts dark from light with the greatest variance between the two (Otsu, 1979). */
function otsuThreshold(luma: Uint8Array): number {
  const histogram = Array.from({ length: 256 }, () => 0);
  for (const level of luma) histogram[level] = (histogram[level] ?? 0) + 1;
  const total = histogram.reduce((sum, count, level) => sum + count * level, 0);
  let best = { variance: -1, threshold: 127 };
  let dark = 0;
  let darkSum = 0;
  for (const [threshold, count] of histogram.entries()) {
    dark += count;
    darkSum += count * threshold;
    const light = luma.length - dark;
    if (dark === 0 || light === 0) continue;
    const variance = dark * light * (darkSum / dark - (total - darkSum) / light) ** 2;
    if (variance > best.variance) best = { variance, threshold };
  }
  return best.threshold;
}

/** Black and white, for codes in two colours of little contrast. */
function thresholded({ width, height, luma }: Pixels): Pixels {
  const threshold = otsuThreshold(luma);
  return { width, height, luma: luma.map((level) => (level > threshold ? WHITE : 0)) };
}

function* attempts(pixels: Pixels): Generator<Pixels> {
  yield pixels;
  if (Math.min(pixels.width, pixels.height) <= SMALL) yield doubled(padded(pixels));
  yield padded(thresholded(pixels));
}

function rgba({ luma }: Pixels): Uint8ClampedArray {
  const target = new Uint8ClampedArray(luma.length * 4);
  for (const [at, level] of luma.entries()) target.fill(level, at * 4, at * 4 + 3);
  return target;
}

/** jsqr gives no text for bytes that are not UTF-8 (an issuer in Latin-1). */
function textOfChunk(chunk: QRCode['chunks'][number]): string {
  const text = 'text' in chunk && typeof chunk.text === 'string' ? chunk.text : '';
  return text === '' && 'bytes' in chunk ? textOf(Uint8Array.from(chunk.bytes)) : text;
}

function readOne(pixels: Pixels): string {
  // All options every time: jsqr changes its defaults by those of an earlier call.
  const code = jsQR(rgba(pixels), pixels.width, pixels.height, { inversionAttempts: 'attemptBoth' });
  return (code?.chunks ?? []).map(textOfChunk).join('');
}

/** The texts of the QR codes in a picture; none for what is no picture, or too large a one. */
export function readQrCodes(pixels: Pixels): readonly string[] {
  if (!isPicture(pixels)) return [];
  let picture = pixels;
  while (picture.luma.length > MOST_AT_ONCE) picture = halved(picture);
  let cost = 0;
  for (const attempt of attempts(picture)) {
    cost += attempt.luma.length;
    if (cost > MOST_IN_ALL) break;
    const text = readOne(attempt);
    if (text !== '') return [text];
  }
  return [];
}

/** Pixels of an encoded picture (PNG, JPEG, WebP …), by the browser's own decoder. */
import type { Pixels } from '../core/qr/decode.ts';

/** The longest side that is looked at; larger pictures are scaled down, for memory's sake. */
const LONGEST = 2_400;

/** Brightness on a white ground; null for what is no picture. */
export async function pixelsOf(bytes: Uint8Array<ArrayBuffer>): Promise<Pixels | null> {
  let bitmap: ImageBitmap;
  try {
    bitmap = await createImageBitmap(new Blob([bytes]));
  } catch {
    return null;
  }
  const scale = Math.min(1, LONGEST / Math.max(bitmap.width, bitmap.height));
  const width = Math.max(1, Math.round(bitmap.width * scale));
  const height = Math.max(1, Math.round(bitmap.height * scale));
  const context = new OffscreenCanvas(width, height).getContext('2d');
  if (context === null) return null;
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  context.drawImage(bitmap, 0, 0, width, height);
  bitmap.close();
  return { width, height, luma: lumaOf(context.getImageData(0, 0, width, height).data) };
}

/** ITU-R BT.601 weights, in 256ths. */
function lumaOf(rgba: Uint8ClampedArray): Uint8Array {
  const luma = new Uint8Array(rgba.length / 4);
  for (let pixel = 0; pixel < luma.length; pixel++) {
    const at = pixel * 4;
    luma[pixel] = ((rgba[at] ?? 0) * 77 + (rgba[at + 1] ?? 0) * 150 + (rgba[at + 2] ?? 0) * 29) >> 8;
  }
  return luma;
}

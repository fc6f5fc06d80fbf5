/** Pixels of an encoded picture (PNG, JPEG, WebP …), by the browser's own decoder. */
import type { Pixels } from '../../core/qr/decode.ts';
import { groundsOf, lumaOn } from '../../core/qr/luma.ts';

/** The longest side that is looked at; larger pictures are scaled down, for memory's sake. */
const LONGEST = 2_400;

/** On each ground that it may be meant for, the likelier first; null for what is no picture. */
export async function picturesOf(bytes: Uint8Array<ArrayBuffer>): Promise<readonly Pixels[] | null> {
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
  context.drawImage(bitmap, 0, 0, width, height);
  bitmap.close();
  const rgba = context.getImageData(0, 0, width, height).data;
  return groundsOf(rgba).map((ground) => ({ width, height, luma: lumaOn(rgba, ground) }));
}

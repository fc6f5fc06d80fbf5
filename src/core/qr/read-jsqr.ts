/** `jsqr` as a reader of pixels: error correction, masks and segments are its work (ISO/IEC 18004 section 6.12). */
import jsQR, { type QRCode } from 'jsqr'; // CommonJS, but its own `default`: every bundler agrees on it
import { textOf } from '../bytes.ts';
import type { Pixels } from './pixels.ts';
import type { Reading } from './reading.ts';

/** One code of a picture, which may be mirrored, or null. */
export function readByJsqr(pixels: Pixels, polarities: 'both' | 'dark-on-light' = 'both'): Reading | null {
  const code = jsQR(rgba(pixels), pixels.width, pixels.height, {
    // All options every time: jsqr changes its defaults by those of an earlier call.
    inversionAttempts: polarities === 'both' ? 'attemptBoth' : 'dontInvert',
  });
  if (code === null) return null;
  const text = code.chunks.map(textOfChunk).join('');
  if (text === '') return null;
  const { topLeftCorner, topRightCorner, bottomRightCorner, bottomLeftCorner, topLeftFinderPattern } =
    code.location;
  return {
    text,
    corners: [topLeftCorner, topRightCorner, bottomRightCorner, bottomLeftCorner],
    finder: topLeftFinderPattern,
    size: 17 + 4 * code.version,
  };
}

function rgba({ luma }: Pixels): Uint8ClampedArray {
  const target = new Uint32Array(luma.length);
  for (let at = 0; at < luma.length; at++) target[at] = (luma[at] ?? 0) * 0x10101;
  return new Uint8ClampedArray(target.buffer); // jsqr does not look at the alpha channel
}

/** jsqr gives no text for bytes that are not UTF-8 (an issuer in Latin-1). */
function textOfChunk(chunk: QRCode['chunks'][number]): string {
  const text = 'text' in chunk && typeof chunk.text === 'string' ? chunk.text : '';
  return text === '' && 'bytes' in chunk ? textOf(Uint8Array.from(chunk.bytes)) : text;
}

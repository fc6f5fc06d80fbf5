/** `jsqr` as a reader of pixels: error correction, masks and segments are its work (ISO/IEC 18004 section 6.12). */
import jsQR, { type QRCode } from 'jsqr'; // CommonJS, but its own `default`: every bundler agrees on it
import type { Pixels } from './pixels.ts';
import type { Reading } from './reading.ts';
import { TextParts } from './segments.ts';

/** One code of a picture, which may be mirrored, or null. */
export function readByJsqr(pixels: Pixels, polarities: 'both' | 'dark-on-light' = 'both'): Reading | null {
  const code = jsQR(rgba(pixels), pixels.width, pixels.height, {
    // All options every time: jsqr changes its defaults by those of an earlier call.
    inversionAttempts: polarities === 'both' ? 'attemptBoth' : 'dontInvert',
  });
  if (code === null) return null;
  const text = textOf(code.chunks);
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

/** jsqr takes byte segments for UTF-8 one by one, and gives no text for those that are not (an issuer in Latin-1). */
function textOf(chunks: QRCode['chunks']): string {
  const parts = new TextParts();
  for (const chunk of chunks) {
    const mode: string = chunk.type;
    if (mode === 'byte' && 'bytes' in chunk) parts.addBytes(chunk.bytes);
    else if ('assignmentNumber' in chunk) parts.assign(chunk.assignmentNumber);
    else if ('text' in chunk && typeof chunk.text === 'string') parts.addText(chunk.text);
  }
  return parts.whole();
}

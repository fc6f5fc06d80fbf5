/** `qr` as a reader of pixels: it finds what stands askew in a photograph, faster than jsqr, and other codes than jsqr. */
import { decodeQR, type FinderPoints } from 'qr/decode.js';
import type { Pixels } from './pixels.ts';
import type { Reading } from './reading.ts';
import { textOfBytes } from './text.ts';

/** One code of a picture, or null. */
export function readByQr({ width, height, luma }: Pixels): Reading | null {
  const seen: { points?: FinderPoints; size?: number } = {};
  try {
    const text = decodeQR(
      { width, height, data: luma },
      {
        format: 'NV12', // of which it reads the first plane only: brightness
        // Its own budget is one of time, by which a busy machine reads less than an idle one.
        effort: Infinity,
        timeLimit: Infinity,
        textDecoder: textOfBytes,
        pointsOnDetect: (points) => {
          seen.points = points;
        },
        imageOnResult: (modules) => {
          seen.size = modules.width;
        },
      },
    );
    const { points, size } = seen;
    if (text === '' || points === undefined || size === undefined) return null;
    return { text, corners: points.bounds, finder: points.tl, size };
  } catch {
    // It throws for a picture without a code, and for one that it finds but cannot read.
    return null;
  }
}

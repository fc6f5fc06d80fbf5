/**
 * Decodes a picture once, however often its page is looked at while it stands there. What was read lies in the
 * worker's memory alone, of the last few pictures, and goes with the worker or with the lock.
 */
import { toHex } from '../core/bytes.ts';
import { readQrCodes, type Pixels } from '../core/qr/decode.ts';

const MOST = 24;

export interface Decoder {
  textsIn(pixels: Pixels & { readonly luma: Uint8Array<ArrayBuffer> }): Promise<readonly string[]>;
  forget(): void;
}

export function createDecoder(read: (pixels: Pixels) => readonly string[] = readQrCodes): Decoder {
  const known = new Map<string, readonly string[]>();
  return {
    async textsIn({ width, height, luma }) {
      const digest = await crypto.subtle.digest('SHA-256', luma);
      const name = `${width}x${height}:${toHex(new Uint8Array(digest))}`;
      const texts = known.get(name) ?? read({ width, height, luma });
      known.delete(name);
      known.set(name, texts);
      for (const oldest of [...known.keys()].slice(0, -MOST)) known.delete(oldest);
      return texts;
    },
    forget: () => known.clear(),
  };
}

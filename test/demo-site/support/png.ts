import { inflateSync } from 'node:zlib';

interface Chunk {
  type: string;
  data: Buffer;
}

export function chunksOf(png: Buffer): Chunk[] {
  const chunks: Chunk[] = [];
  for (let at = 8; at < png.length;) {
    const length = png.readUInt32BE(at);
    chunks.push({
      type: png.toString('latin1', at + 4, at + 8),
      data: png.subarray(at + 8, at + 8 + length),
    });
    at += length + 12;
  }
  return chunks;
}

/** Decodes the one kind of PNG that is written here: unfiltered, one bit of grey. */
export function pixelsOf(png: Buffer): { side: number; rgba: Uint8ClampedArray } {
  const [header, data] = chunksOf(png);
  const side = header?.data.readUInt32BE(0) ?? 0;
  const lines = inflateSync(data?.data ?? Buffer.alloc(0));
  const stride = 1 + Math.ceil(side / 8);
  const rgba = new Uint8ClampedArray(side * side * 4).fill(255);
  for (let at = 0; at < side * side; at += 1) {
    const [x, y] = [at % side, Math.floor(at / side)];
    const white = ((lines[y * stride + 1 + (x >> 3)] ?? 0) >> (7 - (x & 7))) & 1;
    rgba.fill(white * 255, at * 4, at * 4 + 3);
  }
  return { side, rgba };
}

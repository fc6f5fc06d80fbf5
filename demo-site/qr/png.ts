import { crc32, deflateSync } from 'node:zlib';
import type { QrMatrix } from './matrix.ts';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const GREYSCALE = 0;
const ONE_BIT = 1;

/** A black and white PNG (ISO/IEC 15948) of square modules, `scale` pixels each: the three chunks that it takes and no others. */
export function qrPng(matrix: QrMatrix, scale: number): Uint8Array<ArrayBuffer> {
  const side = matrix.length * scale;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header[8] = ONE_BIT;
  header[9] = GREYSCALE;
  const lines = matrix.flatMap((row) => Array.from({ length: scale }, () => scanline(row, scale)));
  const chunks = [chunk('IHDR', header), chunk('IDAT', deflateSync(Buffer.concat(lines))), chunk('IEND')];
  return new Uint8Array(Buffer.concat([SIGNATURE, ...chunks]));
}

function scanline(row: readonly boolean[], scale: number): Buffer {
  const pixels = row.length * scale;
  const line = Buffer.alloc(1 + Math.ceil(pixels / 8)); // the first byte: no filter
  for (let x = 0; x < pixels; x += 1) {
    const at = 1 + (x >> 3);
    if (!row[Math.floor(x / scale)]) line[at] = (line[at] ?? 0) | (0x80 >> (x & 7));
  }
  return line;
}

function chunk(type: string, data: Uint8Array = new Uint8Array()): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), framed.length - 4);
  return framed;
}

import { crc32, deflateSync, inflateSync } from 'node:zlib';
import type { Pixels } from '../src/core/qr/decode.ts';

/** Bytes of a pixel by PNG's colour type: grey, RGB, grey with alpha, RGBA. */
const CHANNELS: Record<number, number> = { 0: 1, 2: 3, 4: 2, 6: 4 };

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const a = Math.abs(guess - left);
  const b = Math.abs(guess - up);
  const c = Math.abs(guess - corner);
  if (a <= b && a <= c) return left;
  return b <= c ? up : corner;
}

function predicted(filter: number, left: number, up: number, corner: number): number {
  if (filter === 1) return left;
  if (filter === 2) return up;
  if (filter === 3) return (left + up) >> 1;
  return filter === 4 ? paeth(left, up, corner) : 0;
}

/** Undoes the filters of the rows (PNG section 9), in place of the raw rows. */
function unfilter(raw: Buffer, height: number, stride: number, step: number): Uint8Array {
  const rows = new Uint8Array(height * stride);
  for (let y = 0; y < height; y++) {
    const filter = raw[y * (stride + 1)];
    for (let x = 0; x < stride; x++) {
      const at = y * stride + x;
      const left = x >= step ? (rows[at - step] ?? 0) : 0;
      const up = y > 0 ? (rows[at - stride] ?? 0) : 0;
      const corner = x >= step && y > 0 ? (rows[at - stride - step] ?? 0) : 0;
      rows[at] = (raw[at + y + 1] ?? 0) + predicted(filter ?? 0, left, up, corner);
    }
  }
  return rows;
}

/** The brightness of an 8-bit PNG that is not interlaced, on white; null for other kinds. */
export function readPng(file: Buffer): Pixels | null {
  const [width, height] = [file.readUInt32BE(16), file.readUInt32BE(20)];
  const channels = CHANNELS[file.readUInt8(25)];
  if (channels === undefined || file.readUInt8(24) !== 8 || file.readUInt8(28) !== 0) return null;
  const data: Buffer[] = [];
  for (let at = 8; at < file.length; at += 12 + file.readUInt32BE(at)) {
    if (file.toString('latin1', at + 4, at + 8) === 'IDAT') {
      data.push(file.subarray(at + 8, at + 8 + file.readUInt32BE(at)));
    }
  }
  const rows = unfilter(inflateSync(Buffer.concat(data)), height, width * channels, channels);
  const luma = new Uint8Array(width * height).map((_, pixel) => {
    const part = (channel: number): number => rows[pixel * channels + channel] ?? 0;
    const bright = channels < 3 ? part(0) : 0.299 * part(0) + 0.587 * part(1) + 0.114 * part(2);
    const opaque = channels % 2 === 0 ? part(channels - 1) / 255 : 1;
    return Math.round(bright * opaque + 255 * (1 - opaque));
  });
  return { width, height, luma };
}

/** A grey PNG of a picture, as a person saves it. */
export function writePng({ width, height, luma }: Pixels): Buffer {
  const rows = Buffer.alloc((width + 1) * height); // each begins with its filter: none
  for (let y = 0; y < height; y++) rows.set(luma.subarray(y * width, (y + 1) * width), y * (width + 1) + 1);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.writeUInt8(8, 8); // bits of a pixel; of colours, filters and interlacing the plainest are 0
  const parts = [chunk('IHDR', header), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))];
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), ...parts]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

import jsqr from 'jsqr';
import { expect, test } from 'vitest';
import { qrMatrix, type QrMatrix } from '../../../demo-site/qr/matrix.ts';
import { qrPng } from '../../../demo-site/qr/png.ts';
import { qrPath } from '../../../demo-site/qr/svg.ts';
import { chunksOf, pixelsOf } from '../support/png.ts';

const uri =
  'otpauth://totp/https://cloudmc.example/:alice@example.com?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=https://cloudmc.example/';

test.each([1, 3, 4, 5])('A QR code drawn as PNG at scale %i is read back', (scale) => {
  const { side, rgba } = pixelsOf(Buffer.from(qrPng(qrMatrix(uri), scale)));
  if (scale > 1) expect(jsqr(rgba, side, side)?.data).toBe(uri);
  expect(side).toBe(qrMatrix(uri).length * scale);
});

test('The PNG is its signature and three chunks', () => {
  const png = Buffer.from(qrPng(qrMatrix(uri), 4));
  expect(png.subarray(0, 8)).toEqual(Buffer.from('\u0089PNG\r\n\u001a\n', 'latin1'));
  expect(chunksOf(png).map(({ type }) => type)).toEqual(['IHDR', 'IDAT', 'IEND']);
  // The checksum of IEND is the same in every PNG there is.
  expect(png.subarray(-4).toString('hex')).toBe('ae426082');
});

test('Four modules around the code are light', () => {
  const matrix = qrMatrix(uri);
  const edge = matrix.flatMap((row, y) =>
    row.filter((_, x) => Math.min(x, y, matrix.length - 1 - x, matrix.length - 1 - y) < 4),
  );
  expect(edge.includes(true)).toBe(false);
});

test('The SVG path covers the dark modules and no others', () => {
  const matrix = qrMatrix(uri);
  expect(modulesOf(qrPath(matrix), matrix.length)).toEqual(matrix);
});

function modulesOf(path: string, side: number): QrMatrix {
  const drawn = Array.from({ length: side }, () => Array.from({ length: side }, () => false));
  for (const [, x, y, width] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/gu)) {
    drawn[Number(y)]?.fill(true, Number(x), Number(x) + Number(width));
  }
  return drawn;
}

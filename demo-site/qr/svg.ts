import type { QrMatrix } from './matrix.ts';

/** The `d` of one path that draws all dark modules, each run of a row as one rectangle of height 1. */
export function qrPath(matrix: QrMatrix): string {
  return matrix.map((row, y) => rowPath(row, y)).join('');
}

function rowPath(row: readonly boolean[], y: number): string {
  let path = '';
  for (let x = 0; x < row.length; x += 1) {
    const start = x;
    while (row[x]) x += 1;
    if (x > start) path += `M${start} ${y}h${x - start}v1h${start - x}z`;
  }
  return path;
}

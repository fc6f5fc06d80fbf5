import { html } from 'hono/html';
import type { Html } from '../pages/parts.ts';
import type { QrMatrix } from '../qr/matrix.ts';
import { qrPng } from '../qr/png.ts';
import { qrPath } from '../qr/svg.ts';
import { textOf } from './parts.ts';

/** The ways that the web draws a QR code. */

/** Modules: of the quiet zone, and of a corner pattern's side. */
const BORDER = 4;
const FINDER = 7;

export interface SvgLook {
  dark?: string;
  light?: string;
  /** CSS pixels. */
  size?: number;
  style?: string;
}

export function svg(
  matrix: QrMatrix,
  { dark = 'black', light = 'white', size = 200, style = '' }: SvgLook = {},
): Html {
  return html`<svg
    xmlns="http://www.w3.org/2000/svg"
    viewBox="0 0 ${matrix.length} ${matrix.length}"
    width="${size}"
    height="${size}"
    style="${style}"
    shape-rendering="crispEdges"
    role="img"
    aria-label="QR code"
  >
    <rect width="100%" height="100%" fill="${light}" />
    <path d="${qrPath(matrix)}" fill="${dark}" />
  </svg>`;
}

function darkModules(matrix: QrMatrix): [x: number, y: number][] {
  return matrix.flatMap((row, y) => row.flatMap((isDark, x): [number, number][] => (isDark ? [[x, y]] : [])));
}

/** A rectangle for each module, as many libraries do. */
export function svgOfRects(matrix: QrMatrix): Html {
  const side = matrix.length;
  return html`<svg viewBox="0 0 ${side} ${side}" width="200" height="200" style="background: white">
    ${darkModules(matrix).map(([x, y]) => html`<rect x="${x}" y="${y}" width="1" height="1" />`)}
  </svg>`;
}

/** Dots, with the three corner patterns whole, as libraries that draw dots leave them. */
export function svgOfDots(matrix: QrMatrix): Html {
  const side = matrix.length;
  const isCorner = (at: number): boolean => at < BORDER + FINDER || at >= side - BORDER - FINDER;
  const isFinder = (x: number, y: number): boolean =>
    isCorner(x) && isCorner(y) && (x < side / 2 || y < side / 2);
  return html`<svg viewBox="0 0 ${side} ${side}" width="240" height="240" style="background: white">
    ${darkModules(matrix).map(([x, y]) =>
      isFinder(x, y)
        ? html`<rect x="${x}" y="${y}" width="1" height="1" />`
        : html`<circle cx="${x + 0.5}" cy="${y + 0.5}" r="0.45" />`,
    )}
  </svg>`;
}

export function pngUri(matrix: QrMatrix, scale = 5): string {
  return `data:image/png;base64,${Buffer.from(qrPng(matrix, scale)).toString('base64')}`;
}

export function svgUri(matrix: QrMatrix): string {
  return `data:image/svg+xml;utf8,${encodeURIComponent(textOf(svg(matrix)))}`;
}

export function table(matrix: QrMatrix): Html {
  return html`<table class="modules-table">
    <tbody>
      ${matrix.map(
        (row) =>
          html`<tr>
            ${row.map((isDark) => (isDark ? html`<td data-dark></td>` : html`<td></td>`))}
          </tr>`,
      )}
    </tbody>
  </table>`;
}

export function grid(matrix: QrMatrix): Html {
  return html`<div class="modules" style="grid-template-columns: repeat(${matrix.length}, 5px)">
    ${matrix.flat().map((isDark) => (isDark ? html`<i data-dark></i>` : html`<i></i>`))}
  </div>`;
}

/** One pixel with a shadow for each module. */
export function shadows(matrix: QrMatrix): Html {
  const side = matrix.length * 5;
  const cast = darkModules(matrix).map(([x, y]) => `${x * 5 + 5}px ${y * 5 + 5}px 0 0 black`);
  return html`<div style="width: ${side}px; height: ${side}px; background: white">
    <div
      style="position: relative; left: -5px; top: -5px; width: 5px; height: 5px; box-shadow: ${cast.join(', ')}"
    ></div>
  </div>`;
}

/** Two rows to a line: the upper and lower half of a character cell. */
export function blocks(matrix: QrMatrix): Html {
  const lines: string[] = [];
  for (let y = 0; y < matrix.length; y += 2) {
    const [upper, lower] = [matrix[y] ?? [], matrix[y + 1] ?? []];
    lines.push(upper.map((isDark, x) => (isDark ? (lower[x] ? '█' : '▀') : lower[x] ? '▄' : ' ')).join(''));
  }
  return html`<pre class="blocks" aria-label="QR code">${lines.join('\n')}</pre>`;
}

/** For a script to draw. */
export function canvas(matrix: QrMatrix, asBlob = false): Html {
  const rows = matrix.map((row) => row.map(Number).join('')).join(',');
  return html`<canvas data-matrix="${rows}" ${asBlob ? html`data-blob` : ''}></canvas>`;
}

import { html, raw } from 'hono/html';
import type { QrDrawing } from '../providers/profile.ts';
import { qrMatrix, type QrMatrix } from '../qr/matrix.ts';
import { qrPng } from '../qr/png.ts';
import { qrPath } from '../qr/svg.ts';
import type { Html } from './parts.ts';

const ALT = 'QR code to scan with your authenticator app';

/** Whole pixels for each module, so that nothing blurs its edges. */
export function qrScale(matrix: QrMatrix): number {
  return Math.max(4, Math.floor(300 / matrix.length));
}

/** The QR code in each of the ways in which sites show one. `delayMs`: later than the page, where scripts run. */
export function qrImage(drawing: QrDrawing, uri: string, delayMs: number): Html {
  const picture = draw(drawing, qrMatrix(uri));
  if (delayMs === 0) return picture;
  return html`<div class="late" data-late="${delayMs}">
    <template>${picture}</template>
    <noscript>${picture}</noscript>
  </div>`;
}

function draw(drawing: QrDrawing, matrix: QrMatrix): Html {
  const side = matrix.length * qrScale(matrix);
  switch (drawing) {
    case 'img-url':
      return image('/2fa/qr.png', side);
    case 'img-png-data':
      return image(dataUri('image/png', qrPng(matrix, qrScale(matrix))), side);
    case 'img-svg-data':
      return image(dataUri('image/svg+xml', Buffer.from(svgFile(matrix))), side);
    case 'svg-inline':
      return inlineSvg(matrix, side);
    case 'canvas':
      return canvas(side);
  }
}

function image(source: string, side: number): Html {
  return html`<img
    class="qr"
    src="${source}"
    width="${side}"
    height="${side}"
    alt="${ALT}"
    data-testid="setup-qr"
  />`;
}

function dataUri(type: string, bytes: Uint8Array): string {
  return `data:${type};base64,${Buffer.from(bytes).toString('base64')}`;
}

function svgFile(matrix: QrMatrix): string {
  const side = matrix.length;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" shape-rendering="crispEdges"><rect width="${side}" height="${side}" fill="#fff"/><path d="${qrPath(matrix)}"/></svg>`;
}

function inlineSvg(matrix: QrMatrix, side: number): Html {
  return html`<svg
    class="qr"
    role="img"
    aria-label="${ALT}"
    width="${side}"
    height="${side}"
    viewBox="0 0 ${matrix.length} ${matrix.length}"
    shape-rendering="crispEdges"
    data-testid="setup-qr"
  >
    <rect width="100%" height="100%" fill="#fff" />
    <path d="${raw(qrPath(matrix))}" fill="#000" />
  </svg>`;
}

/** The script draws the picture of its attribute on it; without one the picture itself is there. */
function canvas(side: number): Html {
  return html`<canvas
      class="qr"
      role="img"
      aria-label="${ALT}"
      width="${side}"
      height="${side}"
      data-draw="/2fa/qr.png"
      data-testid="setup-qr"
      hidden
    ></canvas>
    <noscript>${image('/2fa/qr.png', side)}</noscript>`;
}

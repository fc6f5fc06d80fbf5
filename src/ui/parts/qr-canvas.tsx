import { useLayoutEffect, useRef } from 'preact/hooks';
import { encode } from 'uqr';
import { t } from '../../platform/text.ts';

const MODULE = 5; // pixels
const QUIET = 4; // modules, as ISO/IEC 18004 wants them

/** A QR code as pixels: drawn in elements, the secret would stand in their attributes. */
export function QrCanvas({ text }: { readonly text: string }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useLayoutEffect(() => {
    if (canvas.current !== null) draw(canvas.current, text);
  }, [text]);
  return <canvas class="qr" role="img" aria-label={t('secretQr')} ref={canvas} />;
}

function draw(canvas: HTMLCanvasElement, text: string): void {
  const { data, size } = encode(text, { border: 0 });
  canvas.width = (size + 2 * QUIET) * MODULE;
  canvas.height = canvas.width;
  const context = canvas.getContext('2d');
  if (context === null) return;
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.fillStyle = '#000';
  for (const [y, row] of data.entries()) {
    for (const [x, dark] of row.entries()) {
      if (dark) context.fillRect((x + QUIET) * MODULE, (y + QUIET) * MODULE, MODULE, MODULE);
    }
  }
}

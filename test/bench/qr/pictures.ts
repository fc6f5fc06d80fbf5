/**
 * Pictures with sidecars: `NAME` and `NAME.json` with `expected`, a list of texts, or null where nobody knows the
 * texts; with `neg` true there is nothing to read. Folders may be nested; a picture's set is its folder.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { launch, type Browser } from 'puppeteer-core';
import type { Pixels } from '../../../src/core/qr/decode.ts';
import { readPng } from '../../png.ts';
import { browserPath } from '../../run/browsers.ts';

export interface Sidecar {
  readonly expected: readonly string[] | null;
  readonly style?: string;
  readonly neg?: boolean;
  /** How many other codes stand in the picture. */
  readonly others?: number;
}

export interface Picture {
  readonly set: string;
  /** Without its folder and its ending. */
  readonly name: string;
  readonly sidecar: Sidecar;
  readonly pixels: () => Promise<Pixels>;
}

/** Those in a folder, in the order of their paths; the eye is asked when a picture's turn has come. */
export function picturesIn(folder: string, eye: Eye): readonly Picture[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(
      (path) => /\.(?:png|jpe?g|webp|gif|bmp|avif)$/i.test(path) && existsSync(join(folder, `${path}.json`)),
    )
    .toSorted()
    .map((path) => ({
      set: dirname(path) === '.' ? basename(resolve(folder)) : dirname(path),
      name: path.slice(path.lastIndexOf('/') + 1).replace(/\.\w+$/, ''),
      sidecar: JSON.parse(readFileSync(join(folder, `${path}.json`), 'utf8')) as Sidecar,
      pixels: () => eye.pixelsOf(join(folder, path)),
    }));
}

export interface Eye {
  pixelsOf(path: string): Promise<Pixels>;
  close(): Promise<void>;
}

/** Reads PNG here, and what else there is by Chromium, which is what reads it for the extension. */
export function openEye(): Eye {
  let browser: Promise<Browser> | null = null;
  return {
    async pixelsOf(path) {
      const file = readFileSync(path);
      const png = path.endsWith('.png') ? readPng(file) : null;
      if (png !== null) return png;
      browser ??= launch({ executablePath: browserPath('chromium'), args: ['--no-sandbox'] });
      const page = await (await browser).newPage();
      try {
        const seen = await page.evaluate(lumaInBrowser, file.toString('base64'));
        return { ...seen, luma: new Uint8Array(Buffer.from(seen.luma, 'base64')) };
      } finally {
        await page.close();
      }
    },
    close: async () => {
      await (await browser)?.close();
    },
  };
}

/** Runs in the page. */
async function lumaInBrowser(base64: string): Promise<{ width: number; height: number; luma: string }> {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  const bitmap = await createImageBitmap(new Blob([bytes]));
  const { width, height } = bitmap;
  const context = new OffscreenCanvas(width, height).getContext('2d');
  if (context === null) throw new Error('no canvas');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  context.drawImage(bitmap, 0, 0);
  const { data } = context.getImageData(0, 0, width, height);
  let luma = '';
  for (let at = 0; at < data.length; at += 4) {
    const bright = 0.299 * (data[at] ?? 0) + 0.587 * (data[at + 1] ?? 0) + 0.114 * (data[at + 2] ?? 0);
    luma += String.fromCharCode(Math.round(bright));
  }
  return { width, height, luma: btoa(luma) };
}

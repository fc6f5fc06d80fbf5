/**
 * Pictures that may hold a QR code, as brightness. Only what the page has drawn already is read: nothing is
 * fetched, and a picture of another site, which the browser does not let us read, is left to a screenshot.
 */
import type { Picture } from '../messages/contract.ts';
import { attribute, isShown } from './dom.ts';

export type PictureElement = HTMLImageElement | HTMLCanvasElement | SVGSVGElement;

const MOST = 6;
/** CSS pixels. The smallest QR code that carries a secret has 29 modules. */
const SMALLEST = 64;
const LONGEST_SIDE = 1000;
/** A drawing is sharp at any size: large enough for whole pixels to each module. */
const DRAWING_SIDE = 600;

/** Visible, squarish elements; at most 6, in the page's order. */
export function picturesOf(root: ParentNode): readonly PictureElement[] {
  const found: PictureElement[] = [];
  for (const element of root.querySelectorAll<PictureElement>('canvas,img,svg')) {
    const { width, height } = element.getBoundingClientRect();
    if (Math.min(width, height) < SMALLEST || Math.max(width, height) > 1.4 * Math.min(width, height))
      continue;
    if (isShown(element) && found.push(element) === MOST) break;
  }
  return found;
}

/** Differs when the picture does, as far as can be told without reading its pixels. */
export function signatureOf(element: PictureElement): string {
  if (element instanceof HTMLImageElement) return `${element.currentSrc.slice(-200)} ${element.naturalWidth}`;
  if (element instanceof HTMLCanvasElement) return `${element.width} ${element.height}`;
  return `${element.childElementCount} ${element.innerHTML.length}`;
}

/** null when the browser does not let us read it, or there is nothing to read. */
export async function readPicture(element: PictureElement): Promise<Picture | null> {
  try {
    const source = element instanceof SVGSVGElement ? await drawn(element) : element;
    return brightness(source, sizeOf(element));
  } catch {
    return null;
  }
}

function sizeOf(element: PictureElement): { width: number; height: number } {
  if (element instanceof HTMLImageElement && element.naturalWidth > 0) {
    return { width: element.naturalWidth, height: element.naturalHeight };
  }
  if (element instanceof HTMLCanvasElement) return element;
  const { width, height } = element.getBoundingClientRect();
  const scale = DRAWING_SIDE / Math.max(width, height);
  return { width: width * scale, height: height * scale };
}

async function drawn(svg: SVGSVGElement): Promise<HTMLImageElement> {
  const { width, height } = svg.getBoundingClientRect();
  const copy = svg.cloneNode(true) as SVGSVGElement;
  // Without a size of its own a drawing has none outside of its page, and without a view box it does not scale.
  if (attribute(copy, 'viewBox') === '') copy.setAttribute('viewBox', `0 0 ${width} ${height}`);
  copy.setAttribute('width', String(DRAWING_SIDE));
  copy.setAttribute('height', String((DRAWING_SIDE * height) / width));
  copy.setAttribute('color', getComputedStyle(svg).color); // for what is drawn in currentColor
  const image = new Image();
  image.src = `data:image/svg+xml,${encodeURIComponent(new XMLSerializer().serializeToString(copy))}`;
  await image.decode();
  return image;
}

function brightness(source: CanvasImageSource, size: { width: number; height: number }): Picture | null {
  const scale = Math.min(1, LONGEST_SIDE / Math.max(size.width, size.height));
  const width = Math.round(size.width * scale);
  const height = Math.round(size.height * scale);
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
  if (context === null) return null;
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  context.drawImage(source, 0, 0, width, height);
  return { width, height, luma: toBase64(lumaOf(context.getImageData(0, 0, width, height).data)) };
}

/** ITU-R BT.601 weights, in 256ths; `rgba` is opaque. */
export function lumaOf(rgba: Uint8ClampedArray): Uint8Array {
  const luma = new Uint8Array(rgba.length / 4);
  for (let pixel = 0; pixel < luma.length; pixel++) {
    const at = pixel * 4;
    luma[pixel] = (77 * (rgba[at] ?? 0) + 150 * (rgba[at + 1] ?? 0) + 29 * (rgba[at + 2] ?? 0)) >> 8;
  }
  return luma;
}

export function toBase64(bytes: Uint8Array): string {
  let text = '';
  // A call takes so many arguments and no more.
  for (let at = 0; at < bytes.length; at += 8192)
    text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(text);
}

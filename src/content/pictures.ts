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
export function signatureOf(element: PictureElement): string | number {
  return element instanceof HTMLImageElement ? element.currentSrc.slice(-200) : element.innerHTML.length;
}

/** null when the browser does not let us read it, or there is nothing to read. */
export async function readPicture(element: PictureElement): Promise<Picture | null> {
  try {
    return brightness(element instanceof SVGSVGElement ? await drawn(element) : element);
  } catch {
    return null;
  }
}

async function drawn(svg: SVGSVGElement): Promise<HTMLImageElement> {
  const { width, height } = svg.getBoundingClientRect();
  const copy = svg.cloneNode(true) as SVGSVGElement;
  // Without a view box it does not scale, and without a size of its own it has none outside of its page.
  if (attribute(copy, 'viewBox') === '') copy.setAttribute('viewBox', `0 0 ${width} ${height}`);
  copy.setAttribute('width', `${DRAWING_SIDE}`);
  copy.setAttribute('height', `${(DRAWING_SIDE * height) / width}`);
  copy.setAttribute('color', getComputedStyle(svg).color); // for what is drawn in currentColor
  const image = new Image();
  // Not a data address: Firefox takes such a drawing, once a filter was laid over it, for another site's.
  const text = new XMLSerializer().serializeToString(copy);
  image.src = URL.createObjectURL(new Blob([text], { type: 'image/svg+xml' }));
  await image.decode().finally(() => URL.revokeObjectURL(image.src));
  return image;
}

function brightness(source: HTMLImageElement | HTMLCanvasElement): Picture | null {
  // As large as it was made, not as it is shown.
  const [wide, high] =
    source instanceof HTMLImageElement
      ? [source.naturalWidth, source.naturalHeight]
      : [source.width, source.height];
  const scale = Math.min(1, LONGEST_SIDE / Math.max(wide, high));
  const width = Math.round(wide * scale);
  const height = Math.round(high * scale);
  const context = new OffscreenCanvas(width, height).getContext('2d');
  if (context === null) return null;
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  context.filter = 'grayscale(1)'; // then red, green and blue are all the brightness
  context.drawImage(source, 0, 0, width, height);
  const { data } = context.getImageData(0, 0, width, height);
  return { width, height, luma: toBase64(data.filter((_, at) => at % 4 === 0)) };
}

function toBase64(bytes: Uint8ClampedArray): string {
  let text = '';
  // A call takes so many arguments and no more.
  for (let at = 0; at < bytes.length; at += 8192)
    text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(text);
}

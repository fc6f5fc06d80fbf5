/**
 * Pictures that may hold a QR code, as brightness. Only what the page has drawn already is read: nothing is
 * fetched, and a picture of another site, which the browser does not let us read, is left to a screenshot.
 *
 * A page may show ten thousand pictures, or one of a gigabyte: only so many are looked at, and what would keep the
 * page waiting is left to a screenshot too.
 */
import { groundsOf, lumaOn } from '../core/qr/luma.ts';
import { WHITE } from '../core/qr/pixels.ts';
import type { Picture } from '../messages/contract.ts';
import { hasWords } from './candidates.ts';
import { attribute, isShown } from './dom.ts';
import { textBefore } from './near-text.ts';
import { sleep } from './sleep.ts';
import { allIn, type Tree } from './tree.ts';

export type PictureElement = HTMLImageElement | HTMLCanvasElement | SVGSVGElement;

const MOST = 6;
const LOOKED_AT = 1500;
/** Squarish pictures among which those beside words of a set-up are chosen, where there are more than are read. */
const CHOSEN_FROM = 24;
/** CSS pixels. The smallest QR code that carries a secret has 29 modules. */
const SMALLEST = 64;
const LONGEST_SIDE = 800;
/** A drawing is sharp at any size: large enough for whole pixels to each module. */
const DRAWING_SIDE = 600;
/** Pixels, and elements of a drawing, that can be drawn again without the page standing still meanwhile. */
const LARGEST = 2_500 * 2_500;
const MOST_ELEMENTS = 12_000;

/** Visible, squarish elements; at most 6, in the page's order. */
export function picturesOf(trees: readonly Tree[]): readonly PictureElement[] {
  const found: PictureElement[] = [];
  const pictures = allIn(
    trees,
    'canvas,img,svg',
    LOOKED_AT,
  ) as readonly Element[] as readonly PictureElement[];
  for (const element of pictures) {
    const { width, height } = element.getBoundingClientRect();
    if (Math.min(width, height) < SMALLEST || Math.max(width, height) > 1.4 * Math.min(width, height))
      continue;
    if (isShown(element) && found.push(element) === CHOSEN_FROM) break;
  }
  if (found.length <= MOST) return found;
  const likely = new Set(found.filter(isLikely));
  const chosen = new Set([...likely, ...found].slice(0, MOST));
  return found.filter((element) => chosen.has(element));
}

/** Whether the page calls it a QR code, or speaks of a set-up just before it. */
function isLikely(element: PictureElement): boolean {
  const called = ['alt', 'id', 'class', 'aria-label', 'title']
    .map((name) => attribute(element, name))
    .join(' ');
  return /qr|bar.?code|otp/i.test(called) || hasWords(textBefore(element));
}

/** Differs when the picture does, as far as can be told without reading all of its pixels. */
export function signatureOf(element: PictureElement): string {
  if (element instanceof HTMLImageElement) return element.currentSrc.slice(-200);
  if (element instanceof HTMLCanvasElement) return glance(element);
  const { childElementCount } = element;
  return childElementCount > MOST_ELEMENTS ? String(childElementCount) : digest(element.innerHTML);
}

/** A canvas is drawn anew without a word: so it is looked at, at the size of a stamp. */
function glance(canvas: HTMLCanvasElement): string {
  if (!isReadable(canvas.width, canvas.height)) return '';
  try {
    const context = plane(16, 16);
    context?.drawImage(canvas, 0, 0, 16, 16);
    return digest(String(context?.getImageData(0, 0, 16, 16).data.join()));
  } catch {
    return ''; // another site's picture was drawn on it
  }
}

/** FNV-1a over some thousand of its characters. */
function digest(text: string): string {
  const step = Math.max(1, Math.floor(text.length / 4000));
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += step) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return `${text.length}.${hash >>> 0}`;
}

const isReadable = (width: number, height: number): boolean =>
  width > 0 && height > 0 && width * height <= LARGEST;

/** null when the browser does not let us read it, there is nothing to read, or too much of it. */
async function readPicture(element: PictureElement): Promise<Picture | null> {
  try {
    const source = element instanceof SVGSVGElement ? await drawn(element) : element;
    if (source instanceof HTMLImageElement) await source.decode(); // off the page's thread
    return source === null ? null : await brightness(source);
  } catch {
    return null;
  }
}

const ALL_PICTURES = 20_000;

/** The picture that somebody has pointed at, by its address; null as above. */
export async function readPictureAt(trees: readonly Tree[], src: string): Promise<Picture | null> {
  const images = allIn(trees, 'img', ALL_PICTURES) as readonly Element[] as readonly HTMLImageElement[];
  const pointed = images.find(({ currentSrc }) => currentSrc === src);
  return pointed === undefined ? null : readPicture(pointed);
}

/** One after the other, with the page's own work between. */
export async function readPictures(elements: readonly PictureElement[]): Promise<readonly Picture[]> {
  const pictures: Picture[] = [];
  for (const element of elements) {
    const picture = await readPicture(element);
    if (picture !== null) pictures.push(picture);
    await pageTurn();
  }
  return pictures;
}

async function drawn(svg: SVGSVGElement): Promise<HTMLImageElement | null> {
  if (svg.querySelectorAll('*').length > MOST_ELEMENTS) return null;
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

function plane(width: number, height: number): OffscreenCanvasRenderingContext2D | null {
  return new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
}

async function brightness(source: HTMLImageElement | HTMLCanvasElement): Promise<Picture | null> {
  // As large as it was made, not as it is shown.
  const [wide, high] =
    source instanceof HTMLImageElement
      ? [source.naturalWidth, source.naturalHeight]
      : [source.width, source.height];
  if (!isReadable(wide, high)) return null;
  const scale = Math.min(1, LONGEST_SIDE / Math.max(wide, high));
  const width = Math.max(1, Math.round(wide * scale));
  const height = Math.max(1, Math.round(high * scale));
  const context = plane(width, height);
  if (context === null) return null;
  context.drawImage(source, 0, 0, width, height);
  const rgba = context.getImageData(0, 0, width, height).data;
  // Drawing, weighing and packing it each take as long as the page may be kept waiting on a slow machine.
  await pageTurn();
  // Drawn in white on nothing, for a dark page, or in black on nothing.
  const [ground = WHITE] = groundsOf(rgba);
  const luma = lumaOn(rgba, ground);
  await pageTurn();
  return { width, height, luma: toBase64(luma) };
}

/** Lets the page do what it has to do meanwhile. */
const pageTurn = (): Promise<void> => sleep(0);

function toBase64(bytes: Uint8Array): string {
  let text = '';
  // A call takes so many arguments and no more.
  for (let at = 0; at < bytes.length; at += 8192)
    text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(text);
}

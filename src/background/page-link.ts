/**
 * Asking a page's content script. Whatever answers may be the page itself, so each answer is taken apart by a
 * guard, and a page that does not answer, or answers nonsense, is a page with nothing on it.
 */
import { fromBase64 } from '../core/bytes.ts';
import { siteOf, type Site } from '../core/site/site.ts';
import type { PageFacts } from '../core/field/facts.ts';
import type { FillResult, Picture } from '../messages/contract.ts';
import {
  parseFacts,
  parseFillResult,
  parseFlag,
  parseKey,
  parsePicture,
  parsePictures,
} from '../messages/guards.ts';
import { isAtHome } from '../messages/senders.ts';
import type { Decoder } from './qr/decode-once.ts';
import { PictureRefused } from './qr/job.ts';
import type { FrameTree } from '../platform/frames.ts';
import { client, type Envelope } from '../messages/rpc.ts';

/** Says which frame of which tab: 0 is the tab's own document. */
export interface Frame {
  readonly tab: number;
  readonly frame: number;
}

/** A frame and the site that it shows, as the browser has it. */
export interface FrameSite extends Frame {
  readonly site: Site;
}

export interface PageLink {
  /** Puts the reader into a frame; answers whether there is one now. */
  load(at: Frame): Promise<boolean>;
  /** The frames that may be asked, the tab's own document first; the rest stand in other sites' pages. */
  frames(tab: number): Promise<readonly FrameSite[]>;
  look(at: Frame): Promise<PageFacts | null>;
  /** The texts of the QR codes in a frame. */
  qrTexts(at: Frame): Promise<readonly string[]>;
  /** The texts of those in the picture with this address. */
  qrTextsAt(at: Frame, src: string): Promise<readonly string[]>;
  /** Whether the page shows more of itself now. */
  scroll(at: Frame, to: 'down' | 'up'): Promise<boolean>;
  fill(at: Frame, request: { ticket: string; field: number }): Promise<FillResult>;
  /** The field that was pointed at in a frame. */
  pointed(at: Frame): Promise<number | null>;
  withdraw(tab: number): Promise<void>;
  /** Whether there was somebody to ask. */
  again(tab: number): Promise<boolean>;
}

/** How the browser gets to the pages. */
export interface PageWays {
  readonly sendToFrame: (tab: number, frame: number, envelope: Envelope) => Promise<unknown>;
  /** To all frames of a tab. */
  readonly sendToTab: (tab: number, envelope: Envelope) => Promise<unknown>;
  readonly loadReader: (tab: number, frame: number) => Promise<boolean>;
  readonly frameTrees: (tab: number) => Promise<readonly FrameTree[]>;
}

async function orElse<T>(otherwise: T, ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch {
    // No content script there: a page of the browser's own, one still loading, a tab just closed.
    return otherwise;
  }
}

/** The texts in a picture; none if its bytes are not what its size says, or it is one that takes too long to read. */
async function textsIn({ width, height, luma }: Picture, decoder: Decoder): Promise<readonly string[]> {
  const bytes = fromBase64(luma);
  if (bytes.length !== width * height) return [];
  try {
    return await decoder.textsIn({ pixels: { width, height, luma: bytes } });
  } catch (error) {
    // Nobody has asked for this picture: what the others say counts all the same.
    if (error instanceof PictureRefused) return [];
    throw error;
  }
}

/** More frames than this are asked by nobody: it is a page of advertisements, or one that wants us busy. */
const FRAMES = 12;

/** A document without an address of its own belongs to the one that wrote it: the innermost that has one. */
function siteIn({ frames: [frame = 0], urls }: FrameTree, tab: number): readonly FrameSite[] {
  const own = urls.findIndex((url) => !/^about:(?:blank|srcdoc)/.test(url));
  const site = siteOf(urls[own] ?? '');
  if (site === null || (frame !== 0 && own < urls.length - 1 && !isAtHome(site, urls.slice(own + 1))))
    return [];
  return [{ tab, frame, site }];
}

export function createPageLink(
  { sendToFrame, sendToTab, loadReader, frameTrees }: PageWays,
  decoder: Decoder,
): PageLink {
  const load = ({ tab, frame }: Frame) => loadReader(tab, frame);
  const page = ({ tab, frame }: Frame) => client('to-page', (envelope) => sendToFrame(tab, frame, envelope));
  /** The reader is loaded only where it is needed: the first who asks it brings it there. */
  const loaded = async <T>(at: Frame, ask: () => Promise<T>): Promise<T> => {
    try {
      return await ask();
    } catch (error) {
      if (await load(at)) return ask();
      throw error;
    }
  };
  return {
    load,
    frames: async (tab) => (await frameTrees(tab)).flatMap((tree) => siteIn(tree, tab)).slice(0, FRAMES),
    look: (at) => orElse(null, async () => parseFacts(await loaded(at, () => page(at).look()))),
    qrTexts: (at) =>
      orElse([], async () => {
        const pictures = parsePictures(await loaded(at, () => page(at).pictures())) ?? [];
        const texts: string[] = [];
        for (const picture of pictures) texts.push(...(await textsIn(picture, decoder)));
        return texts;
      }),
    qrTextsAt: (at, src) =>
      orElse([], async () => {
        const picture = parsePicture(await loaded(at, () => page(at).picture({ src })));
        return picture === null ? [] : textsIn(picture, decoder);
      }),
    scroll: (at, to) => orElse(false, async () => parseFlag(await page(at).scroll({ to })) ?? false),
    fill: (at, request) =>
      orElse<FillResult>('no-field', async () => parseFillResult(await page(at).fill(request)) ?? 'no-field'),
    pointed: (at) => orElse(null, async () => parseKey(await page(at).pointed())),
    withdraw: (tab) =>
      orElse(undefined, async () => {
        await client('to-page', (envelope) => sendToTab(tab, envelope)).withdraw();
      }),
    again: (tab) =>
      orElse(false, async () => {
        await client('to-watch', (envelope) => sendToTab(tab, envelope)).again();
        return true;
      }),
  };
}

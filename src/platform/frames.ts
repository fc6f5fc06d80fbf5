/** The frames of a tab, and what we put into them. */
import { browser } from './browser.ts';

/** In the order in which they run: the second finds the first there. */
const FILES = ['src/content/main.iife.js', 'src/content/on-demand.iife.js'];

/**
 * Puts the content script into one frame, both halves: where they are already, nothing changes. Answers whether it is
 * there now; it is not on the browser's own pages, in other extensions' and in a frame that is gone.
 */
export async function loadReader(tabId: number, frameId: number): Promise<boolean> {
  try {
    const target = { tabId, frameIds: [frameId] };
    await browser.scripting.executeScript({ target, files: FILES, injectImmediately: true });
    return true;
  } catch {
    return false;
  }
}

export interface FrameTree {
  /** The frame, its parent and so on, 0 last. */
  readonly frames: readonly number[];
  /** The addresses of the documents of these. */
  readonly urls: readonly string[];
}

/** Every frame of a tab with what it stands in, the tab's own document first; none if the browser does not tell. */
export async function frameTrees(tabId: number): Promise<readonly FrameTree[]> {
  const all = (await browser.webNavigation.getAllFrames({ tabId }).catch(() => null)) ?? [];
  const byId = new Map(all.map((frame) => [frame.frameId, frame]));
  return all
    .toSorted((a, b) => a.frameId - b.frameId)
    .flatMap(({ frameId }) => treeFrom(frameId, byId) ?? []);
}

type Known = ReadonlyMap<number, { readonly parentFrameId: number; readonly url: string }>;

function treeFrom(frameId: number, byId: Known): FrameTree | null {
  const frames: number[] = [];
  const urls: string[] = [];
  for (let id = frameId; id !== -1;) {
    const frame = byId.get(id);
    // A frame that is going away has lost its parent already.
    if (frame === undefined) return null;
    frames.push(id);
    urls.push(frame.url);
    id = frame.parentFrameId;
  }
  return { frames, urls };
}

/** The addresses of the documents that a frame stands in, innermost first; null if the browser does not tell. */
export async function framesAround(tabId: number, frameId: number): Promise<readonly string[] | null> {
  const tree = (await frameTrees(tabId)).find(({ frames }) => frames[0] === frameId);
  return tree === undefined ? null : tree.urls.slice(1);
}

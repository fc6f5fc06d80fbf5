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

/** The addresses of the documents that a frame stands in, innermost first; null if the browser does not tell. */
export async function framesAround(tabId: number, frameId: number): Promise<readonly string[] | null> {
  const all = await browser.webNavigation.getAllFrames({ tabId }).catch(() => null);
  const byId = new Map((all ?? []).map((frame) => [frame.frameId, frame]));
  const around: string[] = [];
  let frame = byId.get(frameId);
  while (frame !== undefined && frame.parentFrameId !== -1) {
    frame = byId.get(frame.parentFrameId);
    if (frame === undefined) return null;
    around.push(frame.url);
  }
  return frame === undefined ? null : around;
}

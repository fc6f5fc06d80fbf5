/**
 * Who is speaking, by what the browser says of the sender and by nothing that the message says of itself.
 *
 * `url` is never looked at: a sandboxed frame of a trusted site has the site's url and the origin "null".
 */
import { sameSite, siteOf, type Site } from '../core/site/site.ts';

/** What the browser says of a sender. */
export interface Sender {
  readonly id?: string | undefined;
  readonly origin?: string | undefined;
  readonly frameId?: number | undefined;
  readonly documentId?: string | undefined;
  readonly documentLifecycle?: string | undefined;
  readonly tab?: { readonly id?: number | undefined; readonly url?: string | undefined } | undefined;
}

export interface Us {
  readonly id: string;
  /** The origin of our own pages, without a slash at the end. */
  readonly origin: string;
}

/** Whether it is one of our own pages: the popup, or our page in a tab of its own. */
export function isOurPage(sender: Sender, us: Us): boolean {
  if (sender.id !== us.id || sender.origin !== us.origin) return false;
  if (sender.tab === undefined) return true;
  // A hostile page can show a page of ours in a frame and have it clicked; then the tab is not ours.
  return sender.frameId === 0 && sender.tab.url?.startsWith(`${us.origin}/`) === true;
}

/** A page's content script, as the background may trust it: which document of which site. */
export interface PageSender {
  readonly tab: number;
  /** 0 for the tab's own document, another number for one that stands in it. */
  readonly frame: number;
  /** null where the browser names no documents (Firefox before 153). */
  readonly document: string | null;
  readonly site: Site;
}

/**
 * The document that a content script speaks for; null for sandboxes, prerendered pages and all that is no site.
 *
 * `around` are the addresses of the documents that a frame stands in, as the browser has them, and null where it does
 * not tell. A page that frames another site's prompt decides what a person sees beside it and over it: so a frame
 * speaks for its site only where all that surround it are of the same site, and came by a safe way.
 */
export function pageOf(sender: Sender, us: Us, around: readonly string[] | null): PageSender | null {
  const { frameId } = sender;
  if (sender.id !== us.id || sender.tab?.id === undefined || frameId === undefined) return null;
  if (sender.documentLifecycle !== undefined && sender.documentLifecycle !== 'active') return null;
  const site = sender.origin === undefined ? null : siteOf(sender.origin);
  if (site === null || (frameId !== 0 && !isAtHome(site, around))) return null;
  return { tab: sender.tab.id, frame: frameId, document: sender.documentId ?? null, site };
}

/** Whether all documents around a frame are of its own site. */
export function isAtHome(site: Site, around: readonly string[] | null): boolean {
  if (around === null || around.length === 0) return false;
  return around.every((url, at) => {
    // What a document writes into a frame of its own has no address, and belongs to it; never so the outermost.
    if (url === 'about:srcdoc' && at < around.length - 1) return true;
    const outer = siteOf(url);
    return outer?.secure === true && sameSite(outer.host, site.host);
  });
}

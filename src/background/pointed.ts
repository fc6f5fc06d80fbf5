/** A picture on a page that somebody has pointed at, in the browser's context menu. */
import type { MenuPlace } from '../platform/toolbar.ts';
import type { Desk } from './desk.ts';

/** An address may be the picture itself, and the session's memory is small; larger ones are read as the page shows them. */
const LONGEST = 1_000_000;

/**
 * Opens the popup on it. The menu's gesture lets a picture of the page be taken too, which shows what another site's
 * picture shows, and the popup has to be opened within it: so nothing is waited for before.
 */
export async function readPointed(desk: Desk, { tab, frame, src }: MenuPlace): Promise<void> {
  const isKept = tab !== null && src !== '' && src.length <= LONGEST;
  await Promise.all([
    desk.surroundings.openPopup('pointed'),
    desk.pointed.change(() => (isKept ? { [tab]: { frame, src } } : {})),
  ]);
}

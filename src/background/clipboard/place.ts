/** Where the clipboard is looked at. */
import { ownClipboard } from '../../platform/clipboard.ts';
import { askOffscreen } from '../../platform/offscreen.ts';
import { backgroundHasClipboard } from '../../platform/quirks.ts';
import { clearIfOurs, type Mark } from './mark.ts';

export function clearClipboard(mark: Mark): Promise<unknown> {
  return backgroundHasClipboard ? clearIfOurs(mark, ownClipboard) : askOffscreen(mark);
}

/**
 * The half of the content script that the background puts into a frame when there is something to do there. It reads
 * and it writes; it decides nothing, holds no secret and decodes no picture.
 */
import { client } from '../messages/rpc.ts';
import { answer } from './answer.ts';
import { gate } from './gate.ts';
import { handlersOf, Page } from './page.ts';

const place = gate();
// Without the other half there is nobody to say when to look: a document that is none of ours.
place?.join(() => {
  const { signal, send, arm } = place;
  const page = new Page(client('from-page', send), arm);
  answer('to-page', handlersOf(page, arm), signal);
  signal.addEventListener('abort', () => page.end());
  const submitted = ({ target }: Event): void => page.submitted(target);
  addEventListener('submit', submitted, { capture: true, signal });
  const pressed = (event: Event): void => page.pressed(event);
  for (const type of ['click', 'keydown']) addEventListener(type, pressed, { capture: true, signal });
  addEventListener('contextmenu', (event) => page.pointedAt(event), { capture: true, signal });
  // A page that comes back from the page cache finds that the background has forgotten what it knew of it.
  addEventListener('pagehide', () => page.leave(), { signal });
  return page;
});

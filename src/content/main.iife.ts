/**
 * The script that runs on every page. It reads and it writes; it decides nothing, holds no secret and decodes no
 * picture. One AbortController takes all of it away.
 */
import { client, isEnvelope, server, type Envelope } from '../messages/rpc.ts';
import { pageApi } from '../platform/page.ts';
import { handlersOf, Page } from './page.ts';
import { watch } from './watch.ts';

const life = new AbortController();

async function send(envelope: Envelope): Promise<unknown> {
  try {
    return await pageApi.runtime.sendMessage(envelope);
  } catch (error) {
    // Once the extension is updated or reloaded nobody answers here any more: this script is to leave no trace.
    if (!(pageApi as Partial<typeof pageApi>).runtime?.id) life.abort();
    throw error;
  }
}

const page = new Page(client('from-page', send));
const { arm } = watch(() => page.look(), life.signal);
const answer = server(
  handlersOf(page, arm),
  () => null,
  () => undefined, // what goes wrong in a page is the page's: no word of it is kept
);

function onMessage(message: unknown, _: unknown, respond: (reply: unknown) => void): true | undefined {
  if (life.signal.aborted || !isEnvelope(message) || message.direction !== 'to-page') return undefined;
  void answer(message, null).then(respond);
  return true; // Chrome takes no promise: this keeps the way back open
}

pageApi.runtime.onMessage.addListener(
  onMessage as Parameters<typeof pageApi.runtime.onMessage.addListener>[0],
);

life.signal.addEventListener('abort', () => page.withdraw());
// A page that comes back from the page cache finds that the background has forgotten what it knew of it.
const leave = (): void => {
  page.withdraw();
  page.forget(false);
};
addEventListener('submit', ({ target }) => page.submitted(target), {
  capture: true,
  signal: life.signal,
});
addEventListener('pagehide', leave, { signal: life.signal });

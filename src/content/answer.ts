/** The content script's end of what the background asks it. */
import { isEnvelope, server, type Directions, type Handlers } from '../messages/rpc.ts';
import { pageApi } from '../platform/page.ts';

type Listener = Parameters<typeof pageApi.runtime.onMessage.addListener>[0];

/** Answers one direction until the signal aborts, and leaves every other to whoever else listens here. */
export function answer<D extends 'to-page' | 'to-watch'>(
  direction: D,
  handlers: Handlers<Directions[D], null>,
  signal: AbortSignal,
): void {
  const reply = server(
    handlers,
    () => null,
    () => undefined, // what goes wrong in a page is the page's: no word of it is kept
  );
  const listener = (message: unknown, _: unknown, respond: (reply: unknown) => void): true | undefined => {
    if (signal.aborted || !isEnvelope(message) || message.direction !== direction) return undefined;
    void reply(message, null).then(respond);
    return true; // Chrome takes no promise: this keeps the way back open
  };
  pageApi.runtime.onMessage.addListener(listener as Listener);
}

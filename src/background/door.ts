/** The door of the background: who is let in to what, by the browser's word on the sender alone. */
import { isEnvelope, type Envelope } from '../messages/rpc.ts';
import { isOurPage, pageOf, type PageSender, type Sender, type Us } from '../messages/senders.ts';

interface Rooms {
  readonly us: () => Us;
  /** Answers our own pages. */
  readonly ui: (envelope: Envelope) => Promise<unknown>;
  /** Answers a page's content script. */
  readonly page: (envelope: Envelope, from: PageSender) => Promise<unknown>;
  /** The addresses of the documents that a frame stands in, innermost first; null where the browser does not tell. */
  readonly framesAround: (tab: number, frame: number) => Promise<readonly string[] | null>;
}

const notAllowed = { ok: false, failure: 'not-allowed' } as const;

/**
 * Answers a message, or gives undefined for what is for somebody else. Not async itself: a listener that answers every
 * message with a promise silences all others.
 */
export function createDoor(rooms: Rooms): (message: unknown, sender: Sender) => Promise<unknown> | undefined {
  return (message, sender) => {
    if (!isEnvelope(message)) return undefined;
    if (message.direction === 'from-ui')
      return isOurPage(sender, rooms.us()) ? rooms.ui(message) : Promise.resolve(notAllowed);
    return message.direction === 'from-page' ? answerPage(rooms, message, sender) : undefined;
  };
}

async function answerPage(rooms: Rooms, message: Envelope, sender: Sender): Promise<unknown> {
  const { frameId = 0, tab } = sender;
  // Asked of the browser while the frame waits for its answer, so that what stands around it stands there now.
  const around = frameId === 0 || tab?.id === undefined ? [] : await rooms.framesAround(tab.id, frameId);
  const page = pageOf(sender, rooms.us(), around);
  return page === null ? notAllowed : rooms.page(message, page);
}

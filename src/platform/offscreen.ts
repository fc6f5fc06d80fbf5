/**
 * Chrome's background is a service worker, which can start no worker of its own. A document that nobody sees can: it is
 * opened when there is something to ask, and with it ends what it has started.
 */
import { browser } from './browser.ts';
import type { Thread } from './thread.ts';

/** As far as types of the page, among which ours are checked, do not know a service worker. */
interface ServiceWorker {
  readonly clients: {
    matchAll(which: { type: 'window'; includeUncontrolled: true }): Promise<readonly Client[]>;
  };
}

interface Client {
  readonly url: string;
  postMessage(message: unknown, transfer: readonly Transferable[]): void;
}

interface Offscreen {
  createDocument(document: {
    url: string;
    reasons: readonly 'WORKERS'[];
    justification: string;
  }): Promise<void>;
  closeDocument(): Promise<void>;
}

/** Of Chrome alone, and unknown to the polyfill's types. */
const offscreen = () => (browser as unknown as { readonly offscreen: Offscreen }).offscreen;

async function documentAt(url: string): Promise<Client | undefined> {
  const { clients } = globalThis as unknown as ServiceWorker;
  const all = await clients.matchAll({ type: 'window', includeUncontrolled: true });
  return all.find((client) => client.url === url);
}

async function openDocument(page: string): Promise<Client> {
  const url = browser.runtime.getURL(page);
  const there = await documentAt(url);
  if (there !== undefined) return there;
  await offscreen().createDocument({ url: page, reasons: ['WORKERS'], justification: 'Reads QR codes.' });
  const opened = await documentAt(url);
  if (opened === undefined) throw new Error('the offscreen document is not there');
  return opened;
}

/** One that is going away can still be found, and answers no more. */
let closing: Promise<unknown> = Promise.resolve();

/** A worker in such a document; `page` is the document, as in the built extension. */
export function startOffscreenThread(page: string): Thread {
  return {
    async ask(question, transfer) {
      await closing;
      const client = await openDocument(page);
      const { port1, port2 } = new MessageChannel();
      const answered = new Promise((resolve, reject) => {
        port1.addEventListener('message', ({ data }: MessageEvent<unknown>) =>
          data === null ? reject(new Error('a worker has failed')) : resolve(data),
        );
      });
      port1.start();
      client.postMessage(question, [port2, ...transfer]);
      return answered;
    },
    end() {
      closing = offscreen()
        .closeDocument()
        .catch(() => undefined); // the browser has closed it already
    },
  };
}

type Answering = (question: unknown, transfer: ArrayBuffer[]) => Promise<unknown>;

/** The document's end. Only our own background can speak to it so. */
export function answerBackground(answer: Answering, transferOf: (question: unknown) => ArrayBuffer[]): void {
  navigator.serviceWorker.addEventListener('message', ({ data, ports: [port] }: MessageEvent<unknown>) => {
    void answer(data, transferOf(data))
      .catch(() => null)
      .then((answered) => port?.postMessage(answered));
  });
  navigator.serviceWorker.startMessages();
}

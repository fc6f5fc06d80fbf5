/**
 * Chrome's background is a service worker, which can start no worker of its own and has no clipboard. A document that
 * nobody sees can, and has: it is opened when there is something to ask, and with it ends what it has started.
 */
import { browser } from './browser.ts';
import type { Thread } from './thread.ts';

/** As in the built extension. */
const PAGE = 'src/background/aside.html';

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
    reasons: readonly ('WORKERS' | 'CLIPBOARD')[];
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

async function openDocument(): Promise<Client> {
  const url = browser.runtime.getURL(PAGE);
  const there = await documentAt(url);
  if (there !== undefined) return there;
  await offscreen().createDocument({
    url: PAGE,
    reasons: ['WORKERS', 'CLIPBOARD'],
    justification: 'Reads QR codes, and clears what was copied from here where that is wanted.',
  });
  const opened = await documentAt(url);
  if (opened === undefined) throw new Error('the offscreen document is not there');
  return opened;
}

/** Who has asked it something, and may again. The last one to go closes it. */
const users = new Set<object>();
/** There is one such document at most: whoever opens or closes it waits for the one before. */
let turn: Promise<unknown> = Promise.resolve();

function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const own = turn.then(work);
  turn = own.catch(() => null);
  return own;
}

async function ask(user: object, question: unknown, transfer: ArrayBuffer[]): Promise<unknown> {
  users.add(user);
  const client = await inTurn(openDocument);
  const { port1, port2 } = new MessageChannel();
  const answered = new Promise((resolve, reject) => {
    port1.addEventListener('message', ({ data }: MessageEvent<unknown>) =>
      data === null ? reject(new Error('the offscreen document has failed')) : resolve(data),
    );
  });
  port1.start();
  client.postMessage(question, [port2, ...transfer]);
  return answered;
}

/** One that is going away can still be found, and answers no more: what comes next waits until it is gone. */
function leave(user: object): void {
  users.delete(user);
  void inTurn(async () => {
    // The browser may have closed it already.
    if (users.size === 0)
      await offscreen()
        .closeDocument()
        .catch(() => undefined);
  });
}

/** A worker in that document. */
export function startOffscreenThread(): Thread {
  const user = {};
  return { ask: (question, transfer) => ask(user, question, transfer), end: () => leave(user) };
}

/** Asks that document itself one thing. */
export async function askOffscreen(question: unknown): Promise<unknown> {
  const user = {};
  try {
    return await ask(user, question, []);
  } finally {
    leave(user);
  }
}

/** Resolves to anything but null. */
type Answering = (question: unknown) => Promise<unknown>;

/** The document's end. Only our own background can speak to it so. */
export function answerBackground(answer: Answering): void {
  navigator.serviceWorker.addEventListener('message', ({ data, ports: [port] }: MessageEvent<unknown>) => {
    void answer(data)
      .catch(() => null)
      .then((answered) => port?.postMessage(answered));
  });
  navigator.serviceWorker.startMessages();
}

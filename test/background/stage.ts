/** A background without a browser: the real vault over an in-memory database, a clock that a test moves, a page
 * that shows what a test says. */
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import type { FieldFacts, PageFacts } from '../../src/core/field/facts.ts';
import { createDecoder } from '../../src/background/qr/decode-once.ts';
import { createCopied, type Copied } from '../../src/background/clipboard/copied.ts';
import { clearIfOurs } from '../../src/background/clipboard/mark.ts';
import { createSiteClocks } from '../../src/background/clock.ts';
import type { ClockSample } from '../../src/core/clock.ts';
import { createAwaited, type Awaited } from '../../src/background/awaited.ts';
import type { Desk, Pointed, Recent } from '../../src/background/desk.ts';
import type { FrameSite } from '../../src/background/page-link.ts';
import { forPage } from '../../src/background/for-page.ts';
import { forUi } from '../../src/background/for-ui.ts';
import { sessionState } from '../../src/background/session-state.ts';
import type { Spent } from '../../src/background/spent.ts';
import { createTickets, type Ticket } from '../../src/background/tickets.ts';
import type { Clipboard } from '../../src/platform/clipboard.ts';
import { siteOf } from '../../src/core/site/site.ts';
import type { FillResult } from '../../src/messages/contract.ts';
import type { PageSender } from '../../src/messages/senders.ts';
import { KDF, KDF_FLOOR } from '../../src/vault/kdf.ts';
import { openVault } from '../../src/vault/vault.ts';
import { fieldOf, pageOf } from '../core/field/facts-of.ts';

export const emptyPage = pageOf([]);

type Field = Partial<FieldFacts>;

/** A page with one field that asks for a code of an authenticator app. */
export function prompt(field: Field = {}, page: Partial<PageFacts> = {}): PageFacts {
  const code = { name: 'code', autocomplete: 'one-time-code', label: 'Code from your authenticator app' };
  return { ...emptyPage, ...page, fields: [fieldOf({ ...code, ...field })] };
}

/** A page with one field that asks for a recovery code. */
export function recoveryPrompt(field: Field = {}): PageFacts {
  return { ...emptyPage, fields: [fieldOf({ name: 'backup', label: 'Backup code', ...field })] };
}

export function sender(
  origin = 'https://cloud.example',
  document: string | null = 'doc-1',
  tab = 1,
): PageSender {
  const site = siteOf(origin);
  if (site === null) throw new Error(`${origin} is no site`);
  return { tab, frame: 0, document, site };
}

/** Everything around the background that a test looks at or moves. */
interface World {
  now: number;
  /** What the page in tab 1 shows, where that is not what it reported last; and where it is. */
  page: PageFacts | null | 'as reported';
  reported: PageFacts | null;
  url: string;
  qrTexts: readonly string[];
  /** Those that may be asked beside the tab's own document. */
  frames: readonly FrameSite[];
  /** Those in the picture that was pointed at. */
  pointedTexts: readonly string[];
  /** The field that the browser's menu was opened on. */
  pointed: number | null;
  /** Whether a page of ours is in front of it. */
  behind: boolean;
  /** What a fill asked of the page answers. */
  fillResult: FillResult;
  readonly fills: { tab: number; ticket: string; field: number }[];
  readonly marks: (string | null)[];
  readonly asked: string[];
  wakeAt: number | null;
  /** When the browser tells of an idle computer, and for how long it has been idle: seconds. */
  idleAfter: number | null;
  idleFor: number;
  following: boolean;
  /** What is on the computer's clipboard, and whether we may look there. */
  clipboard: string;
  mayLook: boolean;
  /** When the clipboard is looked at. */
  lookAt: number | null;
}

export const password = 'a good long password';

export async function stage(now = 1_700_000_010_000) {
  const world: World = {
    now,
    page: 'as reported',
    reported: null,
    url: 'https://cloud.example/security',
    qrTexts: [],
    pointedTexts: [],
    frames: [],
    pointed: null,
    behind: false,
    fillResult: 'filled',
    fills: [],
    marks: [],
    asked: [],
    wakeAt: null,
    idleAfter: null,
    idleFor: 0,
    following: false,
    clipboard: '',
    mayLook: false,
    lookAt: null,
  };
  globalThis.indexedDB = new IDBFactory();
  const memory = new Map<string, unknown>();
  const session = {
    get: (key: string) => Promise.resolve(memory.get(key)),
    set: (key: string, value: unknown) => {
      // As the browser does: what cannot be written as JSON does not come back.
      memory.set(key, JSON.parse(JSON.stringify(value)));
      return Promise.resolve();
    },
    remove: (key: string) => Promise.resolve(void memory.delete(key)),
  };
  /** A worker that has just woken: new objects over the same memory and database. */
  const wake = () => {
    const desk = deskOver(world, session);
    const page = forPage(desk);
    const report: typeof page.report = (facts, from) => {
      world.reported = facts;
      return page.report(facts, from);
    };
    return { desk, ui: forUi(desk), page: { ...page, report } };
  };
  const first = wake();
  await first.desk.vault.create(password);
  return { world, memory, wake, ...first };
}

function exclusively() {
  let queue: Promise<unknown> = Promise.resolve();
  return <T>(work: () => Promise<T>): Promise<T> => {
    const turn = queue.then(work);
    queue = turn.catch(() => undefined);
    return turn;
  };
}

function clipboardOf(world: World): Clipboard {
  return {
    read: () => (world.mayLook ? Promise.resolve(world.clipboard) : Promise.reject(new Error('not allowed'))),
    clear: () => Promise.resolve(void (world.clipboard = '')),
  };
}

type Session = Parameters<typeof openVault>[0]['session'];

function deskOver(world: World, session: Session): Desk {
  const now = () => world.now;
  const vault = openVault({
    session,
    now,
    randomBytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
    exclusive: exclusively(),
    kdf: { ...KDF, parameters: KDF_FLOOR },
  });
  const did = (what: string) => Promise.resolve(void world.asked.push(what));
  return {
    vault,
    now,
    pages: {
      load: async ({ tab, frame }) => {
        await did(`load ${tab} ${frame}`);
        return true;
      },
      frames: async () => world.frames,
      look: () => Promise.resolve(world.page === 'as reported' ? world.reported : world.page),
      qrTexts: () => Promise.resolve(world.qrTexts),
      qrTextsAt: ({ frame }, src) => did(`picture ${frame} ${src}`).then(() => world.pointedTexts),
      fill: ({ tab }, request) => {
        world.fills.push({ tab, ...request });
        return Promise.resolve(world.fillResult);
      },
      scroll: (_, to) => did(`scroll ${to}`).then(() => false),
      pointed: () => Promise.resolve(world.pointed),
      withdraw: (tab) => did(`withdraw ${tab}`),
      again: async (tab) => {
        await did(`again ${tab}`);
        return true;
      },
    },
    tickets: createTickets(sessionState<Ticket>(session, 'tickets'), now, () => crypto.randomUUID()),
    awaited: createAwaited(sessionState<Awaited>(session, 'awaited'), vault, now),
    decoder: createDecoder({ read: () => Promise.resolve([]) }),
    clocks: createSiteClocks(sessionState<readonly ClockSample[]>(session, 'clocks'), vault, now),
    copied: createCopied({
      last: sessionState<Copied>(session, 'copied'),
      now,
      randomBytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
      mayLook: () => Promise.resolve(world.mayLook),
      clear: (mark) => clearIfOurs(mark, clipboardOf(world)),
      wakeAt: (time) => Promise.resolve(void (world.lookAt = time)),
    }),
    spent: sessionState<Spent>(session, 'spent'),
    recent: sessionState<Recent>(session, 'recent'),
    pointed: sessionState<Pointed>(session, 'pointed'),
    surroundings: {
      subjectTab: () =>
        Promise.resolve({ id: 1, windowId: 1, url: world.url, active: true, behind: world.behind }),
      screenshot: () => Promise.resolve(null),
      webTabs: () => Promise.resolve([1]),
      mark: (_, mark) => Promise.resolve(void world.marks.push(mark)),
      openPopup: (start = '') => did(`popup ${start}`.trim()),
      tellUi: () => void world.asked.push('ui'),
      hearOfIdleAfter: (seconds) => void (world.idleAfter = seconds),
      isIdleFor: (seconds) => Promise.resolve(world.idleFor >= seconds),
      wakeAt: (time) => Promise.resolve(void (world.wakeAt = time)),
      pause: () => Promise.resolve(),
      followLoads: (follow) => void (world.following = follow),
    },
  };
}

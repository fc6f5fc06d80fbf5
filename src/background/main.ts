/**
 * The background: wiring only. Every listener is added in the first turn, for the browser wakes an ended worker
 * with the event that it missed, and only tells those who listen by then.
 */
import type { ClockSample } from '../core/clock.ts';
import type { Failure } from '../messages/contract.ts';
import { client, server } from '../messages/rpc.ts';
import { onAlarm, setAlarm } from '../platform/alarm.ts';
import { clipboardRight } from '../platform/clipboard.ts';
import { askToKeepStorage } from '../platform/durable.ts';
import { framesAround, frameTrees, loadReader } from '../platform/frames.ts';
import { isIdleFor, onIdle, setIdleAfter } from '../platform/idle.ts';
import { local } from '../platform/local.ts';
import { listen, ownId, ownOrigin, send, sendToFrame, sendToTab } from '../platform/messages.ts';
import { keepStorageFromPages, openPopup } from '../platform/quirks.ts';
import { onPageResponse } from '../platform/responses.ts';
import { session } from '../platform/session.ts';
import { onLoaded, onTabClosed, screenshot, subjectTab, webTabs } from '../platform/tabs.ts';
import { t, type TextKey } from '../platform/text.ts';
import { onCommand, onMenus, setBadge } from '../platform/toolbar.ts';
import { openVault } from '../vault/vault.ts';
import { VaultError } from '../vault/errors.ts';
import { createAwaited, type Awaited } from './awaited.ts';
import { createCopied, type Copied } from './clipboard/copied.ts';
import { clearClipboard } from './clipboard/place.ts';
import { createSiteClocks } from './clock.ts';
import type { Desk, Mark, Pointed, Recent } from './desk.ts';
import { createDoor } from './door.ts';
import { documentLoaded, forPage, goOnFollowing, NotAllowed } from './for-page.ts';
import { forUi } from './for-ui.ts';
import { fillByGesture } from './for-ui/gestures.ts';
import { followIdle, keepDeadline, lockNow, onIdleState } from './lifecycle.ts';
import { createPageLink } from './page-link.ts';
import { readPointed } from './pointed.ts';
import { createDecoder } from './qr/decode-once.ts';
import { startReading } from './qr/place.ts';
import { createReader } from './qr/reader.ts';
import { sessionState } from './session-state.ts';
import type { Spent } from './spent.ts';
import { createTickets, type Ticket } from './tickets.ts';

const now = () => Date.now();
const timer = (ms: number, rung: () => void) => {
  const id = setTimeout(rung, ms);
  return () => clearTimeout(id);
};
const randomBytes = (length: number) => crypto.getRandomValues(new Uint8Array(length));

const loads = onLoaded((tab, frame) => inBackground(documentLoaded(desk, { tab, frame })));
loads.start();

const BADGES = {
  'set-up': 'badgeFound',
  'recovery-codes': 'badgeCodes',
  'look-alike': 'badgeLookAlike',
} as const satisfies Record<Mark, TextKey>;

const desk = setUpDesk();
const ready = keepStorageFromPages();
const forUiServer = server(forUi(desk), failureOf, report);
const forPageServer = server(forPage(desk), failureOf, report);

listen(
  createDoor({
    us: () => ({ id: ownId(), origin: ownOrigin() }),
    ui: (envelope) => ready.then(() => forUiServer(envelope, null)),
    page: (envelope, from) => ready.then(() => forPageServer(envelope, from)),
    framesAround,
  }),
  new AbortController().signal,
);
onAlarm('lock', () => inBackground(keepDeadline(desk)));
onAlarm('clipboard', () => inBackground(desk.copied.due()));
onMenus([
  { title: t('menuFill'), on: 'editable', chosen: (place) => inBackground(fillByGesture(desk, place)) },
  { title: t('menuImage'), on: 'image', chosen: (place) => inBackground(readPointed(desk, place)) },
]);
onCommand('fill-code', () => inBackground(fillByGesture(desk)));
onCommand('lock', () => inBackground(lockNow(desk)));
onIdle((state) => inBackground(onIdleState(desk, state)));
onPageResponse((response) => inBackground(desk.clocks.heard(response)));
onTabClosed((tab) => inBackground(desk.awaited.forget(tab)));
inBackground(goOnFollowing(desk));
// The worker before this one may have been ended while it was at it.
inBackground(desk.copied.due());
inBackground(askToKeepStorage());
inBackground(ready.then(() => followIdle(desk)));

function setUpDesk(): Desk {
  const decoder = createDecoder(createReader(startReading, timer));
  const vault = openVault({
    session,
    anchor: local,
    now,
    randomBytes,
    exclusive: (work) => navigator.locks.request('vault', work),
  });
  return {
    vault,
    now,
    decoder,
    pages: createPageLink({ sendToFrame, sendToTab, loadReader, frameTrees }, decoder),
    tickets: createTickets(sessionState<Ticket>(session, 'tickets'), now, () => crypto.randomUUID()),
    awaited: createAwaited(sessionState<Awaited>(session, 'awaited'), vault, now),
    clocks: createSiteClocks(sessionState<readonly ClockSample[]>(session, 'clocks'), vault, now),
    copied: createCopied({
      last: sessionState<Copied>(session, 'copied'),
      now,
      randomBytes,
      mayLook: clipboardRight.held,
      clear: clearClipboard,
      wakeAt: (time) => setAlarm('clipboard', time),
    }),
    spent: sessionState<Spent>(session, 'spent'),
    recent: sessionState<Recent>(session, 'recent'),
    pointed: sessionState<Pointed>(session, 'pointed'),
    surroundings: {
      subjectTab,
      screenshot,
      webTabs,
      openPopup,
      mark: async (tab, mark) => {
        if (mark === null) await setBadge(tab, '', '');
        else await setBadge(tab, mark === 'look-alike' ? '!' : '1', t(BADGES[mark]));
      },
      tellUi: () => inBackground(ui.changed()),
      wakeAt: (time) => setAlarm('lock', time),
      hearOfIdleAfter: setIdleAfter,
      isIdleFor,
      pause: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
      followLoads: (follow) => (follow ? loads.start() : loads.stop()),
    },
  };
}

const told = () => ({ ok: true, value: null });

/** Nobody answers: a page that is open asks in its turn, and mostly there is none, at which the browser rejects. */
const ui = client('to-ui', (envelope) => send(envelope).then(told, told));

function failureOf(error: unknown): Failure | null {
  if (error instanceof VaultError) return error.reason;
  return error instanceof NotAllowed ? 'not-allowed' : null;
}

/** Only the kind of an unexpected error is told: its text may quote what it choked on. */
function report(error: unknown): void {
  reportError(new Error(error instanceof Error ? error.name : typeof error));
}

function inBackground(work: Promise<unknown>): void {
  work.catch(report);
}

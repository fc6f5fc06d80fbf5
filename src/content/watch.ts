/**
 * When to look at the page. After it has loaded and after whatever a person does, changes are watched for a few
 * seconds; for longer only as long as a look says that there is something to watch for. A page without it keeps no
 * observer: it is looked at a few times more, ever less often, for a field that comes late and by itself.
 *
 * Most pages are nothing to us, and pay for being looked at all the same: so a page that loads, or changes by itself, is looked at in
 * a shallow way. A deep look follows what a person does, and once, in the end, the few seconds of watching.
 */

const WATCH_MS = 4000;
/** ms after that began, on a page that is watched no more. */
const LATER_MS = [8_000, 16_000, 32_000];
const SETTLE_MS = 200;
/** ms. A look that takes no longer need not wait for an idle moment, which is dearer to ask for than it is. */
const CHEAP_MS = 2;
/** No page is ever so busy that it is not looked at. */
const IDLE_MS = 500;
/** Looking takes at most this part of the time, whatever the page does: the rest that we may take of it, hearing of changes takes; */
const SHARE = 1 / 400;
/** but nobody waits longer than this for a look, ms. */
const LONGEST_MS = 2000;
/** Pixels: a QR code that carries a secret has 29 modules, and may be drawn larger than it was made. */
const SMALLEST_PICTURE = 29;
const ATTRIBUTES = [
  'class',
  'style',
  'hidden',
  'disabled',
  'readonly',
  'inert',
  'contenteditable',
  'open',
  'type',
  'src',
  'aria-hidden',
  'aria-invalid',
];

export interface Watch {
  /** Looks soon, and watches for changes for a while. */
  readonly arm: () => void;
}

/** How closely a look looks: at what is at hand, or at all that may hold something. */
export type Depth = 'shallow' | 'deep';

/** `look` answers the trees in which changes are worth hearing of; none for a page that is not worth watching on. */
export function watch(look: (depth: Depth) => readonly Node[], signal: AbortSignal): Watch {
  let armed = 0;
  const depths = createDepths();
  // The first look is the dearest, and tells least of what the others cost.
  const pace: Pace = { took: CHEAP_MS, notBefore: 0 };
  /** The look to come, and what is to follow if there is nothing to come. */
  let timer: ReturnType<typeof setTimeout> | undefined;
  let rest: ReturnType<typeof setTimeout> | undefined;
  const observer = new MutationObserver(soon);

  function soon(): void {
    clearTimeout(rest);
    // The look to come reads the whole page: until then no change tells anything new, so none is listened for.
    observer.disconnect();
    timer ??= setTimeout(due, Math.max(SETTLE_MS, pace.notBefore - performance.now()));
  }

  function due(): void {
    if (pace.took > CHEAP_MS) requestIdleCallback(now, { timeout: IDLE_MS });
    else now();
  }

  function now(): void {
    timer = undefined;
    if (signal.aborted) return;
    const left = armed + WATCH_MS - performance.now();
    const trees = paced(() => look(depths.next(left)), pace);
    if (trees.length === 0 && left <= 0) return lookLater();
    (trees.length > 0 ? trees : [document]).forEach(observe);
    if (depths.isOwed()) rest = setTimeout(soon, Math.max(0, left));
  }

  function observe(tree: Node): void {
    observer.observe(tree, { subtree: true, childList: true, attributeFilter: ATTRIBUTES });
  }

  function lookLater(): void {
    const wait = untilLater(performance.now() - armed);
    if (wait !== null) rest = setTimeout(soon, wait);
  }

  function arm(): void {
    armed = performance.now();
    depths.owe('in the end');
    soon();
  }

  function armDeep(): void {
    depths.owe('now');
    arm();
  }

  onNews(armDeep, arm, signal);
  signal.addEventListener('abort', () => {
    clearTimeout(rest);
    observer.disconnect();
  });
  arm();
  return { arm: armDeep };
}

/** Which looks are deep: the one after what a person did, and the one with which the watching ends. */
function createDepths() {
  let owed: 'now' | 'in the end' | null = null;
  return {
    isOwed: (): boolean => owed !== null,
    owe: (when: 'now' | 'in the end'): void => {
      if (owed !== 'now') owed = when;
    },
    /** Of the look that is had with so many ms of watching left. */
    next: (left: number): Depth => {
      const isDeep = owed === 'now' || (owed === 'in the end' && left <= 0);
      if (isDeep) owed = left > 0 ? 'in the end' : null;
      return isDeep ? 'deep' : 'shallow';
    },
  };
}

interface Pace {
  /** How long the last look took, ms. */
  took: number;
  /** When the next may be, of the same clock as `performance.now()`. */
  notBefore: number;
}

function paced<T>(look: () => T, pace: Pace): T {
  const start = performance.now();
  const seen = look();
  const end = performance.now();
  // A busy machine may stop any look in its midst: what one costs is what the quicker one of two took.
  const cost = Math.min(pace.took, end - start);
  pace.notBefore = end + Math.min(cost / SHARE, LONGEST_MS);
  pace.took = end - start;
  return seen;
}

/** ms until the next of the late looks; null after the last. */
function untilLater(since: number): number | null {
  const next = LATER_MS.find((ms) => ms > since);
  return next === undefined ? null : next - since;
}

/** Deep after a person's doing, and at another view of the page. A page may load hundreds of pictures, and comes to be shown once. */
function onNews(deep: () => void, shallow: () => void, signal: AbortSignal): void {
  const options = { capture: true, passive: true, signal };
  for (const type of ['click', 'focusin', 'submit']) document.addEventListener(type, deep, options);
  for (const type of ['popstate', 'hashchange']) window.addEventListener(type, deep, options);
  const shown = ({ persisted }: PageTransitionEvent): void => (persisted ? deep() : shallow());
  window.addEventListener('pageshow', shown, options);
  // Prepared before it was asked for, it was nobody to the background until now.
  document.addEventListener('prerenderingchange', shallow, options);
  // A load does not bubble: this is the one way to hear of every picture that arrives late.
  const ofPictures = ({ target }: Event): void => {
    // As it was made: how large it is shown, the browser would have to lay the page out to tell.
    if (target instanceof HTMLImageElement && target.naturalWidth >= SMALLEST_PICTURE) shallow();
  };
  document.addEventListener('load', ofPictures, options);
}

/**
 * When to look at the page. After it has loaded and after whatever a person does, changes are watched for a few
 * seconds; for longer only as long as a look says that there is something to watch for. A page without it keeps no
 * observer: it is looked at a few times more, ever less often, for a field that comes late and by itself.
 */

const WATCH_MS = 4000;
/** ms after that began, on a page that is watched no more. */
const LATER_MS = [8_000, 16_000, 32_000];
const SETTLE_MS = 200;
/** ms. A look that takes no longer need not wait for an idle moment, which is dearer to ask for than it is. */
const CHEAP_MS = 2;
/** No page is ever so busy that it is not looked at. */
const IDLE_MS = 500;
/** Looking takes at most this part of the time, whatever the page does, */
const SHARE = 1 / 100;
/** but nobody waits longer than this for a look, ms. */
const LONGEST_MS = 5000;
/** Pixels: a QR code that carries a secret has 29 modules, and may be drawn larger than it was made. */
const SMALLEST_PICTURE = 29;
const ATTRIBUTES = [
  'class',
  'style',
  'hidden',
  'disabled',
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

/** `look` answers the trees in which changes are worth hearing of; none for a page that is not worth watching on. */
export function watch(look: () => readonly Node[], signal: AbortSignal): Watch {
  let armed = 0;
  const pace: Pace = { took: 0, notBefore: 0 };
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
    const trees = paced(look, pace);
    const left = armed + WATCH_MS - performance.now();
    if (trees.length > 0) trees.forEach(observe);
    else if (left > 0) {
      observe(document);
      rest = setTimeout(stop, left);
    } else lookLater();
  }

  function observe(tree: Node): void {
    observer.observe(tree, { subtree: true, childList: true, attributeFilter: ATTRIBUTES });
  }

  function stop(): void {
    observer.disconnect();
    lookLater();
  }

  function lookLater(): void {
    const wait = untilLater(performance.now() - armed);
    if (wait !== null) rest = setTimeout(soon, wait);
  }

  function arm(): void {
    armed = performance.now();
    soon();
  }

  onGestures(arm, signal);
  signal.addEventListener('abort', () => {
    clearTimeout(rest);
    observer.disconnect();
  });
  arm();
  return { arm };
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

function onGestures(arm: () => void, signal: AbortSignal): void {
  const options = { capture: true, passive: true, signal };
  for (const type of ['click', 'focusin', 'submit']) document.addEventListener(type, arm, options);
  for (const type of ['pageshow', 'popstate', 'hashchange']) window.addEventListener(type, arm, options);
  // Prepared before it was asked for, it was nobody to the background until now.
  document.addEventListener('prerenderingchange', arm, options);
  // A load does not bubble: this is the one way to hear of every picture that arrives late.
  const ofPictures = ({ target }: Event): void => {
    // As it was made: how large it is shown, the browser would have to lay the page out to tell.
    if (target instanceof HTMLImageElement && target.naturalWidth >= SMALLEST_PICTURE) arm();
  };
  document.addEventListener('load', ofPictures, options);
}

/**
 * When to look at the page. After it has loaded and after whatever a person does, changes are watched for a few
 * seconds; for longer only as long as a look says that there is something to watch for. A page with neither fields nor
 * pictures keeps no observer.
 */

const WATCH_MS = 4000;
const SETTLE_MS = 200;
/** No page is ever so busy that it is not looked at. */
const IDLE_MS = 500;
/** Looking takes at most this part of the time, whatever the page does, */
const SHARE = 1 / 100;
/** but nobody waits longer than this for a look, ms. */
const LONGEST_MS = 5000;
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
  let until = 0;
  let notBefore = 0;
  /** How long the last look took, ms. */
  let took = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const observer = new MutationObserver(soon);

  function soon(): void {
    // The look to come reads the whole page: until then no change tells anything new, so none is listened for.
    observer.disconnect();
    timer ??= setTimeout(
      () => requestIdleCallback(now, { timeout: IDLE_MS }),
      Math.max(SETTLE_MS, notBefore - performance.now()),
    );
  }

  function now(): void {
    timer = undefined;
    if (signal.aborted) return;
    const start = performance.now();
    const trees = look();
    const end = performance.now();
    // A busy machine may stop any look in its midst: what one costs is what the quicker one of two took.
    const cost = Math.min(took, (took = end - start));
    notBefore = end + Math.min(cost / SHARE, LONGEST_MS);
    if (trees.length > 0) trees.forEach(observe);
    else if (end < until) {
      observe(document);
      setTimeout(stopIfIdle, until - end);
    }
  }

  function observe(tree: Node): void {
    observer.observe(tree, { subtree: true, childList: true, attributeFilter: ATTRIBUTES });
  }

  function stopIfIdle(): void {
    if (timer === undefined && performance.now() >= until) soon();
  }

  function arm(): void {
    until = performance.now() + WATCH_MS;
    soon();
  }

  onGestures(arm, signal);
  signal.addEventListener('abort', () => observer.disconnect());
  arm();
  return { arm };
}

function onGestures(arm: () => void, signal: AbortSignal): void {
  const options = { capture: true, passive: true, signal };
  for (const type of ['click', 'focusin', 'submit']) document.addEventListener(type, arm, options);
  for (const type of ['pageshow', 'popstate', 'hashchange']) window.addEventListener(type, arm, options);
  // A load does not bubble: this is the one way to hear of every picture that arrives late.
  const ofPictures = ({ target }: Event): void => {
    if (target instanceof HTMLImageElement && target.width >= 64) arm();
  };
  document.addEventListener('load', ofPictures, options);
}

/**
 * When to look at the page. As soon as it has loaded, and after whatever a person does; then changes are watched for a few
 * seconds; for longer only as long as a look says that there is something to watch for. A page without it keeps no
 * observer: it is looked at a few times more, ever less often, for a field that comes late and by itself.
 *
 * Most pages are nothing to us, and pay for being looked at all the same: so a page that loads, or changes by itself, is looked at in
 * a shallow way, and its titles are read once, in the end. A deep look follows what a person does, and ends the watching after it.
 */

import { once } from './once.ts';

const WATCH_MS = 4000;
/** ms after that, and after each other, on a page that is watched no more. */
const LATER_MS = [4_000, 8_000, 16_000];
const SETTLE_MS = 200;
/** ms. A look that takes no longer need not wait for an idle moment, which is dearer to ask for than it is. */
const CHEAP_MS = 4;
/** No page is ever so busy that it is not looked at. */
const IDLE_MS = 500;
/** Looking takes at most this part of the time, whatever the page does: the rest that we may take of it, hearing of changes takes; */
const SHARE = 1 / 400;
/** but nobody waits longer than this for a look, ms. */
const LONGEST_MS = 2000;
/** ms. The first look is the dearest, and tells least of what the others cost: they are taken for no dearer than this. */
const LIKELY_MS = 2;
/** Pixels: a QR code that carries a secret has 29 modules, and may be drawn larger than it was made. */
const SMALLEST_PICTURE = 29;
const CHANGES = { subtree: true, childList: true };
/** What opens, closes, shows or hides a field that is there. */
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

/** How closely a look looks: for a field at hand, at what the page is about, or at all that may hold something. */
export type Depth = 'shallow' | 'titles' | 'deep';

/** Answers the trees in which changes are worth hearing of; none for a page that is not worth watching on. */
type Look = (depth: Depth) => readonly Node[];

export function watch(look: Look, signal: AbortSignal): Watch {
  const attend = once(() => onNewsOfFields(deep, shallow, signal));
  const looking = createLooking(look, attend, signal);
  const times = createTimes({ end: looking.last, later: looking.late });
  const shallow = (): void => {
    times.begin();
    looking.soon();
  };
  const deep = (): void => {
    looking.closely();
    shallow();
  };
  signal.addEventListener('abort', times.stop);
  onNews(deep, signal);
  times.begin();
  looking.first();
  const arm = (): void => {
    attend();
    deep();
  };
  return { arm };
}

/** Looks when it is told to, and when something changes where changes are heard of. `kept`: there is something to watch for. */
function createLooking(look: Look, kept: () => void, signal: AbortSignal) {
  const pace: Pace = { took: LIKELY_MS, notBefore: 0 };
  const depths = createDepths();
  /** Whether changes are heard of because of what there is; or else because the watching is not over yet. */
  let [isKept, isWatching] = [false, true];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const observer = new MutationObserver(again);
  signal.addEventListener('abort', () => observer.disconnect());

  function again(): void {
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
    if (!signal.aborted) follow(paced(() => look(depths.take()), pace));
  }

  function follow(trees: readonly Node[]): void {
    isKept = trees.length > 0;
    if (isKept) kept();
    for (const tree of trees) observer.observe(tree, { ...CHANGES, attributeFilter: ATTRIBUTES });
    // Where no field is, none is opened or shown: it has to come.
    if (!isKept && isWatching) observer.observe(document, CHANGES);
  }

  return {
    first: () => {
      follow(look(depths.take()));
      // It is the dearest, and tells least of what the others cost; on a page without a field that is next to nothing.
      if (isKept) pace.notBefore = performance.now() + LIKELY_MS / SHARE;
    },
    closely: depths.closely,
    soon: () => {
      isWatching = true;
      again();
    },
    last: () => {
      isWatching = false;
      depths.close();
      observer.disconnect();
      // Without a change since the last look there is nothing to wait for.
      if (timer === undefined) due();
    },
    late: () => {
      if (!isKept) again();
    },
  };
}

/** How the next look is to be, and the one that ends the watching. */
function createDepths() {
  let next: Depth = 'shallow';
  let closing: Depth = 'titles';
  return {
    closely: () => {
      next = closing = 'deep';
    },
    close: () => {
      if (next === 'shallow') next = closing;
      closing = 'titles';
    },
    take: (): Depth => {
      const depth = next;
      next = 'shallow';
      return depth;
    },
  };
}

/** What follows a beginning by itself: the end of the watching, and then the late looks. */
function createTimes(on: { readonly end: () => void; readonly later: () => void }) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  function end(): void {
    on.end();
    later(LATER_MS);
  }
  function later([wait, ...others]: readonly number[]): void {
    if (wait === undefined) return;
    timer = setTimeout(() => {
      on.later();
      later(others);
    }, wait);
  }
  function stop(): void {
    clearTimeout(timer);
  }
  return {
    begin: () => {
      stop();
      timer = setTimeout(end, WATCH_MS);
    },
    stop,
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

/** What a person does, and another view of the same page: listened for on every page, so no more than is needed there. */
function onNews(deep: () => void, signal: AbortSignal): void {
  for (const type of ['click', 'focusin', 'popstate'])
    addEventListener(type, deep, { capture: true, signal });
}

/** What else may open a field, or show a picture, where there have been some. */
function onNewsOfFields(deep: () => void, shallow: () => void, signal: AbortSignal): void {
  const options = { capture: true, signal };
  addEventListener('submit', deep, options);
  // One that comes back from the page cache finds that the background has forgotten what it was told of it.
  const shown = ({ persisted }: PageTransitionEvent): void => {
    if (persisted) deep();
  };
  addEventListener('pageshow', shown, options);
  // Prepared before it was asked for, it was nobody to the background until now.
  document.addEventListener('prerenderingchange', shallow, options);
  // A load does not bubble: this is the one way to hear of every picture that arrives late.
  const ofPictures = ({ target }: Event): void => {
    // As it was made: how large it is shown, the browser would have to lay the page out to tell.
    if (target instanceof HTMLImageElement && target.naturalWidth >= SMALLEST_PICTURE) shallow();
  };
  document.addEventListener('load', ofPictures, options);
}

/** Where the chip stands, and since when it has stood there to be seen: what `guard.ts` asks of a click. */
import { drawnAs, hasOurStyle, isSame, type Drawn, type Point, type Sighting } from './guard.ts';
import { around, BELOW, isWithin, placesFor, type Area } from './place.ts';

/** Above all that the page's rules say. */
const STYLE = 'all:initial!important;position:fixed!important;color-scheme:light dark!important;';
const NOWHERE = `${STYLE}display:none!important`;
/** What takes a click of its own. */
const CLICKED = 'a,button,input,select,textarea,summary,[role=button],[role=link]';
const TAKEN = `${CLICKED},label`;

export interface Sight {
  /** Puts the chip where its anchors are; `anew` chooses the side of them anew. */
  place(anchors: readonly Element[], anew: boolean): void;
  now(): Sighting;
  /** It has to stand there for as long as at the beginning. */
  restart(): void;
}

export function watchSight({ host, button }: Drawn, signal: AbortSignal): Sight {
  let placed = new DOMRect();
  let still = performance.now();
  /** Since when; null while it is not, undefined until the browser has told. */
  let seen: number | null | undefined;
  let size = host.getBoundingClientRect();
  /** Which of the places it stands at; -1 while there is none to be had. */
  let side = -1;
  const told = (isSeen: boolean): void => {
    if (!isSeen) seen = null;
    else seen ??= performance.now();
  };
  draw(host, STYLE);
  // The button, for the page can cut what is in an element of its own.
  observe(button, told, signal);
  const restart = (): void => {
    still = performance.now();
  };
  // A window that was in front of this one until just now may have been what the person was clicking at.
  const fronted = ({ isTrusted }: Event): void => {
    if (isTrusted) restart();
  };
  addEventListener('focus', fronted, { signal });
  return {
    restart,
    now: () => {
      // A busy browser tells later than it draws. A click that comes before is no sign of somebody's work, and gets nothing.
      const from = seen === undefined ? performance.now() : seen;
      return { since: from === null ? null : Math.max(from, still), placed };
    },
    place(anchors, anew) {
      const whole = around(anchors.map((anchor) => anchor.getBoundingClientRect()));
      // A row that is wider than the window ends, for whoever looks at it, where the window does.
      const field = { ...whole, right: Math.min(whole.right, document.documentElement.clientWidth) };
      const measured = host.getBoundingClientRect();
      if (measured.width > 0) size = measured;
      const places = placesFor(field, size);
      // What scrolls by may make room, or take it.
      if (anew || side < 0) side = sideOf(places, host, anchors);
      const at = places[side] ?? (places.some(isInView) ? null : places[BELOW]);
      // What the page made of it was seen until now: it has to be seen as it is for as long as at the beginning.
      if (!hasOurStyle(host)) restart();
      draw(host, at === null ? NOWHERE : `${STYLE}inset:${at.top}px auto auto ${at.left}px!important`);
      const rect = host.getBoundingClientRect();
      // Measured against where it came to stand, or a creep of less than a pixel at a time would pass for standing.
      if (isSame(rect, placed)) return;
      restart();
      placed = rect;
    },
  };
}

/** Version 2 of the observer says whether anything covers or fades it; where there is only version 1, that it is in view. */
function observe(button: Element, told: (isSeen: boolean) => void, signal: AbortSignal): void {
  const observer = new IntersectionObserver(
    (entries) => {
      const entry = entries.at(-1);
      told(entry?.intersectionRatio === 1 && isUncovered(entry));
    },
    { threshold: [0, 1], trackVisibility: true, delay: 100 } as IntersectionObserverInit,
  );
  observer.observe(button);
  signal.addEventListener('abort', () => observer.disconnect());
}

/**
 * Gives it this style and no other, for the page may have changed any of it. As a text of the CSS object model, which no
 * content security policy of the page forbids.
 */
function draw(host: HTMLElement, style: string): void {
  // Written without need, it would be a change of the page that is watched for.
  if (drawnAs.get(host)?.text === style && hasOurStyle(host)) return;
  host.style.cssText = style;
  drawnAs.set(host, { text: style, written: host.style.cssText });
}

function isUncovered(entry: IntersectionObserverEntry & { isVisible?: boolean }): boolean {
  return entry.isVisible !== false;
}

/**
 * The first of the places that is free; or else, for a chip beside its field serves better than none, the first in view that
 * covers nothing with a click of its own: in the way of the page's own button, a person would not get on without it.
 */
function sideOf(places: readonly Area[], host: Element, anchors: readonly Element[]): number {
  const isClearOf = (taken: string) => (place: Area) =>
    pointsIn(place).every(({ x, y }) => {
      const under = document.elementsFromPoint(x, y).find((element) => element !== host);
      return under !== undefined && (anchors.includes(under) || under.closest(taken) === null);
    });
  const free = places.findIndex(isClearOf(TAKEN));
  return free >= 0 ? free : places.findIndex((place) => isInView(place) && isClearOf(CLICKED)(place));
}

function isInView(place: Area): boolean {
  const { clientWidth, clientHeight } = document.documentElement;
  return isWithin(place, { width: clientWidth, height: clientHeight });
}

function pointsIn({ left, top, right, bottom }: Area): readonly Point[] {
  const ys = [top, (top + bottom) / 2, bottom];
  return [left, (left + right) / 2, right].flatMap((x) => ys.map((y) => ({ x, y })));
}

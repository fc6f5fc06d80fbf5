/** Where the chip stands, and since when it has stood there to be seen: what `guard.ts` asks of a click. */
import { drawnAs, hasOurStyle, isSame, type Drawn, type Sighting } from './guard.ts';
import { around, placesFor, type Area } from './place.ts';

/** Above all that the page's rules say. */
const STYLE = 'all:initial!important;position:fixed!important;color-scheme:light dark!important;';
const TAKEN = 'a,button,input,select,textarea,label,[role=button]';

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
  let side = -1;
  // Version 2 of the observer says whether anything covers or fades it; where there is only version 1, that it is in view.
  const observer = new IntersectionObserver(
    (entries) => {
      const entry = entries.at(-1);
      if (entry?.intersectionRatio !== 1 || !isUncovered(entry)) seen = null;
      else seen ??= performance.now();
    },
    { threshold: [0, 1], trackVisibility: true, delay: 100 } as IntersectionObserverInit,
  );
  draw(host, STYLE);
  // The button, for the page can cut what is in an element of its own.
  observer.observe(button);
  signal.addEventListener('abort', () => observer.disconnect());
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
      const told = seen === undefined ? performance.now() : seen;
      return { since: told === null ? null : Math.max(told, still), placed };
    },
    place(anchors, anew) {
      const whole = around(anchors.map((anchor) => anchor.getBoundingClientRect()));
      // A row that is wider than the window ends, for whoever looks at it, where the window does.
      const field = { ...whole, right: Math.min(whole.right, document.documentElement.clientWidth) };
      const places = placesFor(field, host.getBoundingClientRect());
      if (anew) side = places.findIndex((place) => isFree(place, host, anchors));
      const { left, top } = places[side] ?? places[2];
      // What the page made of it was seen until now: it has to be seen as it is for as long as at the beginning.
      if (!hasOurStyle(host)) restart();
      draw(host, `${STYLE}inset:${top}px auto auto ${left}px!important`);
      const rect = host.getBoundingClientRect();
      // Measured against where it came to stand, or a creep of less than a pixel at a time would pass for standing.
      if (isSame(rect, placed)) return;
      restart();
      placed = rect;
    },
  };
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

/** Whether it is in view, and nothing that a person may want to click stands there. */
function isFree({ left, top, right, bottom }: Area, host: Element, anchors: readonly Element[]): boolean {
  const xs = [left, (left + right) / 2, right];
  const ys = [top, (top + bottom) / 2, bottom];
  return xs.every((x) =>
    ys.every((y) => {
      const under = document.elementsFromPoint(x, y).find((element) => element !== host);
      return under !== undefined && (anchors.includes(under) || under.closest(TAKEN) === null);
    }),
  );
}

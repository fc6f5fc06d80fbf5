/**
 * The chip: a button beside a field, in the top layer, in a closed shadow root. It holds no secret and no name. Its
 * styles are set property by property, which no content security policy of the page forbids.
 *
 * It is the last element of the page, or of the dialog that the field stands in, and so the last stop of the
 * tab key there: the page's own order of stops stays as it was.
 */
import { isMeant, isSame, type Sighting } from './guard.ts';
import { around, placeFor } from './place.ts';

export interface ChipElement {
  /** Where it stands for; the boxes of a row, or the list of codes. */
  move(anchors: readonly Element[]): void;
  say(text: string): void;
  remove(): void;
}

const HOST = { all: 'initial', position: 'fixed', inset: 'auto', margin: '0', 'color-scheme': 'light dark' };

const BUTTON = {
  display: 'flex',
  'align-items': 'center',
  gap: '6px',
  'min-height': '28px',
  padding: '3px 10px 3px 8px',
  border: '1px solid light-dark(#0b5c5c, #5ec4bd)',
  'border-radius': '8px',
  background: 'light-dark(#ffffff, #14201f)',
  color: 'light-dark(#0b4a4a, #d8f3f0)',
  font: '500 13px/1.3 system-ui, sans-serif',
  'box-shadow': '0 1px 4px rgb(0 0 0 / 0.2)',
  'white-space': 'nowrap',
  cursor: 'pointer',
};

const ICON = { width: '14px', height: '14px', fill: 'none', stroke: 'currentColor', 'stroke-width': '2' };
/** Two strokes of a pen: a signature, and the one beside it. */
const STROKES = 'M1 8l3 4 6-9M8 11l1 1 6-9';

export interface Clicks {
  /** A person clicked, and meant it. */
  onMeant(): void;
  /** A click that may have been made to miss what it was meant for. */
  onOdd(): void;
}

export function showChip(anchors: readonly Element[], label: string, clicks: Clicks): ChipElement {
  const life = new AbortController();
  const host = document.createElement('div');
  const button = buttonIn(host.attachShadow({ mode: 'closed' }));
  style(host, HOST);
  host.popover = 'manual';
  (anchors[0]?.closest('dialog[open],[popover]') ?? document.documentElement).append(host);
  host.showPopover();
  const sight = watchSight(host, life.signal);
  const chip: ChipElement = {
    move(to) {
      anchors = to;
      sight.place(anchors);
    },
    say(text) {
      button.lastElementChild?.replaceChildren(text);
      sight.place(anchors);
    },
    remove() {
      life.abort();
      host.remove();
    },
  };
  listen(button, life.signal, (point) => {
    const [field] = anchors;
    const meant = field !== undefined && isMeant(host, sight.now(), point, field, performance.now());
    if (meant) clicks.onMeant();
    else clicks.onOdd();
  });
  followPage(() => sight.place(anchors), life.signal);
  chip.say(label);
  return chip;
}

function style(element: HTMLElement | SVGElement, properties: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(properties)) {
    element.style.setProperty(name, value, 'important'); // above any rule of the page's
  }
}

function buttonIn(root: ShadowRoot): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  const icon = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  const strokes = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  icon.setAttribute('viewBox', '0 0 16 16');
  icon.setAttribute('aria-hidden', 'true');
  strokes.setAttribute('d', STROKES);
  icon.append(strokes);
  const text = document.createElement('span');
  text.ariaLive = 'polite';
  button.append(icon, text);
  style(button, BUTTON);
  style(icon, ICON);
  root.append(button);
  return button;
}

/** The focus stays in the page, and a dialog that closes on clicks beside it does not hear of these. */
function keepToOurselves(event: Event): void {
  event.stopPropagation();
  if (event.type === 'mousedown') event.preventDefault();
}

function listen(
  button: HTMLElement,
  signal: AbortSignal,
  onClick: (point: { x: number; y: number } | null) => void,
): void {
  for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup']) {
    button.addEventListener(type, keepToOurselves, { signal });
  }
  const click = (event: MouseEvent): void => {
    event.stopPropagation();
    // A page's script can make a click, but not one that the browser vouches for.
    if (!event.isTrusted) return;
    onClick(event.detail === 0 ? null : { x: event.clientX, y: event.clientY });
  };
  button.addEventListener('click', click, { signal });
}

function followPage(place: () => void, signal: AbortSignal): void {
  let due = false;
  const soon = (): void => {
    if (due) return;
    due = true;
    requestAnimationFrame(() => {
      due = false;
      if (!signal.aborted) place();
    });
  };
  addEventListener('scroll', soon, { capture: true, passive: true, signal });
  addEventListener('resize', soon, { passive: true, signal });
}

interface Sight {
  place(anchors: readonly Element[]): void;
  now(): Sighting;
}

/** Since when the chip stands still and, where the browser tells (IntersectionObserver v2), is seen uncovered. */
function watchSight(host: HTMLElement, signal: AbortSignal): Sight {
  let placed = new DOMRect();
  let still = performance.now();
  let seen: number | null = null;
  const observer = new IntersectionObserver(
    (entries) => {
      const entry = entries.at(-1);
      if (entry?.intersectionRatio !== 1 || !isUncovered(entry)) seen = null;
      else seen ??= performance.now();
    },
    { threshold: [0, 1], trackVisibility: true, delay: 100 } as IntersectionObserverInit,
  );
  observer.observe(host);
  signal.addEventListener('abort', () => observer.disconnect());
  return {
    now: () => ({ since: seen === null ? null : Math.max(seen, still), placed }),
    place(anchors) {
      const size = host.getBoundingClientRect();
      const field = around(anchors.map((anchor) => anchor.getBoundingClientRect()));
      const { left, top } = placeFor(field, size, viewport());
      style(host, { left: `${left}px`, top: `${top}px` });
      const rect = host.getBoundingClientRect();
      // Measured against where it came to stand, or a creep of less than a pixel at a time would pass for standing.
      if (isSame(rect, placed)) return;
      still = performance.now();
      placed = rect;
    },
  };
}

/** What IntersectionObserver v2 says; true in browsers that have only its first version. */
function isUncovered(entry: IntersectionObserverEntry & { isVisible?: boolean }): boolean {
  return entry.isVisible !== false;
}

function viewport(): { width: number; height: number } {
  const { clientWidth, clientHeight } = document.documentElement;
  // In quirks mode the root's height is the page's.
  return { width: clientWidth, height: Math.min(clientHeight, innerHeight) || innerHeight };
}

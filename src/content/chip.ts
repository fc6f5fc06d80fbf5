/**
 * The chip: a button beside a field, in the top layer, in a closed shadow root. It holds no secret and no name.
 *
 * It is the last element of the page, or of the dialog that the field stands in, and so the last stop of the
 * tab key there: the page's own order of stops stays as it was.
 */
import { attribute, drawnIn, matches } from './dom.ts';
import { meaningOf, type Point } from './guard.ts';
import { own } from './own.ts';
import { watchSight } from './sight.ts';
import { treeIn } from './tree.ts';

export interface ChipElement {
  /** What it stands at: the boxes of a field, or the list of codes. */
  move(anchors: readonly Element[]): void;
  say(text: string): void;
  remove(): void;
}

export interface Clicks {
  /** A person clicked, and meant it. */
  onMeant(): void;
  /** A click that may have been made to miss what it was meant for. */
  onOdd(): void;
}

// Set as texts of the CSS object model, which no content security policy of the page forbids.
const BUTTON =
  // What is inherited too: a text that the page makes transparent, or pushes aside, would be a button that says nothing.
  'all:initial;display:flex;box-sizing:border-box;align-items:center;gap:6px;min-height:28px;padding:3px 10px 3px 8px;border-radius:8px;' +
  'border:1px solid light-dark(#0b5c5c,#5ec4bd);background:light-dark(#fff,#14201f);' +
  'color:light-dark(#0b4a4a,#d8f3f0);box-shadow:0 1px 4px #0003;font:500 13px/1.3 system-ui,sans-serif;' +
  'white-space:nowrap;cursor:pointer';
/** Two strokes of a pen: a signature, and the one beside it. */
const MARK =
  'width:15px;height:14px;background:currentColor;clip-path:path("M0 8l2-1 2 3 5-9 1 1-6 11zM7 11l1-1 1 1 5-9 1 1-6 11z")';

/** Shows a chip that says `label`. */
export function showChip(anchors: readonly Element[], label: string, clicks: Clicks): ChipElement {
  const life = new AbortController();
  const host = document.createElement('div');
  const button = buttonIn(host.attachShadow({ mode: 'closed' }));
  own.add(host);
  host.popover = 'manual';
  const drawn = { host, button };
  standIn(homeOf(anchors), host);
  const sight = watchSight(drawn, life.signal);
  const chip: ChipElement = {
    move(to) {
      anchors = to;
      standIn(homeOf(anchors), host);
      sight.place(anchors, true);
    },
    say(text) {
      button.lastElementChild?.replaceChildren(text);
      sight.place(anchors, true);
      // What it says now has to be seen for as long as what it said at first: a click is an answer to what was read.
      sight.restart();
    },
    remove() {
      life.abort();
      host.remove();
    },
  };
  listen(button, life.signal, (point) => {
    const meaning = meaningOf(drawn, sight.now(), point, performance.now());
    if (meaning === 'meant') clicks.onMeant();
    else if (meaning === 'odd') clicks.onOdd();
    // Whoever clicks again and again at one place clicks at what was there before.
    else sight.restart();
  });
  followPage(() => sight.place(anchors, false), life.signal);
  chip.say(label);
  return chip;
}

const LAYER = 'dialog[open],[popover],:fullscreen';

/** What stands beside an open dialog, or a part of the page that fills the screen, takes no clicks or is not seen. */
function homeOf([field]: readonly Element[]): Element | ShadowRoot {
  let inner = field ?? null;
  for (let at = inner; at !== null; inner = at, at = slotOf(at) ?? drawnIn(at)) {
    // Beside its tree a component shows only what it has a slot for.
    const tree = inner?.getRootNode();
    if (matches(at, LAYER)) return tree instanceof ShadowRoot && tree.host === at ? tree : at;
  }
  return document.documentElement;
}

/** The slot that shows it where a component with a closed tree does, of which the element itself does not tell. */
function slotOf(element: Element): Element | null {
  const { parentElement } = element;
  const slots = parentElement && treeIn(parentElement)?.querySelectorAll('slot');
  return [...(slots ?? [])].find((slot) => attribute(slot, 'name') === attribute(element, 'slot')) ?? null;
}

/** The last element in there, and the last that came into the top layer. */
function standIn(home: Element | ShadowRoot, host: HTMLElement): void {
  if (host.parentNode === home) return;
  home.append(host);
  host.showPopover();
}

function buttonIn(root: ShadowRoot): HTMLButtonElement {
  const button = document.createElement('button');
  const mark = document.createElement('span');
  const text = document.createElement('span');
  button.style.cssText = BUTTON;
  mark.style.cssText = MARK;
  text.ariaLive = 'polite';
  button.append(mark, text);
  root.append(button);
  return button;
}

/** `onClick` hears where the pointer was, null for the keyboard. */
function listen(button: HTMLElement, signal: AbortSignal, onClick: (point: Point | null) => void): void {
  for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click']) {
    button.addEventListener(type, keepToOurselves, { signal });
  }
  const click = ({ isTrusted, detail, clientX: x, clientY: y }: MouseEvent): void => {
    // A page's script can make a click, but not one that the browser vouches for; and the second click of two was
    // begun at whatever the first one took away.
    if (isTrusted && detail <= 1) onClick(detail === 0 ? null : { x, y });
  };
  button.addEventListener('click', click, { signal });
}

/** The focus stays in the page, and a dialog that closes on clicks beside it does not hear of these. */
function keepToOurselves(event: Event): void {
  event.stopPropagation();
  if (event.type === 'mousedown') event.preventDefault();
}

function followPage(place: () => void, signal: AbortSignal): void {
  let due = 0;
  const soon = (): void => {
    cancelAnimationFrame(due);
    due = requestAnimationFrame(place);
  };
  signal.addEventListener('abort', () => cancelAnimationFrame(due));
  for (const type of ['scroll', 'resize']) {
    addEventListener(type, soon, { capture: true, passive: true, signal });
  }
}

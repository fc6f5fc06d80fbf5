/** The page as the background knows it: looked at when it changes, reported when that matters, filled when asked. */
import type { FillResult, FromPage, ToPage } from '../messages/contract.ts';
import type { Client, Handlers } from '../messages/rpc.ts';
import { formAround } from './entry.ts';
import { insist } from './insist.ts';
import { createKeys } from './keys.ts';
import { createOffers, type Offers } from './offers.ts';
import { cancels } from './cancels.ts';
import { readPictureAt, readPictures, signatureOf, type PictureElement } from './pictures.ts';
import { createScroll } from './scroll.ts';
import { fieldsOf, type Boxes } from './read-field.ts';
import { readPage, type Reading } from './read-page.ts';
import { createRelease, type Hooks, type Release } from './release.ts';
import { treesOf } from './tree.ts';

/** How soon a canvas that shows another code than before is noticed. */
const REDRAWN_MS = 1500;

const drawnOn = (canvases: readonly PictureElement[]): string => canvases.map(signatureOf).join();

export class Page {
  readonly #background: Client<FromPage>;
  readonly #keyOf = createKeys();
  readonly #release: (release: Release) => Promise<FillResult>;
  readonly #offers: Offers;
  #latest: Reading | null = null;
  /** What the background was told last, by its signature. */
  #told = '';
  /** The boxes that a code was written into: whatever follows may be the page's answer to it. */
  #filled: Boxes | null = null;
  /** What the browser's menu was opened on last. */
  #pointed: EventTarget | null = null;
  /** The background wants to hear whatever there is, for it has given a code to the page before this one. */
  #asked = false;

  readonly #arm: () => void;
  #timer: ReturnType<typeof setInterval> | undefined;

  /** `arm` makes the page be looked at soon. */
  constructor(background: Client<FromPage>, arm: () => void) {
    this.#background = background;
    this.#arm = arm;
    this.#release = createRelease(background);
    this.#offers = createOffers(
      (field) => this.#anchors(field),
      async ({ ticket, field }, hooks) => this.fill(ticket, field, hooks),
      background,
    );
  }

  /** Everything that stands there, reported or not. */
  read(thorough: boolean): Reading {
    return (this.#latest = readPage(this.#keyOf, thorough));
  }

  /** Reports what is new, and answers whether there is something to go on watching for. */
  look(): boolean {
    const expected = this.#asked || this.#filled !== null;
    const reading = this.read(expected);
    this.#offers.place();
    this.#followCanvases(reading.pictures.filter((picture) => picture instanceof HTMLCanvasElement));
    const matters = reading.worth || expected || this.#told !== '';
    if (matters && reading.signature !== this.#told) void this.#report(reading);
    return reading.alive || expected;
  }

  /** A canvas is drawn anew without a change that could be watched for: so these, and nothing else, are looked at again. */
  #followCanvases(canvases: readonly PictureElement[]): void {
    clearInterval(this.#timer);
    if (canvases.length === 0) return;
    const before = drawnOn(canvases);
    this.#timer = setInterval(() => {
      if (!document.hidden && drawnOn(canvases) !== before) this.#arm();
    }, REDRAWN_MS);
  }

  async #report({ facts, signature }: Reading): Promise<void> {
    this.#told = signature;
    // What was told later is not to be unsaid by what is told again.
    const isOld = (): boolean => signature !== this.#told;
    const chips = await insist(async () => (isOld() ? null : this.#background.report(facts))).catch(
      () => null,
    );
    if (isOld()) return;
    // Untold: the next look says it again.
    if (chips === null) this.#told = '';
    else this.#offers.show(chips);
  }

  #anchors(field: number | null): readonly Element[] {
    if (field !== null) return this.#latest?.fields.get(field) ?? [];
    // All of the list, or the chip would stand on its second column.
    return this.#latest?.list ?? [];
  }

  async fill(ticket: string, field: number | null, hooks: Hooks): Promise<FillResult> {
    const find = (): Boxes | null =>
      fieldsOf(treesOf()).find((boxes) => this.#keyOf(boxes) === field) ?? null;
    const before = this.#filled;
    // Set at once, for a page may submit its form on the last character.
    this.#filled = find();
    const result = await this.#release({ ticket, find, ...hooks });
    if (result !== 'filled' && result !== 'not-taken') this.#filled = before;
    return result;
  }

  /** A form is being submitted. */
  submitted(target: EventTarget | null): void {
    // Nobody waits for the answer: the page may be gone before it comes.
    if (this.#filled?.some((box) => formAround(box) === target))
      this.#background.submitted().catch(() => null);
  }

  /** Something was pressed: by a click, or by Escape. */
  pressed(event: Event): void {
    if (!event.isTrusted || this.#filled === null) return;
    const { target } = event;
    const closes =
      event instanceof KeyboardEvent ? event.key === 'Escape' : target instanceof Element && cancels(target);
    if (closes) this.#background.cancelled().catch(() => null);
  }

  /** The browser's menu is being opened. */
  pointedAt(event: Event): void {
    // Of what stands in a component the document names the component.
    if (event.isTrusted) this.#pointed = event.composedPath()[0] ?? null;
  }

  /** The field that the menu was opened on; of one that this half came too late to hear of, the one that the press has entered. */
  pointed(): number | null {
    const all = fieldsOf(treesOf());
    const withBox = (is: (box: Element) => boolean) => all.find((boxes) => boxes.some(is));
    const boxes = withBox((box) => box === this.#pointed) ?? withBox((box) => box.matches(':focus'));
    return boxes === undefined ? null : this.#keyOf(boxes);
  }

  withdraw(): void {
    this.#offers.show([]);
  }

  /** The extension that this belongs to is gone. */
  end(): void {
    this.withdraw();
    this.#followCanvases([]);
  }

  /** The next look is reported even if nothing changed, or nothing is there. */
  forget(): void {
    this.#told = '';
    this.#asked = true;
  }

  /** The document is left, and may be come back to. */
  leave(): void {
    this.withdraw();
    this.#told = '';
  }
}

/** `arm` makes the page be looked at soon. */
export function handlersOf(page: Page, arm: () => void): Handlers<ToPage, null> {
  return {
    look: () => page.read(true).facts,
    pictures: () => readPictures(page.read(true).pictures),
    picture: ({ src }) => readPictureAt(treesOf(), src),
    scroll: createScroll(),
    fill: async ({ ticket, field }) =>
      new Promise((resolve, reject) => {
        // Nobody waits half a minute for an answer: the fill goes on after it.
        page
          .fill(ticket, field, { onWait: () => resolve('waiting') })
          .then(resolve, reject)
          .finally(arm);
      }),
    pointed: () => page.pointed(),
    withdraw: () => {
      page.withdraw();
      return null;
    },
  };
}

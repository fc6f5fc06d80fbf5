/**
 * The chip that Countersign stands beside a field. Its content is in a closed shadow root, out of every page's and
 * every test's reach: so it is found as a person finds it, by where it stands, and pressed with the mouse.
 */
import type { Page } from 'puppeteer-core';
import { until } from '../until.ts';

/** A chip takes no click before it has stood still for half a second. */
const SETTLED = 700; // ms

interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export class Chip {
  readonly #page: Page;
  readonly #patience: number | undefined;

  /** @param patience ms to wait for it; the usual time without */
  constructor(page: Page, patience?: number) {
    this.#page = page;
    this.#patience = patience;
  }

  /** Waits for it to appear. */
  async appears(): Promise<void> {
    await until('a chip stands on the page', () => this.#place(), this.#patience);
  }

  /** Waits for it to go. */
  async goes(): Promise<void> {
    await until('no chip stands on the page', async () => (await this.#place()) === null);
  }

  async isThere(): Promise<boolean> {
    return (await this.#place()) !== null;
  }

  /** Waits until it takes clicks. */
  async settles(): Promise<void> {
    await this.#settled();
  }

  /** Clicks it as soon as it takes clicks. */
  async press(): Promise<void> {
    await this.#page.bringToFront();
    await this.clickWhereItStands();
  }

  /** Clicks where it stands, once it has settled there, whatever may lie above it. */
  async clickWhereItStands(): Promise<void> {
    const { x, y } = await this.comesUnderThePointer();
    await this.#page.mouse.click(x, y);
  }

  /** Comes to it with the pointer, once it takes clicks, and does not press. */
  async comesUnderThePointer(): Promise<{ x: number; y: number }> {
    const { x, y, width, height } = await this.#settled();
    const middle = { x: x + width / 2, y: y + height / 2 };
    await this.#page.mouse.move(middle.x, middle.y);
    return middle;
  }

  /** Presses it, and waits for the code that it writes into the field: for as long as a period, if need be. */
  async fills(field: string): Promise<string> {
    await this.press();
    const code = () => this.#page.$eval(field, (input) => (input as HTMLInputElement).value);
    return until(`a code stands in ${field}`, async () => (await code()) || null, 45_000);
  }

  async #settled(): Promise<Place> {
    await this.appears();
    let place: Place | null = null;
    let since = Date.now();
    return until(
      'the chip stands still',
      async () => {
        const now = await this.#place();
        if (JSON.stringify(now) !== JSON.stringify(place)) since = Date.now();
        place = now;
        return Date.now() - since > SETTLED ? now : null;
      },
      this.#patience,
    );
  }

  async #place(): Promise<Place | null> {
    for (const frame of this.#page.frames()) {
      const chip = await frame.$('div[popover=manual]:popover-open');
      const place = await chip?.boundingBox();
      if (place) return place;
    }
    return null;
  }
}

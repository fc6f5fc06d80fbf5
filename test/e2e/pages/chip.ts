/**
 * The chip that Countersign stands beside a field. Its content is in a closed shadow root, out of every page's and
 * every test's reach: so it is found as a person finds it, by where it stands, and pressed with the mouse.
 */
import { setTimeout } from 'node:timers/promises';
import type { ElementHandle, Page } from 'puppeteer-core';
import { until } from '../until.ts';

/** A chip takes no click before it has stood still for half a second. */
const SETTLED = 700; // ms
/** Whoever sees that nothing comes of a click clicks again. */
const AGAIN = 2_000; // ms

interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface Standing {
  readonly host: ElementHandle;
  readonly place: Place;
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
    await until('a chip stands on the page', () => this.#find(), this.#patience);
  }

  /** Waits for it to go. */
  async goes(): Promise<void> {
    await until('no chip stands on the page', async () => (await this.#find()) === null);
  }

  async isThere(): Promise<boolean> {
    return (await this.#find()) !== null;
  }

  /** Waits until it takes clicks. */
  async settles(): Promise<void> {
    await this.#settled();
  }

  /**
   * Clicks it as soon as it takes clicks, until it is seen to have taken one. It counts the time from when the browser has drawn
   * it, which on a busy machine is later than it was there, and shows nothing where a click came too early.
   */
  async press(): Promise<void> {
    await this.#page.bringToFront();
    const { host, place } = await this.#settled();
    const width = await widthOf(host);
    // Of one that has taken a click the label changes, and never back; or it is gone, maybe with its page.
    const hasTaken = async () => (await widthOf(host)) !== width;
    let at: Place | null = place;
    const takes = async () => {
      // The page may go before the driver has heard that the button was let go.
      if (at !== null) await this.#click(at).catch(() => undefined);
      const taken = await until('it has taken the click', hasTaken, AGAIN).catch(() => false);
      at = await host.boundingBox().catch(() => null);
      return taken;
    };
    await until('the chip takes the click', takes, this.#patience);
  }

  /** Clicks where it stands, once it has settled there, whatever may lie above it. */
  async clickWhereItStands(): Promise<void> {
    const { x, y } = await this.comesUnderThePointer();
    await this.#page.mouse.click(x, y);
  }

  async #click(place: Place): Promise<void> {
    const { x, y } = middleOf(place);
    await this.#page.mouse.click(x, y);
  }

  /** Comes to it with the pointer, once it takes clicks, and does not press. */
  async comesUnderThePointer(): Promise<{ x: number; y: number }> {
    const middle = middleOf((await this.#settled()).place);
    await this.#page.mouse.move(middle.x, middle.y);
    return middle;
  }

  /** Presses it, and waits for the code that it writes into the field: for as long as a period, if need be. */
  async fills(field: string): Promise<string> {
    await this.press();
    const code = () => this.#page.$eval(field, (input) => (input as HTMLInputElement).value);
    return until(`a code stands in ${field}`, async () => (await code()) || null);
  }

  async #settled(): Promise<Standing> {
    await this.appears();
    let place: Place | null = null;
    let since = Date.now();
    return until(
      'the chip stands still',
      async () => {
        const now = await this.#find();
        if (JSON.stringify(now?.place) !== JSON.stringify(place)) since = Date.now();
        place = now?.place ?? null;
        if (now !== null && Date.now() - since > SETTLED) return now;
        // Each look costs as much as many milliseconds of standing still.
        await setTimeout(SETTLED / 2);
        return null;
      },
      this.#patience,
    );
  }

  async #find(): Promise<Standing | null> {
    for (const frame of this.#page.frames()) {
      // Of a field in a component it may stand in that.
      const host = await frame.$('>>> div[popover=manual]:popover-open');
      const place = await host?.boundingBox();
      if (host && place) return { host, place };
    }
    return null;
  }
}

function middleOf({ x, y, width, height }: Place): { x: number; y: number } {
  return { x: x + width / 2, y: y + height / 2 };
}

/** null where it is gone. */
async function widthOf(host: ElementHandle): Promise<number | null> {
  return host
    .evaluate((element) => (element.isConnected ? element.getBoundingClientRect().width : null))
    .catch(() => null);
}

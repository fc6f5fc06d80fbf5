/** A page of the demo site's zoo: one of the ways in which the web asks for a code, or shows what an account is made of. */
import type { Page } from 'puppeteer-core';

/** What the fields of the page hold, as its own script tells it. */
interface Held {
  readonly content: string;
  readonly verdict: string;
}

/** Nothing on any page happens later than this, ms. */
const LATE = 1_000;

export class ShapePage {
  readonly #page: Page;
  readonly #origin: string;

  constructor(page: Page, origin: string) {
    this.#page = page;
    this.#origin = origin;
  }

  async visit(id: string): Promise<void> {
    await this.#page.goto(`${this.#origin}/shapes/${id}`);
  }

  /** Presses whatever stands before the field or the picture, and waits for what the page does late. */
  async goOn(): Promise<void> {
    for (const selector of ['[data-shows]', '[data-next]']) {
      const button = await this.#page.$(selector);
      await button?.click();
    }
    if ((await this.#page.$('[data-when]')) !== null) await this.#outlast(LATE);
  }

  /** Waits until the extension's script has looked at the page: 200 ms after it was loaded, and when the page is idle. */
  async rests(): Promise<void> {
    await this.#outlast(250);
  }

  /**
   * Lets happen what was set for this time or an earlier one, ms: the timers of a page, the extension's among them, end in the
   * order in which they are due.
   */
  async #outlast(time: number): Promise<void> {
    await this.#page.evaluate(
      (time) =>
        new Promise((done) => {
          setTimeout(() => requestIdleCallback(done, { timeout: 500 }), time);
        }),
      time,
    );
  }

  /** In the frames too. */
  async held(): Promise<readonly Held[]> {
    const all = await Promise.all(
      this.#page.frames().map((frame) =>
        frame.$$eval('output[data-testid=state]', (outputs) =>
          outputs.map(({ dataset }) => ({
            content: dataset['dom'] ?? '',
            verdict: dataset['verdict'] ?? '',
          })),
        ),
      ),
    );
    return all.flat();
  }
}

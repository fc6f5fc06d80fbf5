/** A text field of a page, in which a person sees what is on the clipboard, and from which they copy. */
import type { Page } from 'puppeteer-core';

export class Scratchpad {
  readonly #page: Page;
  readonly #field: string;

  /** `field`: a selector. */
  constructor(page: Page, field: string) {
    this.#page = page;
    this.#field = field;
  }

  /** What pasting gives. */
  async paste(): Promise<string> {
    await this.#clear();
    await this.#shortcut('v', 'Paste');
    return this.#page.$eval(this.#field, (field) => (field as HTMLInputElement).value);
  }

  async copy(text: string): Promise<void> {
    await this.#clear();
    await this.#page.keyboard.type(text);
    await this.#shortcut('a', 'SelectAll');
    await this.#shortcut('c', 'Copy');
  }

  async #clear(): Promise<void> {
    await this.#page.bringToFront();
    await this.#page.locator(this.#field).click();
    await this.#shortcut('a', 'SelectAll');
    await this.#page.keyboard.press('Backspace');
  }

  /** `command`: what Chromium's own windows, which its driver goes around, make of these keys. */
  async #shortcut(key: 'a' | 'c' | 'v', command: string): Promise<void> {
    await this.#page.keyboard.down('Control');
    await this.#page.keyboard.press(key, { commands: [command] });
    await this.#page.keyboard.up('Control');
  }
}

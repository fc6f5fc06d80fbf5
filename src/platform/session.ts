/**
 * `storage.session`: memory of the browser, not of its disk. It outlives the background, which the browser ends
 * after 30 s of rest, and dies with the browser. Content scripts cannot read it.
 */
import { browser } from './browser.ts';

export const session = {
  async get(key: string): Promise<unknown> {
    return (await browser.storage.session.get(key))[key];
  },
  async set(key: string, value: unknown): Promise<void> {
    await browser.storage.session.set({ [key]: value });
  },
  async remove(key: string): Promise<void> {
    await browser.storage.session.remove(key);
  },
};

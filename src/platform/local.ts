/** `storage.local`: on the disk, readable to content scripts in Firefox. Nothing secret ever lies there. */
import { browser } from './browser.ts';

export const local = {
  async get(key: string): Promise<unknown> {
    return (await browser.storage.local.get(key))[key];
  },
  async set(key: string, value: unknown): Promise<void> {
    await browser.storage.local.set({ [key]: value });
  },
};

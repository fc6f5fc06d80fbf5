/** What a test needs to know, or to leave behind, before it searches a profile. */
import type { Page } from 'puppeteer-core';
import type { Seat } from './stage.ts';

/** Whatever in the session's memory has the size of a key. */
export async function keysInMemory({ driven, page }: Seat): Promise<readonly Uint8Array[]> {
  const held = JSON.stringify(await driven.sessionStorage(page));
  const texts = held.match(/(?<=")[\w+/-]{43}=?(?=")/g) ?? [];
  return texts.map((text) => Buffer.from(text, 'base64'));
}

/** Stores a text wherever a page can store one, and waits until it has been written. */
export async function plant(page: Page, text: string): Promise<void> {
  await page.evaluate(async (text) => {
    localStorage.setItem('control', text);
    await new Promise((done) => {
      const opening = indexedDB.open('control', 1);
      opening.addEventListener('upgradeneeded', () => opening.result.createObjectStore('control'));
      opening.addEventListener('success', () => {
        const writing = opening.result.transaction('control', 'readwrite', { durability: 'strict' });
        writing.objectStore('control').put(text, 'control');
        writing.addEventListener('complete', done);
      });
    });
  }, text);
}

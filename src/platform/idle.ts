/** Whether anybody uses this computer. */
import { browser } from './browser.ts';

/** From now on `idle` is heard of after this many seconds without a key or the mouse; browsers take 15 and more. */
export function setIdleAfter(seconds: number): void {
  browser.idle.setDetectionInterval(seconds);
}

/** Whether it was like that for this many seconds. */
export async function isIdleFor(seconds: number): Promise<boolean> {
  return (await browser.idle.queryState(seconds)) !== 'active';
}

/** Hears when it becomes idle, and when its screen is locked, which Firefox never tells (`quirks.ts`). */
export function onIdle(heard: (state: 'idle' | 'locked') => void): void {
  browser.idle.onStateChanged.addListener((state) => {
    if (state !== 'active') heard(state);
  });
}

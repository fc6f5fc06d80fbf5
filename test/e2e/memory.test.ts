/** What is left in the background's memory after a lock. Only Chromium lets a test look into it. */
import type { Browser } from 'puppeteer-core';
import { TargetType } from 'puppeteer-core';
import { expect } from 'vitest';
import { inPopup, keepByHand } from './life.ts';
import { setupKeyOf } from './pages/cloudmc.ts';
import { onEachBrowser } from './stage.ts';
import { PATIENCE } from './until.ts';

onEachBrowser(
  'V46: a locked vault leaves no key and no secret in the memory of the background',
  async (stage) => {
    const { driven, page } = stage;
    await keepByHand(stage);
    const { vault } = (await driven.sessionStorage(page)) as { vault: { key: string } };
    const needles = [vault.key, setupKeyOf('bob')];
    await inPopup(stage, (popup) => popup.lock());
    const heap = await heapOfWorker(driven.browser);
    // What the memory holds is seen: a text of the worker's own.
    expect(heap).toContain('countersign/record/overview/v1');
    expect(needles.filter((needle) => heap.includes(needle))).toEqual([]);
  },
  { kinds: ['chromium'] },
);

/** Every text in it, after it was swept. */
async function heapOfWorker(browser: Browser): Promise<string> {
  const target = await browser.waitForTarget((one) => one.type() === TargetType.SERVICE_WORKER, {
    timeout: PATIENCE,
  });
  const session = await target.createCDPSession();
  const chunks: string[] = [];
  session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => chunks.push(chunk));
  await session.send('HeapProfiler.enable');
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.takeHeapSnapshot');
  await session.detach();
  return chunks.join('');
}

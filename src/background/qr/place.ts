/** Where the worker that reads pictures runs; files as in the built extension. */
import { startOffscreenThread } from '../../platform/offscreen.ts';
import { backgroundStartsWorkers } from '../../platform/quirks.ts';
import { startThread, type Thread } from '../../platform/thread.ts';

export const WORKER = 'src/background/qr/worker.js';

export function startReading(): Thread {
  return backgroundStartsWorkers ? startThread(WORKER) : startOffscreenThread();
}

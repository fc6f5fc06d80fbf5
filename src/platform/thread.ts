/** Workers of our own: where code runs that may have to be ended in the middle. */
import { browser } from './browser.ts';

export interface Thread {
  /** One question at a time; rejects when the worker fails. What is transferred is here no longer. */
  ask(question: unknown, transfer: ArrayBuffer[]): Promise<unknown>;
  end(): void;
}

interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL(url: string): string },
  ): { createScriptURL(url: string): string };
}

/**
 * A worker's address is a script's, which our pages may take from nowhere else than this policy; it knows only files of
 * ours. Firefox before 148 has no such rule.
 */
const trusted = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes?.createPolicy('thread', {
  createScriptURL: (file) => browser.runtime.getURL(file),
});

/** `file` as in the built extension. */
export function startThread(file: string): Thread {
  const worker = new Worker(trusted?.createScriptURL(file) ?? browser.runtime.getURL(file));
  return {
    ask: (question, transfer) =>
      new Promise((resolve, reject) => {
        const once = { once: true };
        worker.addEventListener('message', ({ data }: MessageEvent<unknown>) => resolve(data), once);
        worker.addEventListener('error', () => reject(new Error('a worker has failed')), once);
        worker.postMessage(question, transfer);
      }),
    end: () => worker.terminate(),
  };
}

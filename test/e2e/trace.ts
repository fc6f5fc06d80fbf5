/** What Chromium's own trace says of the page's thread. Firefox has none that its driver reaches. */
import type { Page } from 'puppeteer-core';
import type { Driven } from './browser.ts';

interface TraceEvent {
  readonly name: string;
  /** Microseconds, by the wall and by the thread's own clock, which stands still while another process runs. */
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: { readonly data?: { readonly url?: string; readonly scriptName?: string } };
}

/** What runs in pages; the rest of the extension has threads of its own, which the trace shows too. */
const OURS = /^chrome-extension:\/\/\w+\/src\/content\//;

/** The longest task of the extension's scripts on the page's thread while `act` runs, in ms; 0 in Firefox. */
export async function longestOwnTask(
  { page, driven }: { readonly page: Page; readonly driven: Driven },
  act: () => Promise<void>,
): Promise<number> {
  if (driven.kind === 'firefox') {
    await act();
    return 0;
  }
  await page.tracing.start({ categories: ['devtools.timeline', 'v8.execute'] });
  await act();
  const trace = await page.tracing.stop();
  const { traceEvents } = JSON.parse(new TextDecoder().decode(trace)) as { traceEvents: TraceEvent[] };
  const ours = traceEvents.filter(({ args }) => OURS.test(args?.data?.url ?? args?.data?.scriptName ?? ''));
  if (ours.length === 0) throw new Error('the trace shows no script of ours: it proves nothing');
  return Math.max(...ours.map(({ tdur, dur }) => (tdur ?? dur ?? 0) / 1000));
}

/** What Chromium's own trace says of the thread of a page. */
import type { Page } from 'puppeteer-core';

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds: the beginning and the length by the wall, and by the thread's own clock, which stands still while another runs. */
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: { readonly data?: { readonly url?: string; readonly message?: string } };
}

/** Milliseconds of the page's thread, by its own clock. */
export interface Cost {
  /** All that it did: the page's work too, and what the browser does for both. */
  readonly thread: number;
  /** Scripts of the extension, with the layout that they ask for. */
  readonly own: number;
  /** The longest that one of these ran without a break. */
  readonly longest: number;
  /** How often one of the scripts began to run. */
  readonly runs: number;
}

const CATEGORIES = ['toplevel', 'devtools.timeline', 'blink.user_timing'];
/** What runs in pages; the rest of the extension has threads of its own. */
const OURS = /^chrome-extension:\/\/\w+\/src\/content\//;
const TASK = 'ThreadControllerImpl::RunTask';
/** Tells the page's thread from all others in the trace. */
const MARK = 'measured here';

/** What the thread of this page does while `act` runs; where that loads a page, from its first byte on. */
export async function costOf(page: Page, act: () => Promise<void>): Promise<Cost> {
  const events = await traceOf(page, act);
  const own = outermost(events.filter(isOurs)).map(lengthOf);
  const tasks = outermost(events.filter(({ name }) => name === TASK)).map(lengthOf);
  const runs = events.filter(isNamedOurs).length;
  return { thread: sum(tasks), own: sum(own), longest: Math.max(0, ...own), runs };
}

async function traceOf(page: Page, act: () => Promise<void>): Promise<readonly TraceEvent[]> {
  await page.tracing.start({ categories: CATEGORIES });
  await act();
  await page.evaluate((mark) => performance.mark(mark), MARK);
  const trace = await page.tracing.stop();
  const { traceEvents } = JSON.parse(new TextDecoder().decode(trace)) as { traceEvents: TraceEvent[] };
  const here = traceEvents.find(({ name }) => name === MARK);
  if (here === undefined) throw new Error('the trace does not show the page that it is of');
  const onThread = traceEvents.filter(({ pid, tid }) => pid === here.pid && tid === here.tid);
  const loaded = onThread.filter(({ name }) => name === 'CommitLoad').map(({ ts }) => ts);
  const start = Math.min(...loaded);
  return loaded.length === 0 ? onThread : onThread.filter(({ ts, dur = 0 }) => ts + dur >= start);
}

function isNamedOurs({ name, args }: TraceEvent): boolean {
  return (name === 'EvaluateScript' || name === 'FunctionCall') && OURS.test(args?.data?.url ?? '');
}

/**
 * What goes on after a promise stands in the trace without the script that it is of. The pages of the bench use none, so
 * that these are ours, but for some microseconds of the driver's.
 */
const isOurs = (event: TraceEvent): boolean => event.name === 'RunMicrotasks' || isNamedOurs(event);

/** Without those that are parts of another. */
function outermost(events: readonly TraceEvent[]): readonly TraceEvent[] {
  let end = 0;
  return events
    .toSorted((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0))
    .filter(({ ts, dur = 0 }) => {
      const isOuter = ts >= end;
      if (isOuter) end = ts + dur;
      return isOuter;
    });
}

const lengthOf = ({ tdur, dur }: TraceEvent): number => (tdur ?? dur ?? 0) / 1000;

const sum = (values: readonly number[]): number => values.reduce((all, one) => all + one, 0);

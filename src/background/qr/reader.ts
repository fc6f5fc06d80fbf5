/**
 * Has pictures read by a worker, one after the other. A picture is anybody's: what is bounded by steps in
 * `core/qr/work.ts` is bounded by time here, for a step may cost more than was ever measured, and a picture file may be
 * one that the browser itself needs minutes and gigabytes to unpack. Then the worker is ended and the picture refused; the next one
 * gets a new worker.
 */
import type { Thread } from '../../platform/thread.ts';
import { type Answer, bytesOf, type Job, PictureRefused } from './job.ts';

/** Many times what the work cap allows on a slow and busy machine; ms. */
const DEADLINE = 10_000;
/** A worker without work keeps its memory, and the last picture in it, no longer than this; ms. */
const IDLE = 5_000;

export interface Reader {
  /** The texts of the QR codes in a picture; throws `PictureRefused`. */
  read(job: Job): Promise<readonly string[]>;
}

/** Calls back after so many ms; answers how to take that back. */
export type Timer = (ms: number, rung: () => void) => () => void;

export function createReader(start: () => Thread, timer: Timer): Reader {
  let thread: Thread | null = null;
  let turn: Promise<unknown> = Promise.resolve();
  let stopWaiting: (() => void) | null = null;
  const end = () => {
    thread?.end();
    thread = null;
  };
  const inTurn = async (job: Job): Promise<Answer> => {
    stopWaiting?.();
    thread ??= start();
    const answer = await answerOf(thread, job, timer);
    if ('refused' in answer && answer.refused !== 'no-picture') end();
    else stopWaiting = timer(IDLE, end);
    return answer;
  };
  return {
    async read(job) {
      const own = turn.then(() => inTurn(job));
      turn = own.catch(() => null);
      const answer = await own;
      if ('refused' in answer) throw new PictureRefused(answer.refused);
      return answer.texts;
    },
  };
}

async function answerOf(thread: Thread, job: Job, timer: Timer): Promise<Answer> {
  const late = Promise.withResolvers<Answer>();
  const stop = timer(DEADLINE, () => late.resolve({ refused: 'gave-up' }));
  const asked = thread.ask(job, [bytesOf(job).buffer]) as Promise<Answer>;
  const answer = await Promise.race([asked.catch(() => ({ refused: 'failed' }) as const), late.promise]);
  stop();
  return answer;
}

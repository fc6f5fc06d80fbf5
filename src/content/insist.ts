import { CallFailed } from '../messages/rpc.ts';
import { sleep } from './sleep.ts';

/** Before each further try, ms. On a busy machine a browser takes seconds to end a background. */
const PAUSES = [0, 200, 1000, 5000, 20_000];

/**
 * A background that is ended in the middle of it answers nothing, and one that is just ending may do so several times: the
 * next call wakes it. On a page that does not change nothing else would bring the call about again.
 */
export async function insist<T>(call: () => Promise<T>): Promise<T> {
  for (const pause of PAUSES) {
    try {
      return await call();
    } catch (error) {
      // It was answered, by a no; `internal` is also what no answer at all is taken for.
      if (error instanceof CallFailed && error.failure !== 'internal') throw error;
      await sleep(pause);
    }
  }
  return call();
}

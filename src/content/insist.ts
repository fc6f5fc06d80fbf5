import { CallFailed } from '../messages/rpc.ts';
import { sleep } from './sleep.ts';

/** Before each further try, ms. */
const PAUSES = [0, 200, 1000];

/**
 * A background that is ended in the middle of it answers nothing, and one that is just ending may do so twice: the next
 * call wakes it.
 */
export async function insist<T>(call: () => Promise<T>): Promise<T> {
  for (const pause of PAUSES) {
    try {
      return await call();
    } catch (error) {
      // It was answered, by a no.
      if (error instanceof CallFailed) throw error;
      await sleep(pause);
    }
  }
  return call();
}

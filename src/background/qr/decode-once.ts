/**
 * Reads a picture once, however often its page is looked at while it stands there. What was read lies in the
 * worker's memory alone, of the last few pictures, and goes with the worker or with the lock.
 */
import { toHex } from '../../core/bytes.ts';
import { bytesOf, type Job, PictureRefused, type Refusal } from './job.ts';
import type { Reader } from './reader.ts';

const MOST = 24;

export interface Decoder {
  /** The texts of the QR codes in a picture; throws `PictureRefused`. */
  textsIn(job: Job): Promise<readonly string[]>;
  forget(): void;
}

type Known = readonly string[] | Refusal;

export function createDecoder(reader: Reader): Decoder {
  const known = new Map<string, Known>();
  const read = async (job: Job): Promise<Known> => {
    try {
      return await reader.read(job);
    } catch (error) {
      if (error instanceof PictureRefused) return error.reason;
      throw error;
    }
  };
  return {
    async textsIn(job) {
      const name = await nameOf(job);
      const result = known.get(name) ?? (await read(job));
      known.delete(name);
      // What has failed may go well the next time; what took too long takes as long again.
      if (result !== 'failed') known.set(name, result);
      for (const oldest of [...known.keys()].slice(0, -MOST)) known.delete(oldest);
      if (typeof result === 'string') throw new PictureRefused(result);
      return result;
    },
    forget: () => known.clear(),
  };
}

async function nameOf(job: Job): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', bytesOf(job));
  const kind = 'pixels' in job ? `${job.pixels.width}x${job.pixels.height}` : 'file';
  return `${kind}:${toHex(new Uint8Array(digest))}`;
}

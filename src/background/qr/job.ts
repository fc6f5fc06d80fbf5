/** What crosses between the background and the worker that reads pictures. */
import type { Pixels } from '../../core/qr/decode.ts';

/** Its bytes go over to the worker: who has asked has them no longer. */
export type Job =
  | { readonly pixels: Pixels & { readonly luma: Uint8Array<ArrayBuffer> } }
  /** A picture file, in whatever kind the browser knows. */
  | { readonly file: Uint8Array<ArrayBuffer> };

export type Answer = { readonly texts: readonly string[] } | { readonly refused: Refusal };

export type Refusal =
  | 'no-picture' // the browser does not know it for one
  | 'gave-up' // it took longer than any picture may
  | 'failed'; // no memory for it, or no worker to be had

/** A picture that was not read to its end. */
export class PictureRefused extends Error {
  override readonly name = 'PictureRefused';
  readonly reason: Refusal;
  constructor(reason: Refusal) {
    super(reason);
    this.reason = reason;
  }
}

export function bytesOf(job: Job): Uint8Array<ArrayBuffer> {
  return 'pixels' in job ? job.pixels.luma : job.file;
}

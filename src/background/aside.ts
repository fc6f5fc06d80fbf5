/** The document that Chrome's background opens beside itself: it hands pictures on to the worker, and has a clipboard. */
import { unfocusedClipboard } from '../platform/clipboard.ts';
import { answerBackground } from '../platform/offscreen.ts';
import { startThread, type Thread } from '../platform/thread.ts';
import { clearIfOurs, isMark } from './clipboard/mark.ts';
import { bytesOf, type Job } from './qr/job.ts';
import { WORKER } from './qr/place.ts';

let thread: Thread | null = null;

function read(job: Job): Promise<unknown> {
  thread ??= startThread(WORKER);
  return thread.ask(job, [bytesOf(job).buffer]);
}

answerBackground((question) =>
  isMark(question) ? clearIfOurs(question, unfocusedClipboard) : read(question as Job),
);

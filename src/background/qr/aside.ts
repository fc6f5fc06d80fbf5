/** The document in which Chrome lets the worker run: it hands pictures on, and answers back. */
import { answerBackground } from '../../platform/offscreen.ts';
import { startThread } from '../../platform/thread.ts';
import { bytesOf, type Job } from './job.ts';
import { WORKER } from './place.ts';

const thread = startThread(WORKER);
answerBackground(
  (job, transfer) => thread.ask(job, transfer),
  (job) => [bytesOf(job as Job).buffer],
);

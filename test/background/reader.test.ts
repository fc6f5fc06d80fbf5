/** The worker is a real one of Node's, so that what cannot be stopped from within is really ended. */
import { Worker } from 'node:worker_threads';
import { afterEach, describe, expect, test } from 'vitest';
import type { Job } from '../../src/background/qr/job.ts';
import { createReader } from '../../src/background/qr/reader.ts';
import type { Thread } from '../../src/platform/thread.ts';

/** Answers with the first byte, by 255 never, by 254 with no memory, by 253 not at all but by failing. */
const CODE = `
  require('node:worker_threads').parentPort.on('message', ({ file: [byte] }) => {
    if (byte === 255) for (;;);
    if (byte === 253) throw new Error('failed');
    const answer = byte === 254 ? { refused: 'failed' } : byte === 252 ? { refused: 'no-picture' } : { texts: [String(byte)] };
    require('node:worker_threads').parentPort.postMessage(answer);
  });
`;

const running = new Set<Worker>();
afterEach(async () => {
  await Promise.all([...running].map((worker) => worker.terminate()));
  running.clear();
});

function reading() {
  const log: string[] = [];
  const timers: { ms: number; rung: () => void }[] = [];
  const start = (): Thread => {
    log.push('start');
    const worker = new Worker(CODE, { eval: true });
    running.add(worker);
    return {
      ask: (question, transfer) =>
        new Promise((resolve, reject) => {
          worker.once('message', resolve);
          worker.once('error', reject);
          worker.postMessage(question, transfer);
        }),
      end: () => {
        log.push('end');
        running.delete(worker);
        void worker.terminate().then(() => log.push('ended'));
      },
    };
  };
  const reader = createReader(start, (ms, rung) => {
    const timer = { ms, rung };
    timers.push(timer);
    return () => void timers.splice(timers.indexOf(timer), 1);
  });
  /** The timer that was set last goes off, once there is one of so many ms. */
  const ring = async (ms: number) => {
    await expect.poll(() => timers.some((timer) => timer.ms === ms)).toBe(true);
    timers.find((timer) => timer.ms === ms)?.rung();
  };
  return { reader, log, ring, timers };
}

const picture = (byte: number): Job => ({ file: Uint8Array.of(byte) });
const [DEADLINE, IDLE] = [10_000, 5_000];

describe('a picture', () => {
  test('is read by one worker after the other picture', async () => {
    const { reader, log } = reading();
    expect(await Promise.all([1, 2, 3].map((byte) => reader.read(picture(byte))))).toEqual([
      ['1'],
      ['2'],
      ['3'],
    ]);
    expect(log).toEqual(['start']);
  });

  test('that takes longer than the deadline is refused, its worker really ended, and the next one read', async () => {
    const { reader, log, ring } = reading();
    const endless = reader.read(picture(255));
    const next = reader.read(picture(7));
    await ring(DEADLINE);
    await expect(endless).rejects.toMatchObject({ name: 'PictureRefused', reason: 'gave-up' });
    expect(await next).toEqual(['7']);
    await expect.poll(() => log).toContain('ended');
    expect(log.filter((entry) => entry === 'start')).toHaveLength(2);
  });

  test.each([254, 253])('whose worker fails is refused, and the next one gets a new worker', async (byte) => {
    const { reader, log } = reading();
    await expect(reader.read(picture(byte))).rejects.toMatchObject({ reason: 'failed' });
    expect(await reader.read(picture(7))).toEqual(['7']);
    expect(log.filter((entry) => entry === 'start')).toHaveLength(2);
  });

  test('that is none is refused, and its worker lives on', async () => {
    const { reader, log } = reading();
    await expect(reader.read(picture(252))).rejects.toMatchObject({ reason: 'no-picture' });
    expect(await reader.read(picture(7))).toEqual(['7']);
    expect(log).toEqual(['start']);
  });

  test('leaves nothing behind: its worker is ended once there is nothing more to read', async () => {
    const { reader, log, ring, timers } = reading();
    await reader.read(picture(1));
    await ring(IDLE);
    await expect.poll(() => log).toContain('ended');
    timers.length = 0;
    expect(await reader.read(picture(2))).toEqual(['2']);
    expect(log.filter((entry) => entry === 'start')).toHaveLength(2);
  });
});

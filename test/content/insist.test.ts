import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { insist } from '../../src/content/insist.ts';
import { CallFailed } from '../../src/messages/rpc.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function failing(times: number, error: Error) {
  let calls = 0;
  const call = () => {
    calls += 1;
    return calls > times ? Promise.resolve('answered') : Promise.reject(error);
  };
  return { call, calls: () => calls };
}

test('a call that a background which was just ending did not answer is made again', async () => {
  const { call, calls } = failing(4, new Error('no receiver'));
  const answer = insist(call);
  await vi.runAllTimersAsync();
  expect(await answer).toBe('answered');
  expect(calls()).toBe(5);
});

test('one that came to nothing for a reason of the moment is made again', async () => {
  const { call, calls } = failing(1, new CallFailed('internal'));
  const answer = insist(call);
  await vi.runAllTimersAsync();
  expect(await answer).toBe('answered');
  expect(calls()).toBe(2);
});

test('one that nobody ever answers fails in the end', async () => {
  const { call } = failing(99, new Error('no receiver'));
  const failed = expect(insist(call)).rejects.toThrow('no receiver');
  await vi.runAllTimersAsync();
  await failed;
});

test('a no is an answer', async () => {
  const { call, calls } = failing(1, new CallFailed('not-allowed'));
  await expect(insist(call)).rejects.toThrow(CallFailed);
  expect(calls()).toBe(1);
});

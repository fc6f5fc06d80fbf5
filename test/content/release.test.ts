// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Boxes } from '../../src/content/read-field.ts';
import { createRelease } from '../../src/content/release.ts';
import type { Release } from '../../src/messages/contract.ts';

function find(): Boxes | null {
  const field = document.querySelector('input');
  return field === null ? null : [field];
}

/** A background that gives these answers in turn and notes the tickets it was shown. */
function background(...answers: readonly Release[]) {
  const tickets: string[] = [];
  const left = [...answers];
  return {
    tickets,
    redeem: async ({ ticket }: { ticket: string }): Promise<Release> => {
      tickets.push(ticket);
      return left.shift() ?? { release: 'none', because: 'refused' };
    },
  };
}

const code = { release: 'code', code: '123456' } as const;
const onWait = (): void => undefined;

beforeEach(() => {
  vi.useFakeTimers({ now: 1_700_000_000_000 });
  document.body.innerHTML = '<input>';
});
afterEach(() => {
  vi.useRealTimers();
});

/** The clock runs while it waits. */
async function over<T>(work: Promise<T>): Promise<T> {
  await vi.runAllTimersAsync();
  return work;
}

test('a ticket is redeemed once and its code filled', async () => {
  const { redeem, tickets } = background(code);
  expect(await over(createRelease({ redeem })({ ticket: 't', find, onWait }))).toBe('filled');
  expect(tickets).toEqual(['t']);
  expect(find()?.[0].value).toBe('123456');
});

describe('no code is asked for when', () => {
  test('the field is gone', async () => {
    const { redeem, tickets } = background(code);
    expect(await createRelease({ redeem })({ ticket: 't', find: () => null, onWait })).toBe('no-field');
    expect(tickets).toEqual([]);
  });

  test('something else was typed into it', async () => {
    document.body.innerHTML = '<input value="hello">';
    const { redeem, tickets } = background(code);
    expect(await createRelease({ redeem })({ ticket: 't', find, onWait })).toBe('not-taken');
    expect(tickets).toEqual([]);
  });

  test('another is being filled', async () => {
    const { redeem, tickets } = background(code, code);
    const release = createRelease({ redeem });
    const first = release({ ticket: 'a', find, onWait });
    expect(await release({ ticket: 'b', find, onWait })).toBe('refused');
    expect(await over(first)).toBe('filled');
    expect(tickets).toEqual(['a']);
  });
});

test('told to wait, it says until when, and shows the new ticket then', async () => {
  const until = Date.now() + 12_000;
  const { redeem, tickets } = background({ release: 'wait', until, ticket: 'next' }, code);
  const waits: number[] = [];
  const filled = createRelease({ redeem })({ ticket: 't', find, onWait: (time) => waits.push(time) });
  await vi.advanceTimersByTimeAsync(11_999);
  expect(tickets).toEqual(['t']);
  expect(await over(filled)).toBe('filled');
  expect(tickets).toEqual(['t', 'next']);
  expect(waits).toEqual([until]);
});

test('told to wait without end, it gives up', async () => {
  const wait = { release: 'wait', until: 0, ticket: 't' } as const;
  const { redeem, tickets } = background(wait, wait, wait, wait, wait);
  expect(await over(createRelease({ redeem })({ ticket: 't', find, onWait }))).toBe('refused');
  expect(tickets).toHaveLength(3);
});

test.each(['none-left', 'refused'] as const)(
  'what the background says of %s is passed on',
  async (because) => {
    const { redeem } = background({ release: 'none', because });
    expect(await over(createRelease({ redeem })({ ticket: 't', find, onWait }))).toBe(because);
  },
);

test('after a failed call the next one is taken', async () => {
  const { redeem } = background(code);
  let broken = true;
  const release = createRelease({
    redeem: async (request) => {
      if (!broken) return redeem(request);
      broken = false;
      throw new Error('locked');
    },
  });
  await expect(release({ ticket: 't', find, onWait })).rejects.toThrow('locked');
  expect(await over(release({ ticket: 't', find, onWait }))).toBe('filled');
});

// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Boxes } from '../../src/content/read-field.ts';
import { createRelease } from '../../src/content/release.ts';
import type { Release } from '../../src/messages/contract.ts';

function find(): Boxes | null {
  const field = document.querySelector('input');
  return field === null ? null : [field];
}

const valueIn = (): string | undefined => document.querySelector('input')?.value;

/** A background that gives these answers in turn and notes the tickets it was shown, and those for a field that is occupied. */
function background(...answers: readonly Release[]) {
  const tickets: string[] = [];
  const occupied: string[] = [];
  const left = [...answers];
  return {
    tickets,
    occupied,
    redeem: async (request: { ticket: string; occupied?: boolean }): Promise<Release> => {
      tickets.push(request.ticket);
      if (request.occupied === true) occupied.push(request.ticket);
      return left.shift() ?? { release: 'none', because: 'refused' };
    },
  };
}

const code = { release: 'code', code: '123456', until: null, append: false, submit: false } as const;
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
  expect(valueIn()).toBe('123456');
});

describe('no code is asked for when', () => {
  test('the field is gone', async () => {
    const { redeem, tickets } = background(code);
    expect(await createRelease({ redeem })({ ticket: 't', find: () => null, onWait })).toBe('no-field');
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

describe('where something else was typed', () => {
  beforeEach(() => {
    document.body.innerHTML = '<input value="hello">';
  });

  test('the background is told so, and its answer passed on', async () => {
    const { redeem, occupied } = background({ release: 'none', because: 'occupied' });
    expect(await createRelease({ redeem })({ ticket: 't', find, onWait })).toBe('occupied');
    expect(occupied).toEqual(['t']);
    expect(valueIn()).toBe('hello');
  });

  test('a code that is to be put behind it is', async () => {
    const { redeem } = background({ ...code, append: true });
    expect(await over(createRelease({ redeem })({ ticket: 't', find, onWait }))).toBe('filled');
    expect(valueIn()).toBe('hello123456');
  });

  test('nothing is written, whatever code comes', async () => {
    const { redeem } = background(code);
    expect(await over(createRelease({ redeem })({ ticket: 't', find, onWait }))).toBe('not-taken');
    expect(valueIn()).toBe('hello');
  });
});

describe('the form', () => {
  let sent: number;

  function form(html: string, onInput: (form: HTMLFormElement) => void = () => undefined): void {
    sent = 0;
    document.body.innerHTML = `<form>${html}<button>Go on</button></form>`;
    const [element] = document.forms;
    element?.addEventListener('submit', (event) => {
      event.preventDefault();
      sent += 1;
    });
    element?.addEventListener('input', () => onInput(element));
  }

  async function released(answer: Release): Promise<number> {
    const { redeem } = background(answer);
    await over(createRelease({ redeem })({ ticket: 't', find, onWait }));
    return sent;
  }

  test('is not sent', async () => {
    form('<input>');
    expect(await released(code)).toBe(0);
  });

  test('is sent once the code stands there, where the site is to have it so', async () => {
    form('<input>');
    expect(await released({ ...code, submit: true })).toBe(1);
  });

  test('is not sent when the field did not keep the code', async () => {
    form('<input>', (element) => element.reset());
    document.execCommand = () => false;
    expect(await released({ ...code, submit: true })).toBe(0);
  });

  test('is not sent once more when the page has sent it with the last character', async () => {
    form('<input>', (element) => element.requestSubmit());
    expect(await released({ ...code, submit: true })).toBe(1);
  });

  test('is not sent once more when the page asks the server itself, and closes its button meanwhile', async () => {
    form('<input>', (element) => element.querySelector('button')?.setAttribute('disabled', ''));
    expect(await released({ ...code, submit: true })).toBe(0);
  });

  test('is not sent with the code alone, where a password belongs before it', async () => {
    form('<input type="password">');
    expect(await released({ ...code, append: true, submit: true })).toBe(0);
    form('<input type="password" value="secret">');
    expect(await released({ ...code, append: true, submit: true })).toBe(1);
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

describe('nothing is written again by itself', () => {
  const MUCH_LATER = 60 * 60_000; // ms

  /** How often something was written until long after it. */
  async function writtenBy(emptied: (field: HTMLInputElement) => void) {
    document.execCommand = () => false;
    const field = document.querySelector('input');
    if (field === null) throw new Error('no field');
    let written = 0;
    field.addEventListener('input', () => {
      written += 1;
      emptied(field);
    });
    const { redeem, tickets } = background(code, code, code);
    const result = await over(createRelease({ redeem })({ ticket: 't', find, onWait }));
    await vi.advanceTimersByTimeAsync(MUCH_LATER);
    return { result, written, tickets };
  }

  test('after a fill that failed', async () => {
    const seen = await writtenBy((field) => (field.value = ''));
    expect(seen).toEqual({ result: 'not-taken', written: 1, tickets: ['t'] });
  });

  test('after one that the page undid later', async () => {
    const seen = await writtenBy((field) => setTimeout(() => (field.value = ''), 5_000));
    expect(seen).toEqual({ result: 'filled', written: 1, tickets: ['t'] });
    expect(valueIn()).toBe('');
  });
});

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

import { describe, expect, test } from 'vitest';
import { sessionState } from '../../src/background/session-state.ts';
import { createTickets, type Ticket } from '../../src/background/tickets.ts';
import { sender } from './stage.ts';

const START = 1_700_000_000_000;
const LIFETIME = 5 * 60_000;

function store() {
  const memory = new Map<string, unknown>();
  const time = { now: START };
  let names = 0;
  const make = () =>
    createTickets(
      sessionState<Ticket>(
        {
          get: (key) => Promise.resolve(structuredClone(memory.get(key))),
          set: (key, value) => Promise.resolve(void memory.set(key, structuredClone(value))),
        },
        'tickets',
      ),
      () => time.now,
      () => `ticket-${(names += 1)}`,
    );
  const held = () => Object.keys(memory.get('tickets') ?? {});
  return { tickets: make(), wake: make, time, held };
}

const of = (from = sender()) => ({
  grant: 'code' as const,
  account: 'a',
  tab: from.tab,
  frame: from.frame,
  document: from.document,
  host: from.site.host,
  field: 1,
});

describe('a ticket', () => {
  test('is taken once, also after the worker was ended, and by one of many at the same moment', async () => {
    const { tickets, wake } = store();
    const name = await tickets.mint(of());
    const taken = await Promise.all([1, 2, 3].map(async () => tickets.take(name, sender())));
    expect(taken.filter((one) => one !== null)).toHaveLength(1);
    expect(await wake().take(name, sender())).toBeNull();
  });

  test('is good until five minutes have passed', async () => {
    const { tickets, time } = store();
    const [early, late] = [await tickets.mint(of()), await tickets.mint({ ...of(), field: 2 })];
    time.now = START + LIFETIME - 1;
    expect(await tickets.take(early, sender())).toMatchObject({ account: 'a' });
    time.now = START + LIFETIME;
    expect(await tickets.take(late, sender())).toBeNull();
  });

  test.each([
    ['another tab', sender('https://cloud.example', 'doc-1', 2)],
    ['another frame of the tab', { ...sender(), frame: 2 ** 33 + 1 }],
    ['another document of the frame', sender('https://cloud.example', 'doc-2')],
    ['another host', sender('https://evil.example')],
    ['another port', sender('https://cloud.example:8443')],
  ])('shown by %s is nothing, and stays unspent', async (_, other) => {
    const { tickets } = store();
    const name = await tickets.mint(of());
    expect(await tickets.take(name, other)).toBeNull();
    expect(await tickets.take(name, sender())).not.toBeNull();
  });

  test('that names no document is for whichever is there', async () => {
    const { tickets } = store();
    const name = await tickets.mint({ ...of(), document: null });
    expect(await tickets.take(name, sender('https://cloud.example', 'doc-7'))).not.toBeNull();
  });

  test('is never one of the names that every object has', async () => {
    const { tickets } = store();
    for (const name of ['constructor', '__proto__', 'toString', '']) {
      expect(await tickets.take(name, sender())).toBeNull();
    }
  });

  test('is void with all others after a lock', async () => {
    const { tickets, held } = store();
    const name = await tickets.mint(of());
    await tickets.voidAll();
    expect(await tickets.take(name, sender())).toBeNull();
    expect(held()).toEqual([]);
  });
});

test('a page that reports again is shown its ticket again: one that is waited with is not pushed out', async () => {
  const { tickets, time, held } = store();
  const name = await tickets.mint(of());
  time.now = START + LIFETIME - 1;
  for (let count = 0; count < 20; count += 1) expect(await tickets.mint(of())).toBe(name);
  expect(held()).toEqual([name]);
  // Its time begins anew.
  time.now += LIFETIME - 1;
  expect(await tickets.take(name, sender())).not.toBeNull();
  // It was one ticket all along.
  expect(await tickets.take(name, sender())).toBeNull();
  expect(await tickets.mint(of())).not.toBe(name);
});

test('of ten thousand that a tab asks for its newest eight are kept, and other tabs keep theirs', async () => {
  const { tickets, time, held } = store();
  const elsewhere = sender('https://cloud.example', 'doc-1', 2);
  const other = await tickets.mint(of(elsewhere));
  let last = '';
  for (let count = 0; count < 10_000; count += 1) last = await tickets.mint({ ...of(), field: count });
  expect(held()).toHaveLength(9);
  expect(await tickets.take(last, sender())).not.toBeNull();
  expect(await tickets.take(other, elsewhere)).not.toBeNull();
  // What was never taken goes when the next is made.
  time.now = START + LIFETIME;
  await tickets.mint(of());
  expect(held()).toHaveLength(1);
});

import { assert, asyncProperty, string, uint8Array } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createCopied, type Copied } from '../../src/background/clipboard/copied.ts';
import { clearIfOurs, isMark, markOf } from '../../src/background/clipboard/mark.ts';
import { stage } from './stage.ts';

const CODE = '755224';
const KEY = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

/** A person copies this from our page. */
async function copying(text: string, mayLook = true) {
  const staged = await stage();
  const { world, ui } = staged;
  world.mayLook = mayLook;
  world.clipboard = text;
  await ui.onClipboard({ text }, null);
  return staged;
}

const notToBeReached = async () => Promise.reject(new Error('forgotten'));

/** The browser wakes a worker that knows nothing of the one before. */
async function wakesAt({ world, wake }: Awaited<ReturnType<typeof stage>>, time: number) {
  world.now = time;
  await wake().desk.copied.due();
}

describe('V48: what was copied from our pages', () => {
  test.each([CODE, KEY])('goes off the clipboard half a minute later: %s', async (text) => {
    const staged = await copying(text);
    const { world, memory } = staged;
    expect(world.lookAt).toBe(world.now + 30_000);
    await wakesAt(staged, world.now + 30_000);
    expect(world.clipboard).toBe('');
    expect(memory.get('copied')).toEqual({});
  });

  test('is noted once somebody will be woken for it, for the background may be ended in between', async () => {
    const order: string[] = [];
    const texts = createCopied({
      last: {
        read: async () => Promise.resolve({}),
        change: async (edit: (table: Record<string, Copied>) => Record<string, Copied>) => {
          order.push(...Object.keys(edit({})).map(() => 'noted'));
          return Promise.resolve();
        },
      },
      now: () => 0,
      randomBytes: (length) => new Uint8Array(length),
      mayLook: async () => Promise.resolve(true),
      clear: async () => Promise.resolve(),
      wakeAt: async () => {
        order.push('woken');
        return Promise.resolve();
      },
    });
    await texts.copied(CODE);
    expect(order).toEqual(['woken', 'noted']);
  });

  test('is forgotten only when it has gone: a background that is ended before that has still to do it', async () => {
    const staged = await copying(CODE);
    const { world, desk, memory } = staged;
    const held = memory.get('copied');
    const failing = createCopied({
      last: { read: async () => Promise.resolve(held as Record<string, Copied>), change: notToBeReached },
      now: () => world.now + 30_000,
      randomBytes: (length) => new Uint8Array(length),
      mayLook: async () => Promise.resolve(true),
      clear: async () => Promise.reject(new Error('ended')),
      wakeAt: async () => Promise.resolve(),
    });
    await expect(failing.due()).rejects.toThrow('ended');
    world.now += 31_000;
    await desk.copied.due();
    expect([world.clipboard, memory.get('copied')]).toEqual(['', {}]);
  });

  test('does not take what is copied while it goes with it', async () => {
    const staged = await copying(CODE);
    const { world, ui, memory } = staged;
    world.now += 30_000;
    const going = staged.desk.copied.due();
    await ui.onClipboard({ text: KEY }, null);
    await going;
    expect(memory.get('copied')).not.toEqual({});
  });

  test('stays where something else was copied meanwhile', async () => {
    const staged = await copying(CODE);
    const { world, memory } = staged;
    world.clipboard = 'a letter';
    await wakesAt(staged, world.now + 30_000);
    expect(world.clipboard).toBe('a letter');
    // And what is copied long after is nothing that anybody looks at.
    world.clipboard = CODE;
    await wakesAt(staged, world.now + 60_000);
    expect(world.clipboard).toBe(CODE);
    expect(memory.get('copied')).toEqual({});
  });

  test('waits for as long from the last copy on, however early an alarm rings', async () => {
    const staged = await copying(CODE);
    const { world, ui } = staged;
    const first = world.now;
    world.now = first + 20_000;
    world.clipboard = KEY;
    await ui.onClipboard({ text: KEY }, null);
    await wakesAt(staged, first + 30_000);
    expect(world.clipboard).toBe(KEY);
    expect(world.lookAt).toBe(first + 50_000);
    await wakesAt(staged, first + 49_990);
    expect(world.clipboard).toBe('');
  });

  test('is not looked for without the right to look', async () => {
    const { world, memory } = await copying(CODE, false);
    expect(world.lookAt).toBeNull();
    expect(memory.has('copied')).toBe(false);
  });

  test('is forgotten when the right was taken away meanwhile', async () => {
    const staged = await copying(CODE);
    const { world, memory } = staged;
    world.mayLook = false;
    await wakesAt(staged, world.now + 30_000);
    expect(world.clipboard).toBe(CODE);
    expect(memory.get('copied')).toEqual({});
  });

  test('goes though the vault was locked meanwhile', async () => {
    const staged = await copying(KEY);
    const { world, ui } = staged;
    await ui.lock(undefined, null);
    await wakesAt(staged, world.now + 30_000);
    expect(world.clipboard).toBe('');
  });

  test('never lies in the session’s memory itself', async () => {
    const { memory } = await copying(KEY);
    const held = JSON.stringify([...memory]);
    for (const part of [KEY, btoa(KEY), KEY.slice(0, 8)]) expect(held).not.toContain(part);
  });
});

describe('a mark', () => {
  const salt = uint8Array({ minLength: 16, maxLength: 16 });

  test('clears the text that it was made of, and no other', async () => {
    await assert(
      asyncProperty(string({ minLength: 1 }), string(), salt, async (text, other, salt) => {
        const mark = await markOf(text, salt);
        for (const there of [text, other]) {
          let cleared = false;
          const clipboard = {
            read: () => Promise.resolve(there),
            clear: () => Promise.resolve(void (cleared = true)),
          };
          await clearIfOurs(mark, clipboard);
          expect(cleared).toBe(there === text);
        }
      }),
    );
  });

  test('knows a list whose lines the system has ended in its own way', async () => {
    const mark = await markOf('first\nsecond', new Uint8Array(16));
    expect(await clearIfOurs(mark, { read: async () => 'first\r\nsecond', clear: async () => {} })).toBe(
      'cleared',
    );
  });

  test('is another one for the same text and another salt', async () => {
    const marks = await Promise.all([1, 2].map((byte) => markOf(CODE, new Uint8Array(16).fill(byte))));
    expect(new Set(marks.map(({ digest }) => digest)).size).toBe(2);
  });

  test('is told from a picture', async () => {
    expect(isMark(await markOf(CODE, new Uint8Array(16)))).toBe(true);
    expect([{ file: new Uint8Array(1) }, { pixels: {} }, null, 'mark', { salt: '' }].some(isMark)).toBe(
      false,
    );
  });
});

// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { watch, type Depth, type Watch } from '../../src/content/watch.ts';

let life: AbortController;
let looks: number;
/** How each of them looked. */
let depths: Depth[];
let observing: number;

/** Counts the observers that are on; happy-dom's own tells of changes late, so changes are told by hand. */
let tellChange: (attribute?: string) => void;

class CountedObserver {
  readonly #tell: () => void;
  #on = false;
  constructor(tell: () => void) {
    this.#tell = tell;
  }
  observe(_: Node, { attributeFilter = [] }: MutationObserverInit): void {
    if (!this.#on) observing++;
    this.#on = true;
    tellChange = (attribute) => {
      const isHeard = attribute === undefined || attributeFilter.includes(attribute);
      if (this.#on && isHeard) this.#tell();
    };
  }
  disconnect(): void {
    if (this.#on) observing--;
    this.#on = false;
  }
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('MutationObserver', CountedObserver);
  vi.stubGlobal('requestIdleCallback', (work: () => void) => setTimeout(work, 0));
  life = new AbortController();
  looks = 0;
  depths = [];
  observing = 0;
});
afterEach(() => {
  life.abort();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

/** `cost` is how long the n-th look takes, ms. */
function start(alive: () => boolean, cost: (look: number) => number = () => 0): Watch {
  return watch((depth) => {
    looks++;
    depths.push(depth);
    vi.setSystemTime(Date.now() + cost(looks));
    return alive() ? [document] : [];
  }, life.signal);
}

test('a page with nothing to watch for keeps no observer', async () => {
  start(() => false);
  await vi.advanceTimersByTimeAsync(1000);
  expect(observing).toBe(1);
  await vi.runAllTimersAsync();
  expect(observing).toBe(0);
});

test('a page with a field is watched on, and looked at again only when it changes', async () => {
  start(() => true);
  await vi.advanceTimersByTimeAsync(60_000);
  expect([observing, depths]).toEqual([1, ['shallow', 'titles']]);
  tellChange();
  await vi.advanceTimersByTimeAsync(60_000);
  expect([observing, depths]).toEqual([1, ['shallow', 'titles', 'shallow']]);
});

test.each(['disabled', 'readonly', 'inert', 'contenteditable', 'hidden', 'aria-hidden', 'type'])(
  'a field that opens or closes by its %s makes the page be looked at again',
  async (attribute) => {
    start(() => true);
    await vi.advanceTimersByTimeAsync(1000);
    const before = looks;
    tellChange('data-other');
    await vi.advanceTimersByTimeAsync(1000);
    expect(looks).toBe(before);
    tellChange(attribute);
    await vi.advanceTimersByTimeAsync(1000);
    expect(looks).toBe(before + 1);
  },
);

test('on a page without a field nothing opens or closes: only what comes is heard of', async () => {
  start(() => false);
  await vi.advanceTimersByTimeAsync(1000);
  tellChange('hidden');
  await vi.advanceTimersByTimeAsync(1000);
  expect(looks).toBe(1);
  tellChange();
  await vi.advanceTimersByTimeAsync(1000);
  expect(looks).toBe(2);
});

test('a page that somebody has asked about is heard out of the page cache, field or none', async () => {
  const { arm } = start(() => false);
  arm();
  await vi.runAllTimersAsync();
  const before = looks;
  window.dispatchEvent(shown(true));
  await vi.advanceTimersByTimeAsync(1000);
  expect([looks, depths.at(-1)]).toEqual([before + 1, 'deep']);
});

test('the titles of a page that never stands still are read all the same, once its watching would be over', async () => {
  start(() => true);
  for (let tenth = 0; tenth < 50; tenth++) {
    await vi.advanceTimersByTimeAsync(100);
    tellChange();
  }
  expect(depths.filter((depth) => depth === 'titles')).toHaveLength(1);
  expect(depths.at(0)).toBe('shallow');
});

test('many changes in a row are one look', async () => {
  start(() => true);
  await vi.advanceTimersByTimeAsync(1000);
  for (let change = 0; change < 100; change++) tellChange();
  await vi.advanceTimersByTimeAsync(1000);
  expect(looks).toBe(2);
});

test('a page that was given up is looked at three times more without an observer, and then never again', async () => {
  start(() => false);
  await vi.advanceTimersByTimeAsync(5000);
  expect([observing, depths]).toEqual([0, ['shallow', 'titles']]);
  for (const [ms, seen] of [
    [4000, 3],
    [8000, 4],
    [16_000, 5],
  ] as const) {
    await vi.advanceTimersByTimeAsync(ms);
    expect([observing, looks]).toEqual([0, seen]);
  }
  expect(vi.getTimerCount()).toBe(0);
});

test('a clock that is set back keeps no observer on a page that is nothing to us', async () => {
  start(() => false);
  await vi.advanceTimersByTimeAsync(1000);
  vi.setSystemTime(Date.now() - 3_600_000);
  await vi.advanceTimersByTimeAsync(60_000);
  expect([observing, vi.getTimerCount()]).toEqual([0, 0]);
});

test('a field that comes late and by itself is found, and watched from then on', async () => {
  let field = false;
  start(() => field);
  await vi.advanceTimersByTimeAsync(10_000);
  field = true;
  await vi.advanceTimersByTimeAsync(10_000);
  expect(observing).toBe(1);
  await vi.advanceTimersByTimeAsync(60_000);
  expect([observing, vi.getTimerCount()]).toEqual([1, 0]);
});

test('a gesture on a page that was given up makes it be looked at again', async () => {
  let field = false;
  start(() => field);
  await vi.runAllTimersAsync();
  const before = looks;
  field = true;
  document.dispatchEvent(new Event('click'));
  await vi.advanceTimersByTimeAsync(1000);
  expect([observing, looks, depths.at(-1)]).toEqual([1, before + 1, 'deep']);
});

test('the watching that a gesture has begun ends with a deep look, and the next one with the titles again', async () => {
  start(() => true);
  document.dispatchEvent(new Event('click'));
  await vi.runAllTimersAsync();
  pictureArrives(29);
  await vi.runAllTimersAsync();
  expect(depths).toEqual(['shallow', 'deep', 'deep', 'shallow', 'titles']);
});

test('a document that is shown for the first time is not looked at again for that', async () => {
  start(() => true);
  window.dispatchEvent(shown(false));
  await vi.advanceTimersByTimeAsync(1000);
  expect(depths).toEqual(['shallow']);
});

test.each([
  ['without a field', 'popstate', () => new Event('popstate'), false],
  ['with one', 'popstate', () => new Event('popstate'), true],
  ['with one', 'pageshow', () => shown(true), true],
  ['with one', 'submit', () => new Event('submit'), true],
] as const)('a page %s is looked at closely on %s', async (_, _type, event, field) => {
  start(() => field);
  await vi.runAllTimersAsync();
  const before = looks;
  window.dispatchEvent(event());
  await vi.advanceTimersByTimeAsync(1000);
  expect([observing, looks, depths.at(-1)]).toEqual([1, before + 1, 'deep']);
});

test('a page that was prepared before it was asked for is looked at when it is shown', async () => {
  start(() => true);
  await vi.runAllTimersAsync();
  const before = looks;
  document.dispatchEvent(new Event('prerenderingchange'));
  await vi.advanceTimersByTimeAsync(1000);
  expect([observing, looks]).toEqual([1, before + 1]);
});

test('a picture that arrives late makes the page be looked at again, and one too small for a code does not', async () => {
  start(() => true);
  await vi.runAllTimersAsync();
  expect([(await looksAfter(16)) > 0, (await looksAfter(29)) > 0]).toEqual([false, true]);
});

test('when its life ends it neither looks nor listens any more', async () => {
  start(() => true);
  life.abort();
  document.dispatchEvent(new Event('click'));
  await vi.runAllTimersAsync();
  expect([observing, looks]).toEqual([0, 1]);
});

test.each([
  [true, 800],
  [false, 200],
])(
  'a page on which the first look saw a field (%s) is looked at again %i ms after it at the soonest',
  async (field, ms) => {
    vi.stubGlobal('performance', { now: () => Date.now() });
    start(() => field);
    tellChange();
    await vi.advanceTimersByTimeAsync(ms - 1);
    expect(looks).toBe(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(looks).toBe(2);
  },
);

test('a page that is dear to look at is looked at less often', async () => {
  vi.stubGlobal('performance', { now: () => Date.now() });
  start(
    () => true,
    () => 30,
  );
  await changes(3);
  await vi.advanceTimersByTimeAsync(1000);
  expect(looks).toBe(3);
  await vi.advanceTimersByTimeAsync(1000);
  expect(looks).toBe(4);
});

test('a look that a busy machine has stopped in its midst is not taken for a dear one', async () => {
  vi.stubGlobal('performance', { now: () => Date.now() });
  start(
    () => true,
    (look) => (look === 2 ? 3000 : 1),
  );
  await changes(2);
  await vi.advanceTimersByTimeAsync(1000);
  expect(looks).toBe(3);
});

test('however dear it is to look at, a change is seen within seconds', async () => {
  vi.stubGlobal('performance', { now: () => Date.now() });
  start(
    () => true,
    () => 400,
  );
  await changes(3);
  await vi.advanceTimersByTimeAsync(6000);
  expect(looks).toBe(4);
});

async function looksAfter(width: number): Promise<number> {
  const before = looks;
  pictureArrives(width);
  await vi.runAllTimersAsync();
  return looks - before;
}

/** As it was made, so many pixels wide. */
function pictureArrives(width: number): void {
  const picture = document.body.appendChild(document.createElement('img'));
  Object.defineProperty(picture, 'naturalWidth', { value: width });
  picture.dispatchEvent(new Event('load'));
}

function shown(persisted: boolean): Event {
  return Object.assign(new Event('pageshow'), { persisted });
}

/** So many changes, and a look after each but the last of them. */
async function changes(count: number): Promise<void> {
  for (let change = 0; change < count; change++) {
    await vi.advanceTimersByTimeAsync(1000);
    tellChange();
  }
}

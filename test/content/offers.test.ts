// @vitest-environment happy-dom
/** What a chip says and does after its click: of the button itself nothing but its texts and its clicks. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Clicks } from '../../src/content/chip.ts';
import { createOffers } from '../../src/content/offers.ts';
import type { Given, Hooks } from '../../src/content/release.ts';
import type { Chip, FillResult } from '../../src/messages/contract.ts';

/** The chip that stands there, as a person has it before them; null once it has gone. */
interface Standing {
  readonly says: string[];
  readonly click: () => void;
}

let chips: Standing[];

vi.mock('../../src/content/chip.ts', () => ({
  showChip: (_: readonly Element[], label: string, clicks: Clicks) => {
    const chip: Standing = { says: [label], click: () => clicks.onMeant() };
    chips.push(chip);
    return {
      move: () => undefined,
      say: (text: string) => void chip.says.push(text),
      remove: () => void chips.splice(chips.indexOf(chip), 1),
    };
  },
}));

const NOW = 1_700_000_000_000;
const CODE: Given = { release: 'code', code: '123456', until: NOW + 25_000, append: false, submit: false };
const chip: Chip = { kind: 'fill', field: 1, ticket: 't' };

let copied: string[];
let told: string[];
let spent: string[];
/** What the browser does with what is to be copied. */
let toClipboard: (text: string) => Promise<void>;

beforeEach(() => {
  vi.useFakeTimers({ now: NOW });
  vi.stubGlobal('chrome', {
    i18n: { getMessage: (key: string, values: string[]) => [key, ...values].join(' ') },
  });
  [chips, copied, told, spent] = [[], [], [], []];
  toClipboard = async (text) => void copied.push(text);
  vi.stubGlobal('navigator', { clipboard: { writeText: (text: string) => toClipboard(text) } });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

/** Shows a chip at a field of which a click comes to this. */
function offer(fill: (hooks: Hooks) => Promise<FillResult>): Standing {
  const offers = createOffers(
    () => [document.body],
    ({ ticket }, hooks) => {
      spent.push(ticket);
      return fill(hooks);
    },
    {
      open: async () => null,
      copied: async ({ code }) => {
        told.push(code);
        return null;
      },
    },
  );
  offers.show([chip]);
  const [standing] = chips;
  if (standing === undefined) throw new Error('no chip');
  return standing;
}

/** A code was made, and did not stay in the field. */
const notTaken =
  (given: Given = CODE) =>
  async ({ onUntaken }: Hooks): Promise<FillResult> => {
    onUntaken?.(given);
    return 'not-taken';
  };

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

describe('a code that did not stay in the field', () => {
  test('can be copied by another click: that very code, and nothing is asked for or written once more', async () => {
    const standing = offer(notTaken());
    standing.click();
    await pass(0);
    expect(standing.says).toEqual(['chipFill', 'chipCopy']);
    expect(copied).toEqual([]);
    standing.click();
    await pass(0);
    expect(standing.says.at(-1)).toBe('chipCopied');
    expect([copied, told, spent]).toEqual([['123456'], ['123456'], ['t']]);
    // However often it is clicked.
    standing.click();
    await pass(60_000);
    expect([copied, spent, chips]).toEqual([['123456'], ['t'], []]);
  });

  test('is not copied by itself, and goes with the offer', async () => {
    const standing = offer(notTaken());
    standing.click();
    await pass(19_999);
    expect(chips).toHaveLength(1);
    await pass(1);
    expect([chips, copied, told]).toEqual([[], [], []]);
    standing.click();
    await pass(60_000);
    expect([copied, spent]).toEqual([[], ['t']]);
  });

  test('is offered no longer than it is good for', async () => {
    offer(notTaken({ ...CODE, until: NOW + 3_000 })).click();
    await pass(2_999);
    expect(chips).toHaveLength(1);
    await pass(1);
    expect(chips).toEqual([]);
  });

  test('that does not end with a period is offered for as long as any', async () => {
    offer(notTaken({ ...CODE, until: null })).click();
    await pass(19_999);
    expect(chips).toHaveLength(1);
    await pass(1);
    expect(chips).toEqual([]);
  });

  test('that the browser does not let be copied is said to be in Countersign, and nothing is to be cleared', async () => {
    toClipboard = () => Promise.reject(new Error('not allowed'));
    const standing = offer(notTaken());
    standing.click();
    await pass(0);
    standing.click();
    await pass(0);
    expect(standing.says.at(-1)).toBe('chipFailed');
    expect(told).toEqual([]);
    await pass(5_000);
    expect(chips).toEqual([]);
  });
});

test.each([
  ['filled', 'chipFilled'],
  ['occupied', 'chipOccupied'],
  ['refused', 'chipFailed'],
  ['no-field', 'chipFailed'],
] as const)('of what was %s nothing is to be copied', async (result, says) => {
  const standing = offer(async () => result);
  standing.click();
  await pass(0);
  expect(standing.says.at(-1)).toBe(says);
  standing.click();
  await pass(60_000);
  expect([copied, spent, chips]).toEqual([[], ['t'], []]);
});

test('a wait is counted down, and ends with what came of it', async () => {
  const standing = offer(async ({ onWait }) => {
    onWait(NOW + 3_000);
    await new Promise((done) => setTimeout(done, 3_000));
    return 'filled';
  });
  standing.click();
  await pass(3_000);
  expect(standing.says.slice(0, 4)).toEqual(['chipFill', 'chipWaiting 3', 'chipWaiting 2', 'chipWaiting 1']);
  expect(standing.says.at(-1)).toBe('chipFilled');
  await pass(60_000);
  expect([standing.says.at(-1), chips]).toEqual(['chipFilled', []]);
});

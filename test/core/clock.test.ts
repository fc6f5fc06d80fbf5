import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { correction, sampleOf, withSample, type ClockSample } from '../../src/core/clock.ts';

/** The instant of RFC 9110 section 5.6.7's example. */
const DATE = 'Sun, 06 Nov 1994 08:49:37 GMT';
const AT = 784_111_777_000;

const headers = (date: string, ...more: { name: string; value: string }[]) => [
  { name: 'Content-Type', value: 'text/html' },
  { name: 'Date', value: date },
  ...more,
];

describe('a response tells how far its site’s clock is ahead', () => {
  test('by the second in which it was made', () => {
    expect(sampleOf(headers(DATE), AT)).toEqual({ at: AT, ahead: 500 });
    expect(sampleOf(headers(DATE), AT - 47_000)?.ahead).toBe(47_500);
    expect(sampleOf([{ name: 'date', value: DATE }], AT)?.ahead).toBe(500);
  });

  test.each([
    ['no date', []],
    ['a date that is none', headers('soon')],
    ['a date of another form', headers('1994-11-06T08:49:37Z')],
    ['a date with something after it', headers(`${DATE}, ${DATE}`)],
    ['a response out of a cache', headers(DATE, { name: 'Age', value: '120' })],
    ['a date of another year', headers('Sun, 06 Nov 2044 08:49:37 GMT')],
  ])('and nothing by %s', (_, response) => {
    expect(sampleOf(response, AT)).toBeNull();
  });

  test('a sample or null comes of whatever a site sends', () => {
    fc.assert(
      fc.property(fc.string(), (date) => {
        const sample = sampleOf(headers(date), AT);
        expect(sample === null || Number.isFinite(sample.ahead)).toBe(true);
      }),
    );
  });
});

const samples = (...aheads: readonly number[]): readonly ClockSample[] =>
  aheads.map((ahead, index) => ({ at: AT + index * 1000, ahead }));

describe('our clock is corrected', () => {
  test.each<readonly [string, readonly number[], number]>([
    ['not at all by one response alone', [47_000], 0],
    ['by two that agree', [47_000, 47_600], 47_300],
    ['forward and back', [-80_000, -80_200], -80_100],
    ['not within what every site allows', [4_900, 4_800], 0],
    ['not while two do not agree', [47_000, 12_000], 0],
    ['by the last two, after it was set', [47_000, 47_000, 9_000, 9_400], 9_200],
    ['no longer once it was set right', [47_000, 47_000, 300, 200], 0],
  ])('%s', (_, aheads, expected) => {
    expect(correction(samples(...aheads), AT + 10_000)).toBe(expected);
  });

  test('for half a day after the last response', () => {
    const kept = samples(47_000, 47_000);
    expect(correction(kept, AT + 11 * 3_600_000)).toBe(47_000);
    expect(correction(kept, AT + 13 * 3_600_000)).toBe(0);
  });
});

test('the last five samples are kept', () => {
  const all = Array.from({ length: 9 }, (_, at) => ({ at, ahead: at }));
  expect(all.reduce(withSample, [] as readonly ClockSample[]).map(({ at }) => at)).toEqual([4, 5, 6, 7, 8]);
});

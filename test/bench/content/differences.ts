/** What the extension adds to a page, from runs with and without it. */
import type { Run } from './runs.ts';

export interface Difference {
  /** Medians over the runs, ms. Of its scripts, and of all that the page's thread did. */
  readonly own: number;
  readonly thread: number;
  /** Between these lies the median of all runs that there could be, with 95 % (by the order of the runs alone). */
  readonly from: number;
  readonly to: number;
}

export function differenceOf(runs: readonly Run[]): Difference {
  const own = sorted(runs.map(({ ours, bare }) => ours.own - bare.own));
  const thread = sorted(runs.map(({ ours, bare }) => ours.thread - bare.thread));
  const [from, to] = interval(thread);
  return { own: middle(own), thread: middle(thread), from, to };
}

/**
 * Whether it costs more than it may: its scripts by their median, which is known well; and all else that comes of them only
 * where that is known for sure, since what else a thread does differs from run to run by more than the bar.
 */
export const isOver = ({ own, from }: Difference, most: number): boolean => own > most || from > most;

const sorted = (values: readonly number[]): readonly number[] => values.toSorted((a, b) => a - b);

const middle = (values: readonly number[]): number => values[values.length >> 1] ?? Number.NaN;

/** As the sign test has it: so many values from each end (normal approximation of the binomial distribution). */
function interval(values: readonly number[]): readonly [from: number, to: number] {
  const outside = Math.max(0, Math.floor(values.length / 2 - 0.98 * Math.sqrt(values.length)) - 1);
  return [values[outside] ?? Number.NaN, values.at(-1 - outside) ?? Number.NaN];
}

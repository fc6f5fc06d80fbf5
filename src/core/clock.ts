/**
 * How far this device's clock is from a site's, by the `Date` of the site's own responses (RFC 9110 section 6.6.1).
 *
 * A code is made of the time, and a site refuses one of the wrong minute without saying why. The header tells the
 * second in which the response was made, a moment before it came: enough to see what matters, which is half a period.
 */

/** One response. */
export interface ClockSample {
  /** When it came, in ms since the epoch by our clock. */
  readonly at: number;
  /** How far the site's clock is ahead of ours, in ms; behind it, below zero. */
  readonly ahead: number;
}

export interface Header {
  readonly name: string;
  readonly value?: string | undefined;
}

/** Samples that are kept of a host. */
const MOST = 5;
/** Two samples of a clock that goes right differ by the rounding to seconds and by the way that the responses took. */
const STEADY = 2_500;
/** What every site allows for, and what network and rounding make by themselves. */
const TOLERANCE = 5_000;
/** Whoever has set the date wrong, and not the time, has other troubles. */
const LARGEST = 36 * 3_600_000;
/** A clock that was set right since must not be corrected for long. */
const LIFETIME = 12 * 3_600_000;

/** IMF-fixdate, the one form that senders may use (RFC 9110 section 5.6.7). */
const DATE = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/;

/** null for a response without a date, or out of a cache (`Age`), whose date is of some time ago. */
export function sampleOf(headers: readonly Header[], at: number): ClockSample | null {
  const valueOf = (name: string) => headers.find((header) => header.name.toLowerCase() === name)?.value;
  const date = valueOf('date') ?? '';
  if (!DATE.test(date) || valueOf('age') !== undefined) return null;
  const ahead = Date.parse(date) + 500 - at;
  return Math.abs(ahead) <= LARGEST ? { at, ahead } : null;
}

export function withSample(samples: readonly ClockSample[], sample: ClockSample): readonly ClockSample[] {
  return [...samples, sample].slice(-MOST);
}

/**
 * What is to be added to our clock, in ms, to have the site's; 0 while that is within its tolerance, or not sure: the
 * last two responses have to agree.
 */
export function correction(samples: readonly ClockSample[], now: number): number {
  const [before, last] = samples.slice(-2);
  if (before === undefined || last === undefined) return 0;
  if (now - last.at > LIFETIME || Math.abs(last.ahead - before.ahead) > STEADY) return 0;
  const ahead = Math.round((before.ahead + last.ahead) / 2);
  return Math.abs(ahead) > TOLERANCE ? ahead : 0;
}

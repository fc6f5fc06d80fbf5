/** A random source that gives the same for the same seed: mulberry32. Not for secrets. */
export interface Seeded {
  /** 0 ≤ n < below. */
  below(below: number): number;
  pick<T>(from: readonly [T, ...T[]]): T;
}

export function seeded(seed: number): Seeded {
  let state = seed | 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  const below = (limit: number): number => next() % limit;
  return { below, pick: (from) => from[below(from.length)] ?? from[0] };
}

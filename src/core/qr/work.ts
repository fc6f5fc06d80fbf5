/**
 * How much may be done to one picture, counted in steps and not in time: a picture that is read on a fast machine
 * is read on a busy one, and a hostile picture costs no more than the cap on either.
 */
export interface Work {
  /** Counts steps as done; false once the cap is reached: whoever asked stops there. */
  spend(steps: number): boolean;
  readonly spent: number;
  readonly left: number;
}

/** A step is about what it costs to look at one pixel. */
export function createWork(cap: number): Work {
  let spent = 0;
  return {
    spend(steps) {
      spent += steps;
      return spent <= cap;
    },
    get spent() {
      return spent;
    },
    get left() {
      return Math.max(0, cap - spent);
    },
  };
}

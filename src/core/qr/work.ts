/**
 * How much may be done to one picture, counted in steps and not in time: a picture that is read on a fast machine
 * is read on a busy one, and a hostile picture costs no more than the cap on either.
 */
export interface Work {
  /** Counts steps that are about to be done; false, and nothing counted, where they are too many: then they are not done. */
  spend(steps: number): boolean;
  readonly spent: number;
}

/** A step is about what it costs to look at one pixel. */
export function createWork(cap: number): Work {
  let spent = 0;
  return {
    spend(steps) {
      if (spent + steps > cap) return false;
      spent += steps;
      return true;
    },
    get spent() {
      return spent;
    },
  };
}

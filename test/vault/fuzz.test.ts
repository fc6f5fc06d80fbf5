/** A little of `npm run soak -- fuzz`, from one seed: 2 000 changes. */
import { describe, it } from 'vitest';
import { fuzz, fuzzers } from '../soak/fuzz/fuzzers.ts';
import { seeded } from '../soak/seeded.ts';

describe('V4, V31 and V41: changed at random', () => {
  it.each(Object.keys(fuzzers))('%s is never read wrong', async (name) => {
    await fuzz(name, seeded(2026), 500);
  });
});

/** A seeded slice of the rules that are broken on purpose; all of them: `npm run soak -- mutants`. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { MUTANTS } from '../soak/mutants/mutants.ts';
import { openGreenhouse, type Greenhouse } from '../soak/mutants/run.ts';
import { seeded } from '../soak/seeded.ts';

const SLICE = 3;
/** Another one breaks other rules. */
const SEED = 4;

let greenhouse: Greenhouse;
beforeAll(() => {
  greenhouse = openGreenhouse();
});
afterAll(() => greenhouse.close());

it('V50: a rule that is broken is noticed by the tests that stand beside it', async () => {
  const random = seeded(SEED);
  for (let grown = 0; grown < SLICE; grown++) {
    const mutant = MUTANTS[random.below(MUTANTS.length)];
    if (mutant === undefined) throw new Error('there are none');
    expect(await greenhouse.grow(mutant), `${mutant.file}: ${mutant.from}`).toBe('killed');
  }
});

import { MUTANTS } from './mutants.ts';
import { openGreenhouse } from './run.ts';

/** Every rule, one after the other. */
export async function soak(): Promise<number> {
  const greenhouse = openGreenhouse();
  let wrong = 0;
  try {
    const tests = [...new Set(MUTANTS.flatMap((mutant) => mutant.tests))];
    if (!(await greenhouse.passes(tests))) throw new Error('the tests fail as they are');
    for (const mutant of MUTANTS) {
      const fate = await greenhouse.grow(mutant);
      if (fate === 'killed') continue;
      wrong++;
      console.log(`${fate}: ${mutant.file} with "${mutant.to}" in the place of "${mutant.from}"`);
    }
  } finally {
    greenhouse.close();
  }
  console.log(`${MUTANTS.length} rules were broken, ${MUTANTS.length - wrong} were noticed by the tests`);
  return wrong === 0 ? 0 : 1;
}

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { ROOT } from './command.ts';

/** Those that take more than a minute, the longest first. */
const LONG = [
  'zoo',
  'stories',
  'full-page',
  'attacks',
  'clipboard', // most of it is waiting, beside what is not
  'widgets',
  'second-profile',
  'whole-life',
  'refusals',
  'vault',
  'sites',
  'prompts',
  'drawings',
  'hostile',
].map((name) => join(ROOT, 'test/e2e', `${name}.test.ts`));

const missing = LONG.filter((file) => !existsSync(file));
if (missing.length > 0) throw new Error(`not there any more: ${missing.join(', ')}`);

const rankOf = ({ moduleId }: TestSpecification): number => {
  const rank = LONG.indexOf(moduleId);
  return rank === -1 ? LONG.length : rank;
};

/** So that in the end no long file goes on alone. On a fresh clone nobody remembers how long they took. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const usually = super.sort.bind(this);
    return (await usually(files)).toSorted((a, b) => rankOf(a) - rankOf(b));
  }
}

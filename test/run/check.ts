/**
 * `npm run check`: all that CI does. Every step is taken, whatever became of the ones before it; each of the tools
 * counts as one, and the tests as many as they are. The last line is `N passed, N failed`.
 */
import { isMain, main } from './stop.ts';
import { run } from './command.ts';
import { lintExtension } from './lint-extension.ts';
import { type Tally, runTests } from './run-tests.ts';

type Line = readonly [name: string, line: string];

const FORMAT: readonly Line[] = [['format', 'prettier --check .']];

/** What reads nothing but the sources. */
const READING: readonly Line[] = [
  ['lint', 'oxlint --deny-warnings'],
  ['types: the extension', 'tsc -p .'],
  ['types: core, without browser and DOM', 'tsc -p src/core'],
  ['types: the demo site', 'tsc -p demo-site'],
  ['types: the demo site in the browser', 'tsc -p demo-site/public'],
  ['types: the tests', 'tsc -p test'],
  ['unused files, exports and packages', 'knip'],
];

/** What is built, which the tests take, and what is said of it. */
const BUILDING: readonly Line[] = [
  ['build for Chrome', 'vite build --mode chrome'],
  ['build for Firefox', 'vite build --mode firefox'],
  ['build with long texts', 'vite build --mode chrome-pseudo'],
  ['sizes', 'size-limit'],
];

/** Runs everything and answers whether all of it passed. */
export async function check(): Promise<boolean> {
  // Beside each other, for most of them keep one processor busy and leave the others idle.
  const tools = await Promise.all([inTurn(FORMAT), inTurn(READING), inTurn(BUILDING).then(lintStore)]);
  const tallies = [...tools.flat(), await runTests('unit'), await runTests('e2e')];
  const passed = tallies.reduce((sum, tally) => sum + tally.passed, 0);
  const failed = tallies.reduce((sum, tally) => sum + tally.failed, 0);
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0;
}

async function inTurn(lines: readonly Line[]): Promise<readonly Tally[]> {
  const tallies: Tally[] = [];
  for (const [name, line] of lines) tallies.push(await tool(name, line));
  return tallies;
}

async function lintStore(before: readonly Tally[]): Promise<readonly Tally[]> {
  return [...before, await step('the extension as the store lints it', lintExtension)];
}

async function tool(name: string, line: string): Promise<Tally> {
  return step(name, async () => {
    const { code, output } = await run(line, false);
    return code === 0 ? null : output;
  });
}

/** A step answers null when it passed, else what is to be shown. */
async function step(name: string, take: () => Promise<string | null>): Promise<Tally> {
  const complaint = await take();
  console.log(`${complaint === null ? 'passed' : 'FAILED'}  ${name}`);
  if (complaint === null) return { passed: 1, failed: 0 };
  console.log(complaint);
  return { passed: 0, failed: 1 };
}

if (isMain(import.meta.url)) {
  await main(async () => {
    if (!(await check())) process.exitCode = 1;
  });
}

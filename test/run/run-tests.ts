import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { ROOT, run } from './command.ts';

export interface Tally {
  readonly passed: number;
  readonly failed: number;
}

/** The part of vitest's JSON report that counts. */
interface Report {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: 'passed' | 'failed';
    readonly message: string;
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[];
  }[];
}

const CORPORA = resolve(ROOT, '../shared/corpora');

/** Runs one project of the tests and counts. A skipped test has failed: nothing is left out in silence. */
export async function runTests(project: 'unit' | 'e2e'): Promise<Tally> {
  const folder = mkdtempSync(join(tmpdir(), 'countersign-'));
  const file = join(folder, 'report.json');
  try {
    const line = `vitest run --project ${project} --reporter=default --reporter=json --outputFile.json=${file}`;
    const { code } = await run(line, true);
    if (!existsSync(file)) return complain(`the ${project} tests left no report`);
    const tally = count(JSON.parse(readFileSync(file, 'utf8')) as Report);
    // An error outside of any test fails the run without failing a test.
    if (code !== 0 && tally.failed === 0)
      return { ...tally, ...complain(`the ${project} tests ended with ${code}`) };
    if (tally.passed + tally.failed === 0) return complain(`there are no ${project} tests`);
    return tally;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function count({ testResults }: Report): Tally {
  let passed = 0;
  let failed = 0;
  for (const { name, status, message, assertionResults } of testResults) {
    for (const test of assertionResults) {
      if (test.status === 'passed') passed++;
      else if (test.status === 'failed') failed++;
      else if (isExcused(name)) console.log(`not run, for want of its corpus: ${test.fullName}`);
      else failed += complain(`skipped: ${test.fullName}`).failed;
    }
    // A file that could not be loaded has no tests to fail.
    const broken = status === 'failed' && !assertionResults.some((test) => test.status === 'failed');
    if (broken) failed += complain(`${relative(ROOT, name)}: ${message}`).failed;
  }
  return { passed, failed };
}

/** Real data of other projects is not part of a clone: the tests that read it, and no others, may be left out. */
function isExcused(file: string): boolean {
  return !existsSync(CORPORA) && readFileSync(file, 'utf8').includes("/corpora.ts'");
}

function complain(line: string): Tally {
  console.log(`FAILED  ${line}`);
  return { passed: 0, failed: 1 };
}

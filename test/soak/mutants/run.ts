/** Breaks a rule in a copy of the sources and runs the tests that should notice. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Mutant } from './mutants.ts';

const ROOT = join(import.meta.dirname, '../../..');
const COPIED = ['src', 'test', 'package.json', 'vite.config.ts', 'tsconfig.json', 'manifest.json'];

/** ms. On a busy machine, too, only what is broken fails. */
const PATIENCE = '60000';

/** What became of a mutant; `broken`: it does not even run, and says nothing of the tests. */
type Fate = 'killed' | 'survived' | 'broken';

export interface Greenhouse {
  /** Runs the tests with this rule broken. */
  grow(mutant: Mutant): Promise<Fate>;
  /** The tests as they are, all of which pass. */
  passes(tests: readonly string[]): Promise<boolean>;
  close(): void;
}

export function openGreenhouse(): Greenhouse {
  const folder = mkdtempSync(join(tmpdir(), 'countersign-mutants-'));
  for (const name of COPIED) cpSync(join(ROOT, name), join(folder, name), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'), 'dir');
  return {
    async grow({ file, from, to, tests }) {
      const path = join(folder, file);
      const source = readFileSync(path, 'utf8');
      if (source.split(from).length !== 2) throw new Error(`${file} does not have once: ${from}`);
      writeFileSync(
        path,
        source.replace(from, () => to),
      );
      try {
        return fateOf(await run(folder, tests));
      } finally {
        writeFileSync(path, source);
      }
    },
    passes: async (tests) => (await run(folder, tests)).success,
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** What the runner says at its end, as far as it matters here. */
interface Report {
  readonly success: boolean;
  readonly numFailedTests: number;
}

function fateOf({ success, numFailedTests }: Report): Fate {
  if (success) return 'survived';
  return numFailedTests > 0 ? 'killed' : 'broken';
}

async function run(folder: string, tests: readonly string[]): Promise<Report> {
  const output = join(folder, 'report.json');
  const vitest = join(folder, 'node_modules/vitest/vitest.mjs');
  const args = [
    'run',
    '--project',
    'unit',
    '--bail',
    '1',
    '--reporter',
    'json',
    '--outputFile',
    output,
    '--testTimeout',
    PATIENCE,
  ];
  // Of the runner that may run us, nothing goes on to this one.
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('VITEST')));
  const child = spawn(process.execPath, [vitest, ...args, ...tests], { cwd: folder, env, stdio: 'ignore' });
  await once(child, 'exit');
  // Whoever does not come to its end says nothing.
  if (!existsSync(output)) return { success: false, numFailedTests: 0 };
  const report = JSON.parse(readFileSync(output, 'utf8')) as Report;
  rmSync(output);
  return report;
}

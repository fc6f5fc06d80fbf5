import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { delimiter, resolve } from 'node:path';

export const ROOT = resolve(import.meta.dirname, '../..');

/** Where npm puts the commands of our packages, and `node` itself, ahead of the machine's own. */
const PATH = [resolve(ROOT, 'node_modules/.bin'), process.env['PATH'] ?? ''].join(delimiter);

export interface Ended {
  readonly code: number;
  /** What it wrote, both streams in the order in which it came. */
  readonly output: string;
}

/** Runs a command line in the root of the project. `live`: what it writes is shown as it comes. */
export async function run(line: string, live: boolean, signal?: AbortSignal): Promise<Ended> {
  const [command = '', ...args] = line.split(' ');
  const child = spawn(command, args, {
    cwd: ROOT,
    env: { ...process.env, PATH },
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32', // there the commands of packages are batch files
    ...(signal === undefined ? {} : { signal }),
  });
  let output = '';
  for (const [stream, own] of [
    [child.stdout, process.stdout],
    [child.stderr, process.stderr],
  ] as const) {
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      if (live) own.write(chunk);
    });
  }
  const [code] = (await once(child, 'close')) as [number | null];
  return { code: code ?? 1, output };
}

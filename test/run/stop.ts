import { realpathSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

/** What ends a run for a reason that a person can mend: printed as one line, exit code 1. */
export class Stop extends Error {
  override readonly name = 'Stop';
}

/** Runs a command's main function; a `Stop` becomes its line, and any other error shows itself whole. */
export async function main(run: () => Promise<void> | void): Promise<void> {
  try {
    await run();
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}

/** Whether this module is the one that node was asked to run. */
export function isMain(url: string): boolean {
  return process.argv[1] !== undefined && url === pathToFileURL(realpathSync(process.argv[1])).href;
}

import { parseArgs } from 'node:util';
import { benchContent } from './bench.ts';
import { PARTS } from './parts.ts';

/** @param args what the README says of them */
export async function bench(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      runs: { type: 'string', default: '30' },
      only: { type: 'string', multiple: true, default: [] },
      json: { type: 'string' },
    },
  });
  const runs = Number(values.runs);
  // Nothing measured would be no bar missed.
  if (!Number.isInteger(runs) || runs < 1 || !values.only.every((name) => Object.hasOwn(PARTS, name))) {
    console.error(
      `say with --runs a number of 1 or more, and with --only one of ${Object.keys(PARTS).join(', ')}`,
    );
    return 1;
  }
  return benchContent({ runs, only: values.only, out: values.json ?? null });
}

import { parseArgs } from 'node:util';
import { benchContent } from './bench.ts';

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
  return benchContent({ runs: Number(values.runs), only: values.only, out: values.json ?? null });
}

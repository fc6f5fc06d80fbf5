import { parseArgs } from 'node:util';
import { corpus } from '../../corpora.ts';
import { benchQr } from './bench.ts';

/** Without the pictures there is nothing to measure, which `corpus` has said by name. */
export async function bench(args: string[]): Promise<number> {
  const options = { corpus: { type: 'string' }, json: { type: 'string' } } as const;
  const { values } = parseArgs({ args, options });
  const folder = values.corpus ?? corpus('qr');
  return folder === null ? 0 : benchQr(folder, values.json ?? null, values.corpus === undefined);
}

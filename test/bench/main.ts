/** `npm run bench -- qr [--corpus DIR] [--json OUT]`: measures, prints, and fails where a bar is not met. */
import { parseArgs } from 'node:util';
import { corpus } from '../corpora.ts';
import { benchQr } from './qr/bench.ts';

const USAGE = 'usage: npm run bench -- qr [--corpus DIR] [--json OUT]';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { corpus: { type: 'string' }, json: { type: 'string' } },
});
if (positionals.join(' ') === 'qr') {
  const folder = values.corpus ?? corpus('qr');
  // Without the pictures there is nothing to measure, which `corpus` has said by name.
  if (folder !== null) process.exitCode = await benchQr(folder, values.json ?? null);
} else {
  console.error(USAGE);
  process.exitCode = 1;
}

/**
 * The vault on the IndexedDB of a real Chromium, in a worker of a bare page (test/soak/lab): what the extension's
 * background does, without the extension around it. Ratios of one run count; the times beside them are this machine's.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openLab, type Bench } from '../../soak/lab/lab.ts';

/** The bare derivation and no more than this of it, with 200 accounts. */
const UNLOCK_MOST = 1.05;
/** What a record costs among 10 000, in what it costs among 100: no more than this is flat. */
const FLAT_MOST = 2;
const SIZES = [100, 1_000, 10_000] as const;
/** What is done to all records at once, and may cost as much as there are. */
const PER_RECORD = ['import', 'open', 'list', 'add one', 'rotate'] as const;

type Times = Readonly<Record<string, number>>;

async function measure(bench: Bench, records: number): Promise<Times> {
  return (await bench.ask({ ask: 'measure', records })) as Times;
}

function microseconds(times: Times, what: string, records: number): number {
  return ((times[what] ?? 0) * 1_000) / records;
}

/** Prints a row for each operation; how many are not flat. */
function tellSizes(all: ReadonlyMap<number, Times>): number {
  let steep = 0;
  console.log(
    `µs for each record    ${SIZES.map((size) => String(size).padStart(8)).join('')}   largest / smallest`,
  );
  for (const what of PER_RECORD) {
    const costs = SIZES.map((size) => microseconds(all.get(size) ?? {}, what, size));
    const ratio = (costs.at(-1) ?? 0) / (costs[0] || 1);
    const isFlat = ratio <= FLAT_MOST;
    if (!isFlat) steep += 1;
    const row = costs.map((cost) => cost.toFixed(1).padStart(8)).join('');
    console.log(`${what.padEnd(22)}${row}   ${ratio.toFixed(2)}${isFlat ? '' : `: more than ${FLAT_MOST}`}`);
  }
  return steep;
}

function tellUnlock({ unlock = 0, derive = 1 }: Times): number {
  const ratio = unlock / derive;
  const isMet = ratio <= UNLOCK_MOST;
  console.log(
    `unlock with 200 accounts: ${ratio.toFixed(3)} of the bare derivation (${unlock.toFixed(0)} of ` +
      `${derive.toFixed(0)} ms), at most ${UNLOCK_MOST}${isMet ? '' : ': not met'}`,
  );
  return isMet ? 0 : 1;
}

export async function bench(): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'countersign-bench-'));
  const lab = await openLab();
  const chromium = await lab.enter('chromium', join(folder, 'chromium'));
  try {
    const all = new Map<number, Times>();
    for (const size of SIZES) all.set(size, await measure(chromium, size));
    const steep = tellSizes(all);
    return steep + tellUnlock(await measure(chromium, 200)) === 0 ? 0 : 1;
  } finally {
    await chromium.close();
    await lab.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

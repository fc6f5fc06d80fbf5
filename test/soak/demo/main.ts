import { parseArgs } from 'node:util';
import { killAgainAndAgain } from './kills.ts';

/** The demo site with a data file, killed in the midst of writes. */
export async function soak(args: string[]): Promise<number> {
  const options = {
    seed: { type: 'string', default: '1' },
    kills: { type: 'string', default: '20' },
  } as const;
  const { values } = parseArgs({ args, options });
  const { kills, written, faults } = await killAgainAndAgain(Number(values.kills), Number(values.seed));
  console.log(`demo: ${kills} kills, ${written} events written, ${faults.length} faults`);
  for (const fault of faults) console.log(`  ${fault}`);
  return faults.length === 0 && written > kills ? 0 : 1;
}

import { parseArgs } from 'node:util';
import { seeded } from '../seeded.ts';
import { fuzz, fuzzers } from './fuzzers.ts';

/** `--rounds` changes, a part of each kind. */
export async function soak(args: string[]): Promise<number> {
  const options = {
    seed: { type: 'string', default: '1' },
    rounds: { type: 'string', default: '100000' },
  } as const;
  const { values } = parseArgs({ args, options });
  const names = Object.keys(fuzzers);
  const rounds = Math.ceil(Number(values.rounds) / names.length);
  for (const name of names) {
    await fuzz(name, seeded(Number(values.seed)), rounds);
    console.log(`${name}: ${rounds} changes, none read wrong, no error of another type`);
  }
  return 0;
}

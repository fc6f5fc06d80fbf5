import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openLab } from '../lab/lab.ts';
import { seeded } from '../seeded.ts';
import { killBrowsers, killEveryStep, type Killed } from './kill.ts';

function tell(what: string, { kills, old, new: after, wrong }: Killed): number {
  console.log(
    `${what}: ${kills} kills, ${old} found the old state, ${after} the new, ${wrong.length} another`,
  );
  for (const one of wrong) console.log(`  ${one}`);
  return kills === 0 ? 1 : wrong.length;
}

const KINDS = ['chromium', 'firefox'] as const;

/** Every step of every operation, and `--kills` browsers of each kind, or with `--browser` of one. */
export async function soak(args: string[]): Promise<number> {
  const options = {
    seed: { type: 'string', default: '1' },
    kills: { type: 'string', default: '20' },
    browser: { type: 'string', multiple: true },
  } as const;
  const { values } = parseArgs({ args, options });
  const asked: readonly string[] = values.browser ?? KINDS;
  const kinds = KINDS.filter((kind) => asked.includes(kind));
  if (kinds.length < asked.length) throw new Error(`there is ${KINDS.join(' and ')} alone`);
  const folder = mkdtempSync(join(tmpdir(), 'countersign-soak-'));
  const lab = await openLab();
  let wrong = 0;
  try {
    for (const kind of kinds) {
      const random = seeded(Number(values.seed));
      const bench = await lab.enter(kind, join(folder, kind));
      wrong += tell(`worker in ${kind}`, await killEveryStep(bench, random));
      await bench.close();
      wrong += tell(kind, await killBrowsers(lab, kind, folder, random, Number(values.kills)));
    }
  } finally {
    await lab.close();
    rmSync(folder, { recursive: true, force: true });
  }
  return wrong === 0 ? 0 : 1;
}

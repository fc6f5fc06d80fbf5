import { mkdtempSync, rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { DoorClient } from '../../../demo-site/control/client.ts';
import { seeded } from '../seeded.ts';
import { type RunningDemo, startDemo } from './child.ts';
import { type Person, Spender, Switcher } from './people.ts';

export interface Kills {
  /** How many times the site was killed. */
  kills: number;
  /** How many events were in the file at the end, so that it can be seen that there was something to lose. */
  written: number;
  /** In words. Empty where nothing acknowledged was lost and nothing is half there. */
  faults: readonly string[];
}

/** The site with a data file, killed in the midst of writes again and again. */
export async function killAgainAndAgain(kills: number, seed: number): Promise<Kills> {
  const folder = mkdtempSync(join(tmpdir(), 'demo-kills-'));
  const file = join(folder, 'demo.db');
  const random = seeded(seed);
  const people = [new Switcher('sam'), new Switcher('sue'), new Spender('sid')] as const;
  const faults: string[] = [];
  try {
    let demo = await startDemo('--profile', 'metal', '--data', file);
    await addPeople(doorOf(demo), people);
    for (let kill = 0; kill < kills; kill += 1) {
      await workUntilKilled(demo, people, { writes: 3 + random.below(10), ms: random.below(80) });
      faults.push(...brokenRows(file));
      demo = await startDemo('--profile', 'metal', '--data', file);
      for (const person of people) {
        const found = await person.faults(demo.url, doorOf(demo));
        faults.push(...found.map((fault) => `kill ${kill + 1}: ${fault}`));
      }
    }
    const written = (await doorOf(demo).audit()).length;
    await demo.kill();
    return { kills, written, faults };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function doorOf({ url, token }: RunningDemo): DoorClient {
  return new DoorClient({ url, token });
}

async function addPeople(
  door: DoorClient,
  [sam, sue, sid]: readonly [Switcher, Switcher, Spender],
): Promise<void> {
  for (const { username } of [sam, sue]) await door.addUser({ username, password: 'switches-on-and-off' });
  const { username, password, codes } = sid;
  const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
  await door.addUser({ username, password, secret, recoveryCodes: codes });
}

interface Moment {
  /** Writes that are acknowledged before it. */
  writes: number;
  /** And so much later, which is in the midst of the next ones. */
  ms: number;
}

async function workUntilKilled(
  demo: RunningDemo,
  people: readonly Person[],
  { writes, ms }: Moment,
): Promise<void> {
  const enough = Promise.withResolvers<void>();
  let left = writes;
  const tell = (): void => {
    left -= 1;
    if (left === 0) enough.resolve();
  };
  const work = people.map(async (person) => await person.work(demo.url, doorOf(demo), tell));
  const ended = Promise.allSettled(work);
  // Before the kill nobody has a reason to stop.
  await Promise.race([enough.promise, ...work]);
  await setTimeout(ms);
  await demo.kill();
  await ended;
}

/** What SQLite itself finds wrong with the file. */
function brokenRows(file: string): string[] {
  const database = new DatabaseSync(file);
  try {
    const [whole] = database.prepare('PRAGMA integrity_check').all();
    const strays = database.prepare('PRAGMA foreign_key_check').all();
    return [
      ...(whole?.['integrity_check'] === 'ok' ? [] : ['the file is not whole']),
      ...strays.map((row) => `a stray row of ${String(row['table'])}`),
    ];
  } finally {
    database.close();
  }
}

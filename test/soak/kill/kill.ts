/** Kills of workers and of browsers in the middle of writing, and what is there after them. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { until } from '../../e2e/until.ts';
import type { BrowserKind } from '../../run/browsers.ts';
import type { Bench, Lab } from '../lab/lab.ts';
import type { Ask } from '../lab/worker.ts';
import type { Seeded } from '../seeded.ts';
import { apply, OPERATIONS, run, spell, START, stepOf, type State, type Step } from './steps.ts';

/** What went wrong, in words; none is how it should be. */
export interface Killed {
  readonly kills: number;
  /** How many left the state of before, and how many that of after: both happen, or the kills are too early or late. */
  readonly old: number;
  readonly new: number;
  readonly wrong: readonly string[];
}

const NOTHING: Killed = { kills: 0, old: 0, new: 0, wrong: [] };

function judge(killed: Killed, where: string, found: State, before: State, after: State): Killed {
  const text = spell(found);
  const kills = killed.kills + 1;
  // Of a step that changes nothing that can be seen, the one is as good as the other.
  if (text === spell(after)) return { ...killed, kills, new: killed.new + 1 };
  if (text === spell(before)) return { ...killed, kills, old: killed.old + 1 };
  return { ...killed, kills, wrong: [...killed.wrong, `${where}: ${text}`] };
}

let databases = 0;

/** What it holds, to a worker that knows nothing of the one before. */
async function lookAt(bench: Bench, database: string, states: readonly State[]): Promise<State> {
  const passwords = [...new Set(states.map(({ password }) => password))];
  return (await bench.ask({ ask: 'look', database, passwords })) as State;
}

async function killAt(bench: Bench, step: Step, dieAt: number, killed: Killed): Promise<Killed | null> {
  const database = `kill ${++databases}`;
  const after = apply(START, step);
  await bench.ask({ ask: 'make', database });
  const { password } = START;
  const steps = await bench.ask({ ask: 'perform', database, password, step, dieAt });
  // It had come to its end before.
  if (steps !== null) return null;
  const where = `${step.op}, killed before its step ${dieAt}`;
  try {
    return judge(killed, where, await lookAt(bench, database, [START, after]), START, after);
  } catch (error) {
    return { ...killed, kills: killed.kills + 1, wrong: [...killed.wrong, `${where}: ${String(error)}`] };
  }
}

/** Kills the worker before every step of every operation. */
export async function killEveryStep(bench: Bench, random: Seeded): Promise<Killed> {
  let killed = NOTHING;
  for (const op of OPERATIONS) {
    const step = stepOf(op, START, 0, random);
    for (let dieAt = 1; ; dieAt++) {
      const next = await killAt(bench, step, dieAt, killed);
      if (next === null) break;
      killed = next;
    }
  }
  return killed;
}

/** Kills it before so many steps, drawn from all of them. */
export async function killSomeSteps(bench: Bench, random: Seeded, count: number): Promise<Killed> {
  const lengths = new Map<Step['op'], number>();
  for (const op of OPERATIONS) {
    const database = `whole ${++databases}`;
    await bench.ask({ ask: 'make', database });
    const step = stepOf(op, START, 0, random);
    const ask: Ask = { ask: 'perform', database, password: START.password, step, dieAt: 0 };
    lengths.set(op, Number(await bench.ask(ask)));
  }
  let killed = NOTHING;
  for (let kill = 0; kill < count; kill++) {
    const op = OPERATIONS[kill % OPERATIONS.length] ?? 'add';
    const dieAt = 1 + random.below(lengths.get(op) ?? 1);
    const next = await killAt(bench, stepOf(op, START, 0, random), dieAt, killed);
    killed = next ?? { ...killed, wrong: [...killed.wrong, `${op} has no step ${dieAt} any more`] };
  }
  return killed;
}

/** How long a browser writes before it is killed, in ms. */
const LONGEST = 1_500;
const STEPS = 400;

/** Kills the whole browser, as a power cut would, in the middle of a run of steps; so many times. */
export async function killBrowsers(
  lab: Lab,
  kind: BrowserKind,
  folder: string,
  random: Seeded,
  count: number,
): Promise<Killed> {
  let killed = NOTHING;
  for (let kill = 0; kill < count; kill++) {
    const profile = join(folder, `${kind}-${kill}`);
    mkdirSync(profile);
    killed = await killBrowser(lab, kind, profile, random, killed);
  }
  return killed;
}

async function killBrowser(
  lab: Lab,
  kind: BrowserKind,
  profile: string,
  random: Seeded,
  killed: Killed,
): Promise<Killed> {
  const database = 'kill';
  const { steps, states } = run(random, STEPS);
  const bench = await lab.enter(kind, profile);
  await bench.ask({ ask: 'make', database });
  const seen = { acknowledged: 0, failed: null as unknown, isKilled: false };
  const asks = steps.map((step, index): Ask => {
    const password = states[index]?.password ?? '';
    return { ask: 'perform', database, password, step, dieAt: 0 };
  });
  bench
    .askAll(asks, (index) => {
      seen.acknowledged = index + 1;
    })
    .catch((error: unknown) => {
      if (!seen.isKilled) seen.failed = error;
    });
  await until('something is acknowledged', () => seen.acknowledged > 0 || seen.failed !== null);
  await setTimeout(random.below(LONGEST));
  seen.isKilled = true;
  await bench.kill();
  const { acknowledged, failed } = seen;
  const where = `${kind}, killed after ${acknowledged} steps were acknowledged`;
  if (failed !== null || acknowledged >= STEPS) {
    return { ...killed, wrong: [...killed.wrong, `${where}: ${String(failed)}`] };
  }
  const again = await lab.enter(kind, profile);
  const [before = START, after = before] = states.slice(acknowledged, acknowledged + 2);
  try {
    return judge(killed, where, await lookAt(again, database, [before, after]), before, after);
  } catch (error) {
    return { ...killed, kills: killed.kills + 1, wrong: [...killed.wrong, `${where}: ${String(error)}`] };
  } finally {
    await again.close();
  }
}

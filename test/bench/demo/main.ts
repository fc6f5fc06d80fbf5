import { setTimeout } from 'node:timers/promises';
import { type Answer, LoadedSite, REST, USERS } from './load.ts';

/** Offered, whatever comes of it: a crowd does not wait until it is answered. */
const RATE = 200;
const SECONDS = 10;

interface Seen {
  signIns: Answer[];
  frontPages: Answer[];
  /** Bytes, in order. */
  memory: number[];
}

/** More sign-ins than the site can hash passwords for: what it holds, what it turns away, and whether it stays up. */
export async function bench(): Promise<number> {
  const site = await LoadedSite.start();
  try {
    const flood: Seen = { signIns: [], frontPages: [], memory: [] };
    // Once before: what it takes to be busy at all is no leak.
    await offer(site, 2, { signIns: [], frontPages: [], memory: [] });
    await offer(site, SECONDS, flood);
    return report(flood, await site.signIn(0));
  } finally {
    await site.stop();
  }
}

async function offer(site: LoadedSite, seconds: number, seen: Seen): Promise<void> {
  const over = new AbortController();
  const watching = watch(site, seen, over.signal);
  const idle = Array.from({ length: USERS }, (_, at) => at);
  const pending: Promise<void>[] = [];
  const start = performance.now();
  for (let offered = 0; offered < RATE * seconds; offered += 1) {
    const due = start + (offered * 1000) / RATE;
    if (due > performance.now()) await setTimeout(Math.max(1, due - performance.now()));
    const user = idle.shift();
    if (user !== undefined) pending.push(signIn(site, user, idle, seen));
  }
  await Promise.all(pending);
  over.abort();
  await watching;
}

async function signIn(site: LoadedSite, user: number, idle: number[], seen: Seen): Promise<void> {
  const answer = await site.signIn(user);
  seen.signIns.push(answer);
  if (answer.status === 200) await setTimeout(REST);
  idle.push(user);
}

async function watch(site: LoadedSite, seen: Seen, over: AbortSignal): Promise<void> {
  while (!over.aborted) {
    seen.frontPages.push(await site.frontPage());
    seen.memory.push(await site.memory());
    await setTimeout(50);
  }
}

function report({ signIns, frontPages, memory }: Seen, after: Answer): number {
  const counts = Map.groupBy(signIns, ({ status }) => status);
  const held = counts.get(200)?.length ?? 0;
  const answers = [...counts].map(([status, { length }]) => `${length} × ${status}`).join(', ');
  const waits = frontPages.map(({ ms }) => ms);
  const third = Math.ceil(memory.length / 3);
  const [early, late] = [median(memory.slice(0, third)), median(memory.slice(-third))];
  console.log(`offered: ${RATE} sign-ins a second over ${USERS} users for ${SECONDS} s`);
  console.log(`answers: ${answers}`);
  console.log(`held: ${held} of ${signIns.length}, ${(held / SECONDS).toFixed(1)} a second`);
  console.log(
    `front page: answered ${frontPages.length} times meanwhile, mostly within ${median(waits).toFixed()} ms, at the slowest in ${Math.max(...waits).toFixed()} ms`,
  );
  console.log(`memory: ${megabytes(early)} MB in the first third, ${megabytes(late)} MB in the last`);
  const bars: [name: string, met: boolean][] = [
    ['everything offered was answered', signIns.length === RATE * SECONDS],
    ['every answer is a success, or says 429 or 503', signIns.every(({ status }) => HONEST.includes(status))],
    ['some sign-ins were held', held > 0],
    ['the front page answered all the while', frontPages.every(({ status }) => status === 200)],
    ['memory stayed within a fifth', late <= early * 1.2],
    ['after it the site signs in as before', after.status === 200],
  ];
  for (const [name, met] of bars) console.log(`${met ? 'met' : 'NOT MET'}: ${name}`);
  return bars.every(([, met]) => met) ? 0 : 1;
}

const HONEST = [200, 429, 503];

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

function megabytes(bytes: number): string {
  return (bytes / 2 ** 20).toFixed();
}

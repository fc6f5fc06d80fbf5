/** Scores a folder of pictures, and prints what was read by set and by style, what was missed by name, and the bars. */
import { writeFileSync } from 'node:fs';
import { BARS, countRead, type Group, GROUPS, median, MOST_TIME, timeRatio } from './bars.ts';
import { differences } from './known-misses.ts';
import { madePictures } from './made.ts';
import { openEye, picturesIn } from './pictures.ts';
import { type Score, scoreOf } from './score.ts';

/** The exit code: 0 where all bars are met that these pictures can meet, and nothing but the known misses is missed. */
export async function benchQr(folder: string, out: string | null, withMade: boolean): Promise<number> {
  const scores = await scoresOf(folder, withMade);
  printTable('set', scores, ({ set }) => set);
  printTable(
    'style',
    scores.filter(({ style, set }) => style !== set),
    ({ style }) => style,
  );
  printTable('read by', scores, ({ by }) => by);
  printSlowest(scores);
  if (out !== null) writeFileSync(out, `${JSON.stringify(scores, null, 2)}\n`);
  const failures = [
    ...barsMissed(scores),
    ...falseReadings(scores),
    ...tooSlow(scores),
    ...differences(scores),
  ];
  for (const failure of failures) console.log(`NOT MET: ${failure}`);
  return failures.length === 0 ? 0 : 1;
}

async function scoresOf(folder: string, withMade: boolean): Promise<readonly Score[]> {
  const eye = openEye();
  const scores: Score[] = [];
  try {
    for (const picture of [...picturesIn(folder, eye), ...(withMade ? madePictures() : [])]) {
      scores.push(scoreOf(picture, await picture.pixels(), isTimed(picture.set)));
    }
  } finally {
    await eye.close();
  }
  return scores;
}

const TIMED: readonly Group[] = ['crops', 'viewports'];

function isTimed(set: string): boolean {
  return TIMED.some((group) => isIn(group, set));
}

function isIn(group: Group, set: string): boolean {
  return GROUPS[group].some((start) => set.startsWith(start));
}

function printTable(title: string, scores: readonly Score[], columnOf: (score: Score) => string): void {
  const rows = [...Map.groupBy(scores, columnOf)].toSorted(([a], [b]) => (a < b ? -1 : 1));
  if (rows.length === 0) return;
  console.log(`\n${title.padEnd(36)}read        ms  of jsqr's  missed`);
  for (const [name, group] of rows) {
    const read = `${countRead(group)}/${group.length}`.padEnd(9);
    const time = median(group.map((score) => score.time))
      .toFixed(1)
      .padStart(6);
    const ratio = timeRatio(group);
    const relative = (Number.isNaN(ratio) ? '' : ratio.toFixed(2)).padStart(11);
    const missed = group.filter(({ verdict }) => verdict !== 'read').map((score) => score.name);
    console.log(`${name.padEnd(36)}${read}${time}${relative}  ${missed.join(' ')}`);
  }
}

const SLOWEST = 8;

function printSlowest(scores: readonly Score[]): void {
  console.log(`\nslowest (at most ${MOST_TIME} ms)                    ms     steps`);
  for (const { set, name, time, steps } of scores.toSorted((a, b) => b.time - a.time).slice(0, SLOWEST)) {
    const cost = `${time.toFixed(0).padStart(6)}${steps.toLocaleString('en').padStart(13)}`;
    console.log(`${`${set}/${name}`.padEnd(44)}${cost}`);
  }
  console.log('');
}

function barsMissed(scores: readonly Score[]): readonly string[] {
  return BARS.flatMap(({ group, what, isMet }) => {
    const own = scores.filter(({ set }) => isIn(group, set));
    if (own.length === 0) return [];
    const met = isMet(own);
    const ratio = timeRatio(own);
    const time = Number.isNaN(ratio) ? '' : `, ${ratio.toFixed(2)} of jsqr's time`;
    console.log(`${met ? 'met' : 'not met'}: ${group}: ${what} (${countRead(own)} of ${own.length}${time})`);
    return met ? [] : [`${group}: ${what}`];
  });
}

function falseReadings(scores: readonly Score[]): readonly string[] {
  return scores
    .filter(({ verdict }) => verdict === 'false')
    .map(({ set, name, texts }) => `no false reading: ${set}/${name} as ${JSON.stringify(texts)}`);
}

function tooSlow(scores: readonly Score[]): readonly string[] {
  return scores
    .filter(({ time }) => time > MOST_TIME)
    .map(({ set, name, time }) => `within ${MOST_TIME} ms: ${set}/${name} took ${Math.round(time)} ms`);
}

/** Scores folders of labelled pages, and prints what was found by corpus, what was missed or false by name, and the bars. */
import { writeFileSync } from 'node:fs';
import { barsOver } from './bars.ts';
import { differences } from './known.ts';
import { openJudge } from './judge.ts';
import { corporaIn, htmlOf } from './labels.ts';
import { scoreOf, totalsOf, type Score } from './score.ts';

/** The exit code: 0 where all bars are met that these pages can meet, and all is as it is known to be. */
export async function benchPrompts(folder: string, out: string | null): Promise<number> {
  const scores = await scoresIn(folder);
  printTable(scores);
  if (out !== null) writeFileSync(out, `${JSON.stringify(scores, null, 2)}\n`);
  const failures = [...barsOver(scores), ...differences(scores)];
  for (const failure of failures) console.log(`NOT MET: ${failure}`);
  return failures.length === 0 ? 0 : 1;
}

export async function scoresIn(folder: string): Promise<readonly Score[]> {
  const judge = await openJudge();
  try {
    const pages = corporaIn(folder).flatMap((corpus) => corpus.pages.map((page) => ({ corpus, page })));
    return await Promise.all(
      pages.map(async ({ corpus, page }) =>
        scoreOf(corpus.name, page, await judge.judge(htmlOf(corpus, page))),
      ),
    );
  } finally {
    await judge.close();
  }
}

function printTable(scores: readonly Score[]): void {
  console.log(`\n${'corpus'.padEnd(28)}pages  prompts   recall  false  precision  set-up`);
  for (const [corpus, group] of Map.groupBy(scores, ({ corpus }) => corpus)) {
    const { prompts, found, wrong, confirms, confirmed } = totalsOf(group);
    const cells = [
      `${group.length}`.padStart(5),
      `${found}/${prompts}`.padStart(9),
      percent(found, prompts).padStart(9),
      `${wrong}`.padStart(7),
      percent(found, found + wrong).padStart(11),
      (confirms === 0 ? '' : `${confirmed}/${confirms}`).padStart(8),
    ];
    console.log(corpus.padEnd(28) + cells.join(''));
    printNames('missed', group, (score) => score.missed);
    printNames('false', group, (score) => score.false);
    printNames('set-up not told apart', group, (score) => score.confirmsMissed);
    printNames('of an app, but quiet', group, (score) => score.keptQuiet);
    printNames('sent, but held out', group, (score) => score.heldOut);
    printNames('taken for set-up', group, (score) => score.confirmsFalse);
  }
}

function printNames(
  what: string,
  scores: readonly Score[],
  namesOf: (score: Score) => readonly string[],
): void {
  const names = scores.flatMap(namesOf);
  if (names.length > 0) console.log(`  ${what}: ${names.join(' ')}`);
}

function percent(part: number, whole: number): string {
  return whole === 0 ? '' : `${((100 * part) / whole).toFixed(1)} %`;
}

/** What became of the prompts of a page, and of its other fields. A prompt is a field, or a row of boxes. */
import { wantsCode } from '../../../src/core/field/judgement.ts';
import type { Judged, JudgedPage } from './in-page.ts';
import type { LabelledPage } from './labels.ts';

export interface Score {
  readonly corpus: string;
  readonly page: string;
  readonly prompts: number;
  /** By the corpus's own mark: `page#fid`. */
  readonly missed: readonly string[];
  readonly false: readonly string[];
  /** Fields that confirm a set-up: how many there are, which were not told apart, and which others were taken for one. */
  readonly confirms: number;
  readonly confirmsMissed: readonly string[];
  readonly confirmsFalse: readonly string[];
  /** What the reader saw, and what was made of each field of it. */
  readonly seen: JudgedPage;
}

/** A code that goes into one field, or into a row of boxes, at sign-in or at set-up. */
const isCode = (judged: Judged): boolean => wantsCode(judged);

export function scoreOf(corpus: string, page: LabelledPage, seen: JudgedPage): Score {
  const { judged } = seen;
  const kindOf = new Map<string, string>(
    judged.filter(isCode).flatMap((one) => one.fids.map((fid) => [fid, one.kind])),
  );
  const name = (fid: string): string => `${nameOf(page)}#${fid}`;
  const wanted = page.fields.filter(({ expected }) => expected === 'otp');
  const prompts = [...Map.groupBy(wanted, ({ group, fid }) => group ?? fid).values()];
  const found = prompts.map((boxes) => boxes.find(({ fid }) => kindOf.has(fid)) ?? null);
  const others = page.fields.filter(({ expected }) => expected === 'not-otp');
  const isSetUp = page.setup !== null && (page.setup.qr || page.setup.secret);
  const confirming = found.map((box) => box !== null && kindOf.get(box.fid) === 'setup-confirm');
  const named = (which: (at: number) => boolean): readonly string[] =>
    prompts.flatMap(([first], at) => (first !== undefined && which(at) ? [name(first.fid)] : []));
  return {
    corpus,
    page: nameOf(page),
    prompts: prompts.length,
    missed: named((at) => found[at] === null),
    false: others.filter(({ fid }) => kindOf.has(fid)).map(({ fid }) => name(fid)),
    confirms: isSetUp ? prompts.length : 0,
    confirmsMissed: named((at) => isSetUp && confirming[at] !== true),
    confirmsFalse: named((at) => !isSetUp && confirming[at] === true),
    seen,
  };
}

export function totalsOf(scores: readonly Score[]) {
  const count = (of: (score: Score) => number): number => scores.reduce((sum, score) => sum + of(score), 0);
  const prompts = count((score) => score.prompts);
  const confirms = count((score) => score.confirms);
  return {
    prompts,
    found: prompts - count((score) => score.missed.length),
    wrong: count((score) => score.false.length),
    confirms,
    confirmed: confirms - count((score) => score.confirmsMissed.length),
    confirmsWrong: count((score) => score.confirmsFalse.length),
  };
}

function nameOf({ file }: LabelledPage): string {
  return file.replace(/^html\//, '').replace(/\.html$/, '');
}

/** What became of the prompts of a page, and of its other fields. A prompt is a field, or a row of boxes. */
import { isQuiet, wantsCode } from '../../../src/core/field/judgement.ts';
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
  /** Prompts for a code of an app that would be kept quiet, and for a code that is sent that would not be. */
  readonly keptQuiet: readonly string[];
  readonly heldOut: readonly string[];
  /** What the reader saw, and what was made of each field of it. */
  readonly seen: JudgedPage;
}

/** Channels of the corpora whose codes no app shows. */
const SENT = ['sms', 'email', 'sms-or-email'];

const confirms = (judged: Judged | null): boolean => judged?.kind === 'setup-confirm';

export function scoreOf(corpus: string, page: LabelledPage, seen: JudgedPage): Score {
  const codes = seen.judged.filter(wantsCode);
  const judgedOf = new Map<string, Judged>(codes.flatMap((one) => one.fids.map((fid) => [fid, one])));
  const name = (fid: string): string => `${nameOf(page)}#${fid}`;
  const wanted = page.fields.filter(({ expected }) => expected === 'otp');
  const prompts = [...Map.groupBy(wanted, ({ group, fid }) => group ?? fid).values()];
  const others = page.fields.filter(({ expected }) => expected === 'not-otp');
  const isSetUp = page.setup !== null && (page.setup.qr || page.setup.secret);
  const named = (which: (judged: Judged | null, channel: string) => boolean): readonly string[] =>
    prompts.flatMap((boxes) => {
      const [first] = boxes;
      const found = boxes.map(({ fid }) => judgedOf.get(fid)).find((one) => one !== undefined) ?? null;
      return first !== undefined && which(found, first.channel ?? 'unknown') ? [name(first.fid)] : [];
    });
  return {
    corpus,
    page: nameOf(page),
    prompts: prompts.length,
    missed: named((judged) => judged === null),
    false: others.filter(({ fid }) => judgedOf.has(fid)).map(({ fid }) => name(fid)),
    confirms: isSetUp ? prompts.length : 0,
    confirmsMissed: named((judged) => isSetUp && !confirms(judged)),
    confirmsFalse: named((judged) => !isSetUp && confirms(judged)),
    keptQuiet: named((judged, channel) => channel === 'totp' && judged !== null && isQuiet(judged)),
    heldOut: named((judged, channel) => SENT.includes(channel) && judged !== null && !isQuiet(judged)),
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

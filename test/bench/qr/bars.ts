/** What has to be reached over the corpus, and what is known not to be read: data. */
import type { Score } from './score.ts';

/** Sets by the beginnings of their names. */
export const GROUPS = {
  crops: ['crop'],
  viewports: ['vp-'],
  'photographs (zxing)': ['zxing-qrcode-'],
  'photographs (zxing-cpp)': ['zxingcpp-qrcode-', 'zxingcpp-multi-'],
  'nothing to read': ['zxingcpp-falsepositives-'],
  hostile: ['made-hostile-'],
  icons: ['made-icons'],
} as const;

export type Group = keyof typeof GROUPS;

export interface Bar {
  readonly group: Group;
  readonly what: string;
  /** Whether it is reached by these scores, all of the group. */
  readonly isMet: (scores: readonly Score[]) => boolean;
}

/** ms, for any picture. */
export const MOST_TIME = 1_500;

function shareRead(scores: readonly Score[]): number {
  return countRead(scores) / scores.length;
}

export function countRead(scores: readonly Score[]): number {
  return scores.filter(({ verdict }) => verdict === 'read').length;
}

export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}

/** Our median time as a multiple of jsqr's on the same pictures. */
export function timeRatio(scores: readonly Score[]): number {
  const both = scores.flatMap(({ time, jsqrTime }) => (jsqrTime === null ? [] : [[time, jsqrTime] as const]));
  return median(both.map(([ours]) => ours)) / median(both.map(([, theirs]) => theirs));
}

function longest(scores: readonly Score[]): number {
  return Math.max(...scores.map(({ time }) => time));
}

const atLeast = (share: number) => (scores: readonly Score[]) => shareRead(scores) >= share;
const noSlowerThan = (ratio: number) => (scores: readonly Score[]) => timeRatio(scores) <= ratio;

export const BARS: readonly Bar[] = [
  { group: 'crops', what: 'at least 98 % are read', isMet: atLeast(0.98) },
  { group: 'crops', what: "in at most 0.75 of jsqr's median time", isMet: noSlowerThan(0.75) },
  { group: 'viewports', what: 'at least 97 % are read', isMet: atLeast(0.97) },
  { group: 'viewports', what: "in at most 0.3 of jsqr's median time", isMet: noSlowerThan(0.3) },
  { group: 'photographs (zxing)', what: 'at least 165 are read', isMet: (all) => countRead(all) >= 165 },
  {
    group: 'photographs (zxing-cpp)',
    what: 'at least 130 are read',
    isMet: (all) => countRead(all) >= 130,
  },
  { group: 'nothing to read', what: 'nothing is read', isMet: atLeast(1) },
  { group: 'hostile', what: 'nothing is read', isMet: atLeast(1) },
  {
    group: 'hostile',
    what: `none takes more than ${MOST_TIME} ms`,
    isMet: (all) => longest(all) <= MOST_TIME,
  },
  { group: 'icons', what: 'the code among them is read', isMet: atLeast(1) },
];

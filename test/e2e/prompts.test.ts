/**
 * The reader and the classifier over pages that other people made, in Chromium, as the bench judges them. What is missed
 * and what is taken for a prompt is known by name: a better result fails too, so that it is written down.
 */
import { expect, test } from 'vitest';
import { scoresIn } from '../bench/prompts/bench.ts';
import { differences, KNOWN } from '../bench/prompts/known.ts';
import { corpus } from '../corpora.ts';

const folder = corpus('otp-forms') ?? '';

test.runIf(folder !== '')('prompts of real pages are found, and no other fields, as is known', async () => {
  const scores = await scoresIn(folder);
  expect(new Set(scores.map(({ corpus }) => corpus))).toEqual(new Set(Object.keys(KNOWN)));
  expect(differences(scores)).toEqual([]);
});

/** Every word of the vocabulary is its language's own: it stands in the interfaces of two products by others. */
import { describe, expect, test } from 'vitest';
import { languages } from '../../../src/core/field/words.ts';
import { wordsOf } from '../../bench/words/attest.ts';
import { standsInTwo, tableOf } from './attested.ts';
import { attested } from './word-sources.ts';

describe.each(Object.keys(languages))('the words of %s', (language) => {
  test('stand in two different products each', () => {
    const table = tableOf(attested[language] ?? '');
    expect(wordsOf(language).filter((word) => !standsInTwo(word, table))).toEqual([]);
  });

  test('are all that is told of where words stand', () => {
    const words = new Set(wordsOf(language));
    expect([...tableOf(attested[language] ?? '').keys()].filter((word) => !words.has(word))).toEqual([]);
  });
});

test('there are words for a one-time code, a code and a recovery code in every language of the corpus, and more', () => {
  const ofCorpus =
    'ar ca cs da de el en es eu fa fi fr hr hu it ja ka ko lt lv nl no pl pt ro ru sk sl sv th tr uk zh'.split(
      ' ',
    );
  const lacking = ofCorpus.filter((language) => {
    const words = languages[language];
    return !words || words.otp.length === 0 || words.code.length === 0 || words.recovery.length === 0;
  });
  expect(lacking).toEqual([]);
});

/**
 * Every word of the lists for all languages together is some language's own: one language has all words of a phrase, and each
 * stands there in the interfaces of two products by others. What brands and programmers call things has no such sources: it is
 * held apart, in lists of names.
 */
import { describe, expect, test } from 'vitest';
import { names } from '../../../src/core/field/vocabulary/names.ts';
import { wordsOfPhrase, wordsOfStem } from '../../bench/words/attest-lists.ts';
import { listsOfNames, listsOfPhrases, listsOfStems, type List } from '../../bench/words/lists.ts';
import { standsInTwo, tableOf, type Table } from './attested.ts';
import { attestedPhrases, attestedStems } from './list-sources.ts';

type WordsOf = (entry: string) => readonly string[];
type Case = readonly [name: string, entries: readonly string[], wordsOf: WordsOf, tables: readonly Table[]];

const phraseTables = Object.values(attestedPhrases).map(tableOf);
const stemTables = Object.values(attestedStems).map(tableOf);

const cases: readonly Case[] = [
  ...listsOfPhrases.map(([name, entries]): Case => [name, entries, wordsOfPhrase, phraseTables]),
  ...listsOfStems.map(([name, entries]): Case => [name, entries, wordsOfStem, stemTables]),
];

describe.each(cases)('%s', (_, entries, wordsOf, tables) => {
  test('has no words but those that stand in two different products each', () => {
    const lacking = entries.filter(
      (entry) => !tables.some((table) => wordsOf(entry).every((word) => standsInTwo(word, table))),
    );
    expect(lacking).toEqual([]);
  });
});

test.each([
  ['phrases', listsOfPhrases, wordsOfPhrase, phraseTables],
  ['stems', listsOfStems, wordsOfStem, stemTables],
] as const)('nothing else is told of where words of %s stand', (_, lists, wordsOf, tables) => {
  const words = new Set(lists.flatMap(([, entries]: List) => entries.flatMap(wordsOf)));
  expect(tables.flatMap((table) => [...table.keys()]).filter((word) => !words.has(word))).toEqual([]);
});

describe('names', () => {
  test('are in these lists and no others', () => {
    const known = `
      appBrands appNames smsBrands smsNames emailNames phoneInNames emailInNames setUpNames captchaNames captchaPictureNames contactNames
      passwordNames promptNames
    `;
    const plainLists = listsOfNames.map(([name]) => name).filter((name) => !name.includes(' '));
    expect(plainLists.toSorted()).toEqual(known.trim().split(/\s+/).toSorted());
    const kinds = listsOfNames.map(([name]) => name.split(' in ')[1]).filter((kind) => kind !== undefined);
    expect(new Set(kinds)).toEqual(new Set(['onlyNames', 'clearlyOtherNames', 'otherwiseNames']));
  });

  test('are written in the letters that programmers write names in', () => {
    const all = [...listsOfNames.flatMap(([, entries]) => entries), ...Object.values(names).flat()];
    expect(all.filter((name) => !/^[a-z0-9 *[\]]+$/.test(name))).toEqual([]);
  });
});

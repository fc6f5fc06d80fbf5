/**
 * The word lists that are kept for all languages together, beside the vocabulary by language. What programmers and brands call
 * things is no language's, and is kept in lists of its own, called `…Names` and `…Brands`.
 */
import * as stems from '../../../src/content/stems.ts';
import * as falseFriends from '../../../src/core/field/vocabulary/false-friends.ts';
import * as nearBy from '../../../src/core/field/vocabulary/near-by.ts';
import * as answers from '../../../src/core/life/words.ts';

/** A list by its name, with what it holds. */
export type List = readonly [name: string, entries: readonly string[]];

const isOfNames = ([name]: List): boolean => /(?:Names|Brands)$/.test(name);

function listsIn(module: object): readonly List[] {
  return Object.entries(module).flatMap(([name, list]: [string, unknown]): readonly List[] => {
    if (Array.isArray(list)) return [[name, list.map(String)]];
    if (typeof list !== 'object' || list === null) return [];
    return listsIn(list).map(([kind, entries]): List => [`${kind} in ${name}`, entries]);
  });
}

const all = [...listsIn(nearBy), ...listsIn(falseFriends), ...listsIn(answers), ...listsIn(stems)];

/** Of what no language has. */
export const listsOfNames = all.filter((list) => isOfNames(list));

/** Of phrases, as `sense.ts` writes them. */
export const listsOfPhrases = [...listsIn(nearBy), ...listsIn(falseFriends)].filter(
  (list) => !isOfNames(list),
);

/** Of beginnings of words, some of them regular expressions, for text as it stands on a page. */
export const listsOfStems = [...listsIn(answers), ...listsIn(stems)].filter((list) => !isOfNames(list));

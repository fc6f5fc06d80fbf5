/**
 * Whether the words of the vocabulary are their languages' own: each has to stand in the interfaces of two products that
 * have nothing to do with each other.
 */
import { plain } from '../../../src/core/field/text.ts';
import { languages } from '../../../src/core/field/words.ts';
import { SPACELESS, type Texts } from './sources.ts';

/** The words of a language's phrases, each as it is written there: with the star that stands for an ending. */
export function wordsOf(language: string): readonly string[] {
  const phrases = Object.values(languages[language] ?? {}).flat();
  return [...new Set(phrases.flatMap((phrase) => phrase.split(' ')))].filter((word) => plain(word) !== '');
}

/** By language and word, the products that have it. */
export function attestWords(
  tokens: ReadonlyMap<string, Texts>,
): ReadonlyMap<string, ReadonlyMap<string, readonly string[]>> {
  return new Map(
    Object.keys(languages).map((language) => {
      const own = new Map([...(tokens.get('all') ?? []), ...(tokens.get(language) ?? [])]);
      return [language, new Map(wordsOf(language).map((word) => [word, productsWith(word, own)]))];
    }),
  );
}

function productsWith(word: string, tokens: Texts): readonly string[] {
  const patterns = plain(word)
    .split(' ')
    .map((stem) => patternOf(stem, word.endsWith('*')));
  return [...tokens]
    .filter(([, own]) => patterns.every((pattern) => pattern.test(own)))
    .map(([product]) => product);
}

/** The word, or a part at either end of one that is put together; where no spaces are set, wherever it stands. */
function patternOf(stem: string, begins: boolean): RegExp {
  if (SPACELESS.test(stem)) return new RegExp(stem, 'u');
  return new RegExp(begins ? `^${stem}` : `^${stem}|${stem}$`, 'mu');
}

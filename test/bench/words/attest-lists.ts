/**
 * Whether what stands in the lists for all languages together is some language's own: of each phrase, one language has every
 * word, and in that language each stands in the interfaces of two products that have nothing to do with each other.
 */
import { plain } from '../../../src/core/field/text.ts';
import { languages } from '../../../src/core/field/words.ts';
import type { List } from './lists.ts';
import { SPACELESS, type Texts } from './sources.ts';

/** By language and word, the products that have it. */
export type Found = ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>;

export interface Attestation {
  readonly found: Found;
  readonly lists: readonly {
    readonly name: string;
    readonly entries: number;
    /** What no language has, with the words that are missing in the one that comes closest. */
    readonly lacking: readonly string[];
  }[];
}

/** How a word, or a stem, is looked for in one language. */
type PatternOf = (part: string, language: string, isAlone: boolean) => RegExp;

/** Put words together without a space: there each word of a phrase may be a part at either end of one. */
const COMPOUNDING = new Set(['de', 'nl', 'sv', 'da', 'no', 'fi', 'et', 'hu']);

/** The words of a phrase as they are written there: with the star that stands for an ending. */
export function wordsOfPhrase(phrase: string): readonly string[] {
  return phrase.split(' ').filter((word) => plain(word) !== '');
}

/** The words of a stem: all but the last are whole. */
export function wordsOfStem(stem: string): readonly string[] {
  return stem.split(' ').map((word, at, { length }) => (at + 1 < length ? `${word}\\b` : word));
}

export function attestPhrases(tokens: ReadonlyMap<string, Texts>, lists: readonly List[]): Attestation {
  return attest(tokens, lists, wordsOfPhrase, wordPattern);
}

export function attestStems(lowerCase: ReadonlyMap<string, Texts>, lists: readonly List[]): Attestation {
  return attest(lowerCase, lists, wordsOfStem, stemPattern);
}

/** A phrase of one word is looked for as it is; in one of several, each may be joined on to another. */
function wordPattern(word: string, language: string, isAlone: boolean): RegExp {
  const stem = plain(word);
  if (SPACELESS.test(stem)) return new RegExp(stem, 'u');
  const begun = word.startsWith('*') ? '' : '^';
  const ended = word.endsWith('*') ? '' : '$';
  const whole = `${begun}${stem}${ended}`;
  const isJoined = !isAlone && COMPOUNDING.has(language);
  return new RegExp(isJoined ? `${whole}|^${stem}|${stem}$` : whole, 'mu');
}

function stemPattern(stem: string): RegExp {
  return new RegExp(SPACELESS.test(stem) ? stem : `(?<!\\p{L})${stem.replace(/\\b$/, '(?!\\p{L})')}`, 'u');
}

function attest(
  texts: ReadonlyMap<string, Texts>,
  lists: readonly List[],
  partsOf: (entry: string) => readonly string[],
  patternOf: PatternOf,
): Attestation {
  const found = new Map<string, Map<string, readonly string[]>>();
  const productsWith = lookingIn(texts, patternOf);
  const lackingIn = (entry: string): string | null => {
    const parts = partsOf(entry);
    const isAlone = parts.length === 1;
    const fewIn = (language: string): readonly string[] =>
      parts.filter((part) => productsWith(part, language, isAlone).length < 2);
    const language = Object.keys(languages).find((known) => fewIn(known).length === 0);
    if (language === undefined) return `${entry} (${fewest(Object.keys(languages).map(fewIn)).join(' ')})`;
    const words = found.get(language) ?? new Map<string, readonly string[]>();
    for (const part of parts)
      if (isAlone || !words.has(part)) words.set(part, productsWith(part, language, isAlone));
    found.set(language, words);
    return null;
  };
  const judged = lists.map(([name, entries]) => ({
    name,
    entries: entries.length,
    lacking: entries.map(lackingIn).filter((entry) => entry !== null),
  }));
  return { found, lists: judged };
}

function fewest(lists: readonly (readonly string[])[]): readonly string[] {
  return lists.toSorted((one, other) => one.length - other.length)[0] ?? [];
}

/** Looks for each word only once. */
function lookingIn(
  texts: ReadonlyMap<string, Texts>,
  patternOf: PatternOf,
): (part: string, language: string, isAlone: boolean) => readonly string[] {
  const lookedUp = new Map<string, readonly string[]>();
  return (part, language, isAlone) => {
    const key = `${language} ${part} ${String(isAlone)}`;
    const known = lookedUp.get(key);
    if (known !== undefined) return known;
    const pattern = patternOf(part, language, isAlone);
    const products = [...(texts.get(language) ?? [])].filter(([, text]) => pattern.test(text));
    const names = products.map(([product]) => product);
    lookedUp.set(key, names);
    return names;
  };
}

/**
 * Whether the words of the vocabulary are their languages' own: each has to stand in the interfaces of two products that
 * have nothing to do with each other. Read from a folder of such texts, `PRODUCT/LANGUAGE.txt` with a text a line, which is not
 * part of this repository; `all` is a file of several languages.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { plain } from '../../../src/core/field/text.ts';
import { languages } from '../../../src/core/field/words.ts';

/** By product, all that it says in one language. */
type Texts = ReadonlyMap<string, string>;

/** What products call a language that goes by another name here; of Serbian in Latin letters the words are with Croatian. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  nb: 'no',
  nn: 'no',
  ua: 'uk',
  kr: 'ko',
  in: 'id',
  bs: 'hr',
  'sr-latn': 'hr',
  'sr-el': 'hr',
};

/** The words of a language's phrases, each as it is written there: with the star that stands for an ending. */
export function wordsOf(language: string): readonly string[] {
  const phrases = Object.values(languages[language] ?? {}).flat();
  return [...new Set(phrases.flatMap((phrase) => phrase.split(' ')))].filter((word) => plain(word) !== '');
}

/** By language and word, the products that have it. */
export function attestIn(folder: string): ReadonlyMap<string, ReadonlyMap<string, readonly string[]>> {
  const texts = textsIn(folder);
  return new Map(
    Object.keys(languages).map((language) => {
      const own = new Map([...(texts.get('all') ?? []), ...(texts.get(language) ?? [])]);
      return [language, new Map(wordsOf(language).map((word) => [word, productsWith(word, own)]))];
    }),
  );
}

function productsWith(word: string, texts: Texts): readonly string[] {
  const pattern = patternOf(word);
  return [...texts].filter(([, text]) => pattern.test(text)).map(([product]) => product);
}

/** The word, or a part at either end of one that is put together; where no spaces are set, wherever it stands. */
function patternOf(word: string): RegExp {
  const stem = plain(word);
  const begins = `(?<![\\p{L}\\p{N}])${stem}`;
  if (word.endsWith('*')) return new RegExp(begins, 'u');
  const SPACELESS = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}]/u;
  return new RegExp(SPACELESS.test(stem) ? stem : `${begins}|${stem}(?![\\p{L}\\p{N}])`, 'u');
}

function textsIn(folder: string): ReadonlyMap<string, Texts> {
  const texts = new Map<string, Map<string, string>>();
  for (const product of readdirSync(folder)) {
    for (const file of readdirSync(join(folder, product))) {
      const language = languageOf(basename(file, '.txt').toLowerCase());
      const own = texts.get(language) ?? new Map<string, string>();
      const lines = readFileSync(join(folder, product, file), 'utf8')
        .split('\n')
        .map(plain)
        .join('\n');
      texts.set(language, own.set(product, `${own.get(product) ?? ''}\n${lines}`));
    }
  }
  return texts;
}

function languageOf(name: string): string {
  const [language = ''] = name.split('-');
  return OTHER_NAMES[name] ?? OTHER_NAMES[language] ?? language;
}

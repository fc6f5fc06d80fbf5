/**
 * The interfaces of products by others, read from a folder that is not part of this repository: `PRODUCT/LANGUAGE.txt`, with a
 * text a line; `all` is a file of several languages.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { plain } from '../../../src/core/field/text.ts';

/** By product, all that it says in one language. */
export type Texts = ReadonlyMap<string, string>;

/** Scripts in which no spaces are set between words. */
export const SPACELESS = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}]/u;

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

/** By language, of those that are asked for. */
export function textsIn(folder: string, languages: readonly string[]): ReadonlyMap<string, Texts> {
  const texts = new Map<string, Map<string, string>>();
  for (const product of readdirSync(folder)) {
    for (const file of readdirSync(join(folder, product))) {
      const language = languageOf(basename(file, '.txt').toLowerCase());
      if (!languages.includes(language)) continue;
      const own = texts.get(language) ?? new Map<string, string>();
      const text = readFileSync(join(folder, product, file), 'utf8');
      texts.set(language, own.set(product, `${own.get(product) ?? ''}\n${text}`));
    }
  }
  return texts;
}

function languageOf(name: string): string {
  const [language = ''] = name.split('-');
  return OTHER_NAMES[name] ?? OTHER_NAMES[language] ?? language;
}

/** The same with each word once, a line each, in the form that the vocabulary is in. */
export function tokensIn(texts: ReadonlyMap<string, Texts>): ReadonlyMap<string, Texts> {
  return changed(texts, (text) => {
    const written = [...new Set(text.split(/\s+/))];
    return [...new Set(written.flatMap((word) => plain(word).split(' ')))].join('\n');
  });
}

export function lowerCaseIn(texts: ReadonlyMap<string, Texts>): ReadonlyMap<string, Texts> {
  return changed(texts, (text) => text.normalize('NFC').toLowerCase());
}

function changed(
  texts: ReadonlyMap<string, Texts>,
  change: (text: string) => string,
): ReadonlyMap<string, Texts> {
  return new Map(
    [...texts].map(([language, own]) => [
      language,
      new Map([...own].map(([product, text]) => [product, change(text)])),
    ]),
  );
}

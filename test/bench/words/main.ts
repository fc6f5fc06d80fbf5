import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { languages } from '../../../src/core/field/words.ts';
import { attestPhrases, attestStems, type Attestation, type Found } from './attest-lists.ts';
import { attestWords } from './attest.ts';
import { listsOfPhrases, listsOfStems } from './lists.ts';
import { lowerCaseIn, textsIn, tokensIn } from './sources.ts';

/** Prints what stands in fewer than two products, and writes for all else two that have it. */
export async function bench(args: string[]): Promise<number> {
  const options = { sources: { type: 'string' }, json: { type: 'string' } } as const;
  const { values } = parseArgs({ args, options });
  if (values.sources === undefined) {
    console.error('say with --sources where the texts of other products are: DIR/PRODUCT/LANGUAGE.txt');
    return 1;
  }
  const texts = textsIn(values.sources, ['all', ...Object.keys(languages)]);
  const tokens = tokensIn(texts);
  const words = attestWords(tokens);
  const phrases = attestPhrases(tokens, listsOfPhrases);
  const stems = attestStems(lowerCaseIn(texts), listsOfStems);
  const alone = printWords(words) + printLists(phrases) + printLists(stems);
  if (values.json !== undefined) {
    const found = { words: twoOf(words), phrases: twoOf(phrases.found), stems: twoOf(stems.found) };
    writeFileSync(values.json, `${JSON.stringify(found, null, 2)}\n`);
  }
  return alone === 0 ? 0 : 1;
}

/** How many stand alone. */
function printWords(attested: Found): number {
  let alone = 0;
  for (const [language, words] of attested) {
    const few = [...words].filter(([, products]) => products.length < 2).map(([word]) => word);
    alone += few.length;
    console.log(`${language}: ${words.size - few.length} of ${words.size} words ${few.join(' ')}`.trimEnd());
  }
  return alone;
}

function printLists({ lists }: Attestation): number {
  for (const { name, entries, lacking } of lists)
    console.log(`${name}: ${entries - lacking.length} of ${entries} ${lacking.join(' | ')}`.trimEnd());
  return lists.reduce((sum, { lacking }) => sum + lacking.length, 0);
}

function twoOf(found: Found): unknown {
  return Object.fromEntries(
    [...found].map(([language, words]) => [
      language,
      Object.fromEntries([...words].map(([word, products]) => [word, products.slice(0, 2)])),
    ]),
  );
}

import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { attestIn } from './attest.ts';

/** Prints the words that stand in fewer than two products, and writes for each of the others two that have it. */
export async function bench(args: string[]): Promise<number> {
  const options = { sources: { type: 'string' }, json: { type: 'string' } } as const;
  const { values } = parseArgs({ args, options });
  if (values.sources === undefined) {
    console.error('say with --sources where the texts of other products are: DIR/PRODUCT/LANGUAGE.txt');
    return 1;
  }
  const attested = attestIn(values.sources);
  let alone = 0;
  for (const [language, words] of attested) {
    const few = [...words].filter(([, products]) => products.length < 2).map(([word]) => word);
    alone += few.length;
    console.log(`${language}: ${words.size - few.length} of ${words.size} words ${few.join(' ')}`.trimEnd());
  }
  if (values.json !== undefined) {
    const two = [...attested].map(([language, words]) => [
      language,
      Object.fromEntries([...words].map(([word, products]) => [word, products.slice(0, 2)])),
    ]);
    writeFileSync(values.json, `${JSON.stringify(Object.fromEntries(two), null, 2)}\n`);
  }
  return alone === 0 ? 0 : 1;
}

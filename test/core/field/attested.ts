/** Reading what is told of where words stand. */
import { products } from './word-sources.ts';

/** By word, the letters of the products that have it. */
export type Table = ReadonlyMap<string, string>;

export function tableOf(text: string): Table {
  return new Map(
    text
      .split(/\s+/)
      .filter((entry) => entry !== '')
      .map((entry) => {
        const at = entry.lastIndexOf(':');
        return [entry.slice(0, at), entry.slice(at + 1)];
      }),
  );
}

export function standsInTwo(word: string, table: Table): boolean {
  const found = new Set(table.get(word));
  return found.size >= 2 && [...found].every((product) => products[product] !== undefined);
}

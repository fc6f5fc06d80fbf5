import type { AccountView } from '../../messages/contract.ts';

export interface Listed {
  readonly account: AccountView;
  /** What a search looks into, folded. */
  readonly text: string;
}

/** Without case and accents: what a person types and what they look for meet here. */
function fold(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
}

/** The accounts in the order of their names, each with what a search looks into: made once, not at each key. */
export function indexOf(accounts: readonly AccountView[]): readonly Listed[] {
  const { compare } = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });
  return accounts
    .map((account) => ({
      account,
      text: fold([account.issuer, account.name, ...account.hosts].join(' ')),
      key: `${account.issuer || account.name}\n${account.name}`,
    }))
    .toSorted((a, b) => compare(a.key, b.key));
}

export interface Groups {
  readonly here: readonly AccountView[];
  readonly others: readonly AccountView[];
}

/** Those in which every word of the query occurs; of the page's own, the likely one first. */
export function search(index: readonly Listed[], query: string, likely: string | null = null): Groups {
  const words = fold(query)
    .split(/\s+/)
    .filter((word) => word !== '');
  const hits = index.filter(({ text }) => words.every((word) => text.includes(word)));
  const accounts = hits.map(({ account }) => account);
  const here = accounts.filter(({ here }) => here);
  const first = here.filter(({ id }) => id === likely);
  const others = accounts.filter(({ here }) => !here);
  return { here: [...first, ...here.filter(({ id }) => id !== likely)], others };
}

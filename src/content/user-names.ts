/**
 * Under which name the person signs in, as far as the page has it in a field: one that was filled in a step before, a
 * read-only one, a hidden one that is there for password managers. Read only where a prompt was found. A password is
 * no such field, whatever it is called.
 */
import { attribute, tidy } from './dom.ts';
import { allIn, type Tree } from './tree.ts';

const FIELDS =
  'input[autocomplete~=username],input[autocomplete~=email],' +
  ['text', 'email', 'tel', 'hidden'].map((type) => `input[type=${type}]`).join() +
  ',input:not([type])';
const LOOKED_AT = 60;
const NAMES = 6;
const LONGEST = 100;
/** What a field for it is called: `username`, `session[login]`, `user.emailAddress`, `Identifier`. */
const CALLED =
  /(?:^|[^a-z])(?:user(?:[-_ ]?(?:name|id))?|login(?:[-_ ]?(?:name|id))?|e-?mail(?:[-_ ]?address)?|identifier|account[-_ ]?name)\]?$/i;

/** At most 6. */
export function userNamesOn(trees: readonly Tree[]): readonly string[] {
  const fields = allIn(trees, FIELDS, LOOKED_AT) as readonly HTMLInputElement[];
  const names = fields.filter(isForUserName).map(({ value }) => tidy(value, LONGEST + 1));
  return [...new Set(names)].filter((name) => name !== '' && name.length <= LONGEST).slice(0, NAMES);
}

function isForUserName(field: HTMLInputElement): boolean {
  if (!/^(?:text|email|tel|hidden)$/.test(field.type)) return false;
  if (field.type === 'email' || /username|email/i.test(attribute(field, 'autocomplete'))) return true;
  return ['name', 'id'].some((name) => CALLED.test(wordsOf(attribute(field, name))));
}

/** `currentUserName` as `current-User-Name`. */
function wordsOf(name: string): string {
  return name.replace(/([a-z])([A-Z])/g, '$1-$2');
}

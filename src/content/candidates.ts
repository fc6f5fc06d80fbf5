/**
 * The cheap question before the classifier's: can this be a field for a code at all? It lets through far more than
 * is offered, for what it holds back is never judged; it is here to keep pages without such a field silent.
 */
import { isDeclared, OTHER_PURPOSE, type FieldFacts } from '../core/field/facts.ts';
import { promptNames, promptStems } from './stems.ts';

/** Whoever says more than these says one of them too. Made when it is asked for, which on most pages it never is. */
let words: RegExp | undefined;

export function hasWords(text: string): boolean {
  words ??= new RegExp([...promptNames, ...promptStems].join('|'), 'i');
  return words.test(text);
}

/** By the page's word, or by being a row of boxes. */
const isForCode = (facts: FieldFacts): boolean => isDeclared(facts) || facts.boxes > 1;

/** Whether the page wants nothing else there: asked first, for it needs nothing that is dear to read. */
export function isOpenToCode(facts: FieldFacts): boolean {
  return (
    isForCode(facts) || !(OTHER_PURPOSE.test(facts.autocomplete) || /mail|url|search/.test(facts.inputMode))
  );
}

/** A field that wants a code only if a person has said of its site that the code goes behind the password. */
export const isPassword = ({ type }: Pick<FieldFacts, 'type'>): boolean => type === 'password';

export function mayWantCode(facts: FieldFacts): boolean {
  const { name, id, placeholder, ariaLabel, label, form, container, near, after, alone, drawn } = facts;
  if (isForCode(facts) || hasWords(`${name} ${id} ${placeholder} ${ariaLabel} ${label}`)) return true;
  if (isPassword(facts)) return false;
  return alone || drawn > 0 || hasWords(`${form} ${container} ${near} ${after}`);
}

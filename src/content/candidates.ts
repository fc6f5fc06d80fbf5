/**
 * The cheap question before the classifier's: can this be a field for a code at all? It lets through far more than
 * is offered, for what it holds back is never judged; it is here to keep pages without such a field silent.
 */
import type { FieldFacts } from '../core/field/facts.ts';

/**
 * What every prompt calls the thing that it wants, in the languages that the classifier knows: a code, a token, a PIN, an
 * answer, or its factor. Stems, and few: whoever says more says one of these too.
 */
const WORDS =
  /otp|otc|(?:[2mt]|two)fa|a2f|fa[ck]tor|one.?time|einmal|verif|auth?ent|c[oó]d|k[oó]d|token|pin\b|answer|challenge|mã|код|码|碼|口令|コード|認証|인증|코드|رمز|كود|کد|קוד|κωδ|კოდ|รหัส|कोड/i;

/** What the page asks the browser to fill in here instead. */
const OTHER_PURPOSE = /name|mail|tel|address|postal|country|cc-|bday|organi|url|current-password/;

export const hasWords = (text: string): boolean => WORDS.test(text);

const isDeclared = ({ autocomplete, boxes }: FieldFacts): boolean =>
  autocomplete.includes('one-time-code') || boxes > 1;

/** Whether the page wants nothing else there: asked first, for it needs nothing that is dear to read. */
export function isOpenToCode(facts: FieldFacts): boolean {
  return (
    isDeclared(facts) || !(OTHER_PURPOSE.test(facts.autocomplete) || /mail|url|search/.test(facts.inputMode))
  );
}

export function mayWantCode(facts: FieldFacts): boolean {
  const { name, id, placeholder, ariaLabel, label, form, container, near, after, alone, drawn } = facts;
  if (isDeclared(facts) || hasWords(`${name} ${id} ${placeholder} ${ariaLabel} ${label}`)) return true;
  if (facts.type === 'password') return false;
  return alone || drawn > 0 || hasWords(`${form} ${container} ${near} ${after}`);
}

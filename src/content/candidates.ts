/**
 * The cheap question before the classifier's: can this be a field for a code at all? It lets through far more than
 * is offered, for what it holds back is never judged; it is here to keep pages without such a field silent.
 */
import type { FieldFacts } from '../core/field/facts.ts';

/**
 * What every prompt calls the thing that it wants, in the languages that the classifier knows: a code, a token, a PIN,
 * or its factor. Stems, and few: whoever says more says one of these too.
 */
const WORDS =
  /otp|otc|[2mt]fa|a2f|fa[ck]tor|one.?time|einmal|verif|auth?ent|c[oó]d|k[oó]d|token|pass?code|pin\b|challenge|mã|код|码|碼|口令|コード|認証|인증|코드|رمز|كود|קוד|κωδ|รหัส|कोड/i;

/** What the page asks the browser to fill in here instead. */
const OTHER_PURPOSE = /name|mail|tel|address|postal|country|cc-|bday|organi|url|password/;

const DIGITS_SHOWN = /^[\s\d#•*·_xX-]{4,12}$/;

export const hasWords = (text: string): boolean => WORDS.test(text);

export function mayWantCode(facts: FieldFacts): boolean {
  if (facts.autocomplete.includes('one-time-code') || facts.boxes > 1) return true;
  if (OTHER_PURPOSE.test(facts.autocomplete) || /email|url|search/.test(facts.inputMode)) return false;
  const own = `${facts.name} ${facts.id} ${facts.placeholder} ${facts.ariaLabel} ${facts.label}`;
  if (hasWords(own)) return true;
  if (facts.type === 'password') return false;
  return looksNumeric(facts) || hasWords(facts.near);
}

function looksNumeric({ maxLength, inputMode, placeholder, pattern, type }: FieldFacts): boolean {
  if (maxLength !== null) return maxLength >= 5 && maxLength <= 10;
  return inputMode === 'numeric' || type === 'number' || DIGITS_SHOWN.test(placeholder) || pattern !== '';
}

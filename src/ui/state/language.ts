import { t, type TextKey } from '../../platform/text.ts';

/** Texts that come as `…_one` and `…_other`. */
export type PluralKey = {
  [K in TextKey]: K extends `${infer Base}_other` ? (`${Base}_one` extends TextKey ? Base : never) : never;
}[TextKey];

/** The language of the texts, which is not always the browser's. */
export function language(): string {
  const tag = t('locale');
  // The pseudo-locale accents even this one.
  return /^[a-z]{2,3}(-\w+)*$/.test(tag) ? tag : 'en';
}

let clock: Intl.DateTimeFormat | null = null;

/** The time of day of a moment, to the second. */
export function timeOfDay(moment: number): string {
  // One for all: to make a formatter takes longer than to draw a row.
  clock ??= new Intl.DateTimeFormat(language(), { timeStyle: 'medium' });
  return clock.format(moment);
}

/** A day, in words that cannot be taken for another one. */
export function day(moment: number): string {
  return new Intl.DateTimeFormat(language(), { dateStyle: 'long' }).format(moment);
}

/** The text for a count, which is its $1; `values` are $2 and on. */
export function plural(key: PluralKey, count: number, ...values: readonly (string | number)[]): string {
  const category = new Intl.PluralRules(language()).select(count);
  return t(`${key}_${category === 'one' ? 'one' : 'other'}`, count, ...values);
}

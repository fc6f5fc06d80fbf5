import type messages from '../locales/en/messages.json';
import { pageApi } from './page.ts';

/** Every text that a person sees, by its key in `src/locales/en/messages.json`: a missing one does not compile. */
export type TextKey = keyof typeof messages;

/** The text in the browser's language; `values` stand for $1, $2 … or the named placeholders in their order. */
export function t(key: TextKey, ...values: readonly (string | number)[]): string {
  return pageApi.i18n.getMessage(key, values.map(String));
}

/**
 * The field of a site that wants the code behind the password: no page says of such a field that it wants a code, so it is the
 * person's word for the site that makes it one.
 */
import type { FieldFacts } from './facts.ts';
import { wantsCode, type Judgement } from './judgement.ts';

/** The judgements, of which the one of the page's only password is that it wants a code, where no other field does. */
export function behindPassword(
  judgements: readonly Judgement[],
  fields: readonly FieldFacts[],
): readonly Judgement[] {
  if (judgements.some(wantsCode)) return judgements;
  // Two are a form in which a password is made or changed.
  const [only, ...more] = fields.filter(({ type, boxes }) => type === 'password' && boxes === 1);
  if (only === undefined || more.length > 0 || only.autocomplete.includes('new-password')) return judgements;
  return judgements.map((judged) =>
    judged.key === only.key ? { ...judged, kind: 'single', channel: 'app', because: ['append'] } : judged,
  );
}

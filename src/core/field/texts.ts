/** What is said of a field, by place, in the form that the vocabulary is in. */
import type { FieldFacts } from './facts.ts';
import type { Place } from './judgement.ts';
import { plain } from './text.ts';

export type Texts = Readonly<Record<Place, string>> & {
  /** All of the part of the page that it stands in. */
  readonly around: string;
  readonly picture: string;
};

/** What the boxes of a row are called one by one, which says nothing of what the row is for. */
const NUMBERED = /(?<!\p{L})digits? \d+(?: of \d+)?(?!\p{L})/gu;

export function textsOf(field: FieldFacts, title: string): Texts {
  const label = plain(`${field.label} . ${field.ariaLabel}`);
  return {
    own: plain(`${field.name} . ${field.id}`),
    label: field.boxes > 1 ? label.replace(NUMBERED, ' ') : label,
    placeholder: plain(field.placeholder),
    near: plain(field.near),
    after: plain(field.after),
    form: plain(`${field.form} . ${field.container}`),
    page: plain(title),
    around: plain(field.around),
    picture: plain(field.picture),
  };
}

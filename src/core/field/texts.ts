/** What is said of a field, by place, in the form that the vocabulary is in. */
import type { FieldFacts } from './facts.ts';
import type { Place } from './judgement.ts';
import { plain } from './text.ts';

export type Texts = Readonly<Record<Place, string>> & {
  /** All of the part of the page that it stands in. */
  readonly around: string;
  readonly picture: string;
};

export function textsOf(field: FieldFacts, title: string): Texts {
  return {
    own: plain(`${field.name} . ${field.id}`),
    label: plain(`${field.label} . ${field.ariaLabel}`),
    placeholder: plain(field.placeholder),
    near: plain(field.near),
    after: plain(field.after),
    form: plain(`${field.form} . ${field.container}`),
    page: plain(title),
    around: plain(field.around),
    picture: plain(field.picture),
  };
}

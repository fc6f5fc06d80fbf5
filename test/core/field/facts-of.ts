import type { FieldFacts, PageFacts } from '../../../src/core/field/facts.ts';

/** A field of which nothing is known but what the test says. */
export function fieldOf(said: Partial<FieldFacts> = {}): FieldFacts {
  return {
    key: 1,
    type: 'text',
    name: '',
    id: '',
    autocomplete: '',
    placeholder: '',
    inputMode: '',
    pattern: '',
    maxLength: null,
    ariaLabel: '',
    label: '',
    near: '',
    after: '',
    around: '',
    form: '',
    container: '',
    picture: '',
    alone: false,
    drawn: 0,
    boxes: 1,
    holds: 'nothing',
    refused: false,
    ...said,
  };
}

export function pageOf(fields: readonly FieldFacts[], title = ''): PageFacts {
  return { fields, title, asksPassword: false, pictures: 0, lists: [], printed: [], messages: '', names: [] };
}

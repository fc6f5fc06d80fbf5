import { html, raw } from 'hono/html';
import { nothing, type Html } from '../pages/parts.ts';

export type Attributes = Record<string, string | number | true>;

/** Names come from the code alone; values are escaped. */
export function attributes(given: Attributes): Html[] {
  return Object.entries(given).map(([name, value]) =>
    value === true ? html` ${raw(name)}` : html` ${raw(name)}="${String(value)}"`,
  );
}

/** For where a page is put into an attribute or an answer of its own. */
export function textOf(part: Html): string {
  if (part instanceof Promise) throw new Error('nothing in the zoo is awaited');
  return part.toString();
}

/** An input whose value is told in the page's output. */
export function input(given: Attributes): Html {
  return html`<input data-watched ${attributes({ type: 'text', ...given })} />`;
}

/** One that is none of this page's business. */
export function otherInput(given: Attributes): Html {
  return html`<input ${attributes({ type: 'text', ...given })} />`;
}

/** Its id is its name unless it is given one. */
export function labelled(label: string, given: Attributes): Html {
  const id = String(given['id'] ?? given['name']);
  return html`<div class="field">
    <label for="${id}">${label}</label>
    ${input({ ...given, id })}
  </div>`;
}

export function otherLabelled(label: string, given: Attributes): Html {
  const id = String(given['id'] ?? given['name']);
  return html`<div class="field">
    <label for="${id}">${label}</label>
    ${otherInput({ ...given, id })}
  </div>`;
}

export interface FormParts {
  text?: string;
  /** null for a form without a button. */
  submit?: string | null;
}

/** A form that the page answers with whether its code is right. */
export function form({ text, submit = 'Continue' }: FormParts, ...content: (Html | string)[]): Html {
  return html`<form method="post" autocomplete="on">
    ${text === undefined ? nothing : html`<p>${text}</p>`} ${content}
    ${submit === null ? nothing : html`<button type="submit">${submit}</button>`}
  </form>`;
}

export const ASK = 'Enter the six-digit code from your authenticator app.';

/** A row of boxes for one character each. */
export function boxes(count: number, given: Attributes = {}, row: Attributes = {}): Html {
  const one = (at: number): Html =>
    input({ inputmode: 'numeric', maxlength: 1, 'aria-label': `Digit ${at + 1}`, ...given });
  return html`<div class="boxes" ${attributes(row)}>
    ${Array.from({ length: count }, (_, at) => one(at))}
  </div>`;
}

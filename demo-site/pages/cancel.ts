import { html } from 'hono/html';
import type { Frame } from './layout.ts';
import { hiddenToken, type Html } from './parts.ts';

/** In the row of buttons, and of another form: a form in a form there can't be. */
export function cancelButton({ profile }: Frame): Html {
  return html`<button type="submit" form="cancel-form" class="plain" data-testid="cancel">
    ${profile.signIn.cancel}
  </button>`;
}

export function cancelForm({ formToken }: Frame): Html {
  return html`<form method="post" action="/login/cancel" id="cancel-form" hidden>
    ${hiddenToken(formToken)}
  </form>`;
}

import { html, raw } from 'hono/html';

type Html = ReturnType<typeof html>;

/** What the boxes of a code are called in a form, in order. */
export const boxNames = [1, 2, 3, 4, 5, 6].map((at) => `digit_${at}`);

/** One box for each digit. Each is a field of the form, which so needs no script; the script moves on, spreads a paste and sends. */
export function codeBoxes(label: string, error: string | null): Html {
  return html`<fieldset class="field boxes" data-boxes>
    <legend>${label}</legend>
    <div class="row-of-boxes">${boxNames.map((name, at) => codeBox(name, at, error))}</div>
    ${error ? html`<p class="error" role="alert" id="code-error" data-testid="error">${error}</p>` : ''}
  </fieldset>`;
}

function codeBox(name: string, at: number, error: string | null): Html {
  const first = raw('autocomplete="one-time-code" autofocus');
  const invalid = raw('aria-invalid="true" aria-describedby="code-error"');
  return html`<input
    id="${name.replace('_', '-')}"
    name="${name}"
    class="code box"
    type="text"
    inputmode="numeric"
    pattern="[0-9]"
    maxlength="1"
    required
    spellcheck="false"
    aria-label="Digit ${at + 1} of ${boxNames.length}"
    data-testid="totp-${name}"
    ${at === 0 ? first : raw('autocomplete="off"')}
    ${error ? invalid : ''}
  />`;
}

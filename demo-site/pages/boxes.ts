import { html, raw } from 'hono/html';

type Html = ReturnType<typeof html>;

/** What the boxes of a code are called in a form, in order, for as many digits as a code can have here. */
export const boxNames = [1, 2, 3, 4, 5, 6, 7, 8].map((at) => `digit_${at}`);

/** One box for each digit. Each is a field of the form, which so needs no script; the script moves on, spreads a paste and sends. */
export function codeBoxes(label: string, digits: number, error: string | null): Html {
  return html`<fieldset class="field boxes" data-boxes>
    <legend>${label}</legend>
    <div class="row-of-boxes">
      ${boxNames.slice(0, digits).map((name, at) => codeBox(name, at, digits, error))}
    </div>
    ${error ? html`<p class="error" role="alert" id="code-error" data-testid="error">${error}</p>` : ''}
  </fieldset>`;
}

function codeBox(name: string, at: number, digits: number, error: string | null): Html {
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
    aria-label="Digit ${at + 1} of ${digits}"
    data-testid="totp-${name}"
    ${at === 0 ? first : raw('autocomplete="off"')}
    ${error ? invalid : ''}
  />`;
}

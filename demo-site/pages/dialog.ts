import { html } from 'hono/html';
import type { Html } from './parts.ts';

export interface DialogParts {
  title: string;
  /** With a bar and a cross at its end, which does what the form of this id does. */
  bar: { closes: string } | null;
  /** Whether Escape may close it, by sending the form of this id. */
  escape: string | null;
  body: Html;
}

/**
 * A page with a dialog in front. Without a script the dialog is open all the same, and what lies beneath can't be reached; with
 * one it becomes a modal one.
 */
export function withDialog(beneath: Html, { title, bar, escape, body }: DialogParts): Html {
  return html`<div class="beneath" inert>${beneath}</div>
    <div class="veil"></div>
    <dialog
      open
      class="card ${bar ? 'window' : 'modal'}"
      aria-labelledby="dialog-title"
      ${escape ? html`data-escape="${escape}"` : ''}
      data-testid="dialog"
    >
      ${
        bar
          ? html`<div class="bar">
              <h1 id="dialog-title">${title}</h1>
              <button type="submit" form="${bar.closes}" class="cross" aria-label="Close">✕</button>
            </div>`
          : html`<h1 id="dialog-title">${title}</h1>`
      }
      ${body}
    </dialog>`;
}

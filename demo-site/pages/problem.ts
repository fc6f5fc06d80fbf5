import { html } from 'hono/html';
import { page, type Frame } from './layout.ts';
import type { Html } from './parts.ts';

const problems: Readonly<Record<number, readonly [title: string, text: string]>> = {
  400: ['That did not make sense', 'The request is not one that this site knows.'],
  403: [
    'This page is out of date',
    'The form was opened before you signed in or out, or came from elsewhere. Go back and load it again.',
  ],
  404: ['There is nothing here', 'The address is wrong, or what was here is gone.'],
  409: ['That can’t be done now', 'Two-factor authentication is not in the state that this needs.'],
  413: ['Too much at once', 'The request is larger than this site takes.'],
  415: ['An unknown kind of request', 'This address takes forms only.'],
  429: ['Too many mails', 'No more mails are sent for this account for now. Try again in an hour.'],
  431: [
    'Too many cookies',
    'The request has more in its cookies and other headers than this site takes. Delete the cookies of this site, and load the page again.',
  ],
  500: ['Something went wrong', 'It is our fault, not yours. Nothing was changed by what you just tried.'],
  503: ['Too busy', 'Many people are signing in at this moment. Try again in a few seconds.'],
};

/** What is said of a status of 400 or more: of the same one the same, wherever it is answered. */
export function problemOf(status: number): readonly [title: string, text: string] {
  return problems[status] ?? ['That did not work', 'Try again.'];
}

/** Of a request that is none: which site and whose page it was for is not known. */
export function bareProblemPage(status: number): string {
  const [title, text] = problemOf(status);
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>${title}</title><h1>${title}</h1><p>${text}</p></html>`;
}

/** What is shown instead of a page, for a status of 400 or more. */
export function problemPage(frame: Frame, status: number): Html {
  const [title, text] = problemOf(status);
  return page(frame, {
    id: 'problem',
    title,
    width: 'narrow',
    body: html`<div class="card panel">
      <h1>${title}</h1>
      <p>${text}</p>
      <p><a href="${frame.user ? '/console' : '/'}">Go on from the start</a></p>
    </div>`,
  });
}

import { html } from 'hono/html';
import { proofs, type SupportCase } from '../engine/decide-case.ts';
import type { CaseState } from '../engine/support-cases.ts';
import { page, type Frame } from './layout.ts';
import { errorText, hiddenToken, nothing, type Html } from './parts.ts';
import { showTime } from './words.ts';

const states: Record<CaseState, string> = {
  mailed: 'Waiting for the owner to confirm by mail',
  confirmed: 'Confirmed by mail: check a proof',
  cooling: 'Approved: 2FA goes off 24 hours later',
  done: 'Recovered: 2FA is off',
  rejected: 'Rejected',
  cancelled: 'Cancelled by the owner',
  expired: 'Never confirmed',
};

/** `/support/cases` */
export function casesPage(frame: Frame, cases: readonly SupportCase[], error: string | null): Html {
  return page(frame, {
    id: 'support-cases',
    title: 'Support cases',
    body: html`<h1>Support cases</h1>
      ${errorText('case-error', error)}
      ${
        cases.length === 0
          ? html`<p class="card">Nobody has lost a second factor yet.</p>`
          : cases.map((each) => caseCard(frame, each))
      }`,
  });
}

function caseCard(frame: Frame, each: SupportCase): Html {
  const { id, name, username, email, state, openedAt } = each;
  return html`<article class="card" data-testid="case-${id}">
    <h2>Case ${id}: ${name} <span class="badge">${state}</span></h2>
    <p class="soft">${username}, ${email}. Opened ${showTime(openedAt)}. ${states[state]}.</p>
    ${state === 'confirmed' ? approveForm(frame, id) : nothing}
    ${['mailed', 'confirmed', 'cooling'].includes(state) ? rejectForm(frame, id) : nothing}
  </article>`;
}

function approveForm({ formToken }: Frame, id: number): Html {
  return html`<form method="post" action="/support/cases/approve">
    ${hiddenToken(formToken)}
    <input type="hidden" name="case" value="${id}" />
    <fieldset class="field boxes">
      <legend>What was checked</legend>
      ${Object.entries(proofs).map(
        ([value, text]) =>
          html`<label class="choice"
            ><input type="radio" name="proof" value="${value}" required />${text}</label
          >`,
      )}
    </fieldset>
    <button type="submit" class="primary" data-testid="approve">Approve</button>
  </form>`;
}

function rejectForm({ formToken }: Frame, id: number): Html {
  return html`<form method="post" action="/support/cases/reject">
    ${hiddenToken(formToken)}
    <input type="hidden" name="case" value="${id}" />
    <button type="submit" class="danger" data-testid="reject">Reject</button>
  </form>`;
}

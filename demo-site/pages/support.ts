import { html } from 'hono/html';
import { proofs, type SupportCase } from '../engine/decide-case.ts';
import type { CaseState } from '../engine/support-cases.ts';
import type { Chat } from '../engine/support-chat.ts';
import type { ContactWords } from '../providers/profile.ts';
import { chatLines, messageField } from './contact.ts';
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

export interface CasesParts {
  cases: readonly SupportCase[];
  chats: readonly Chat[];
  error: string | null;
}

/** `/support/cases`: what support has to decide, and to answer. */
export function casesPage(frame: Frame, { cases, chats, error }: CasesParts): Html {
  return page(frame, {
    id: 'support-cases',
    title: 'Support cases',
    body: html`<h1>Support cases</h1>
      ${errorText('case-error', error)}
      ${
        cases.length === 0
          ? html`<p class="card">Nobody has lost a second factor yet.</p>`
          : cases.map((each) => caseCard(frame, each))
      }
      ${frame.profile.lost.kind === 'contact' ? chatCards(frame, frame.profile.lost, chats) : nothing}`,
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

function chatCards({ formToken }: Frame, words: ContactWords, chats: readonly Chat[]): Html {
  return html`<h2>${words.chat}</h2>
    ${chats.length === 0 ? html`<p class="card">Nobody has written yet.</p>` : nothing}
    ${chats.map(
      ({ username, name, lines }) =>
        html`<article class="card" data-testid="chat-${username}">
          <h3>${name} <span class="soft">${username}</span></h3>
          ${chatLines(lines, name)}
          <form method="post" action="/support/answer">
            ${hiddenToken(formToken)}
            <input type="hidden" name="username" value="${username}" />
            ${messageField(`text-${username}`, 'Answer', null)}
            <button type="submit" data-testid="answer">${words.submit}</button>
          </form>
        </article>`,
    )}`;
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

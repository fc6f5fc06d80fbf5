import { html } from 'hono/html';
import type { Mail } from '../engine/records.ts';
import { page, type Frame } from './layout.ts';
import type { Html } from './parts.ts';
import { showTime } from './words.ts';

/** `/outbox`: what a real provider would have mailed. */
export function outboxPage(frame: Frame, mails: readonly Mail[]): Html {
  return page(frame, {
    id: 'outbox',
    title: 'Demo outbox',
    body: html`<h1>Demo outbox</h1>
      <p class="soft">
        No mail leaves this demo. What a provider would send stands here, for everybody to read: newest first.
      </p>
      ${mails.length === 0 ? html`<p class="card">Nothing yet.</p>` : mails.map((mail) => mailCard(mail))}`,
  });
}

function mailCard({ at, recipient, subject, body }: Mail): Html {
  return html`<article class="card mail" data-testid="mail">
    <h2>${subject}</h2>
    <p class="soft">To ${recipient}, ${showTime(at)}</p>
    <p class="body">${body.split(/(https?:\/\/\S+)/u).map((part) => linked(part))}</p>
  </article>`;
}

function linked(part: string): Html | string {
  return /^https?:\/\//u.test(part) ? html`<a href="${part}">${part}</a>` : part;
}

import { html } from 'hono/html';
import { limits } from '../engine/limits.ts';
import type { ChatLine } from '../engine/support-chat.ts';
import type { ContactWords } from '../providers/profile.ts';
import { page, type Frame } from './layout.ts';
import { describedBy, errorText, hiddenToken, nothing, type Html } from './parts.ts';
import { showTime } from './words.ts';

export interface ContactParts {
  /** `half`: the password was right, and the code is what is missing. */
  who: 'signed-in' | 'half' | 'stranger';
  /** Of who is signed in, and of nobody else. */
  lines: readonly ChatLine[];
  error: string | null;
  notice: Html;
}

/** `/support` */
export function contactPage(frame: Frame, words: ContactWords, parts: ContactParts): Html {
  return page(frame, {
    id: 'contact',
    title: words.page,
    width: parts.who === 'signed-in' ? 'wide' : 'narrow',
    body: html`<h1>${words.page}</h1>
      ${parts.notice}
      <p class="soft">${words.about}</p>
      <section class="card" aria-labelledby="chat-title">
        <h2 id="chat-title">${words.chat}</h2>
        ${parts.who === 'stranger' ? toSignIn : chat(frame, words, parts)}
      </section>
      <p class="soft">${words.elsewhere}</p>
      ${parts.who === 'half' ? html`<p><a href="/login/2fa">Back to the code</a></p>` : nothing}`,
  });
}

const toSignIn = html`<p>Enter your password first: support then knows whose account it is about.</p>
  <p><a class="button" href="/login">Sign in</a></p>`;

function chat({ formToken, user }: Frame, words: ContactWords, { lines, error }: ContactParts): Html {
  return html`${chatLines(lines, user?.name ?? '')}
    <form method="post" action="/support">
      ${hiddenToken(formToken)} ${messageField('text', words.label, error)}
      <button type="submit" class="primary" data-testid="send-message">${words.submit}</button>
    </form>`;
}

export function chatLines(lines: readonly ChatLine[], customer: string): Html {
  if (lines.length === 0) return nothing;
  return html`<ol class="chat" data-testid="chat">
    ${lines.map(
      ({ at, text, bySupport }) =>
        html`<li class="${bySupport ? 'theirs' : 'own'}">
          <p class="body">${text}</p>
          <p class="soft">${bySupport ? 'Support' : customer}, ${showTime(at)}</p>
        </li>`,
    )}
  </ol>`;
}

export function messageField(id: string, label: string, error: string | null): Html {
  return html`<div class="field">
    <label for="${id}">${label}</label>
    <textarea
      id="${id}"
      name="text"
      rows="3"
      maxlength="${limits.supportMessageLength}"
      required
      data-testid="message"
      ${describedBy(`${id}-error`, error)}
    ></textarea>
    ${errorText(`${id}-error`, error)}
  </div>`;
}

/** `/support/sent`, for who is not signed in: the same whatever came of it. */
export function contactSentPage(frame: Frame, words: ContactWords): Html {
  return page(frame, {
    id: 'contact-sent',
    title: words.page,
    width: 'narrow',
    body: html`<div class="card panel">
      <h1>We have your message</h1>
      <p>${words.sent} If this account can be recovered, a mail says how to go on.</p>
      <p class="soft">In this demo, mails stand in the <a href="/outbox">demo outbox</a>.</p>
    </div>`,
  });
}

import { html } from 'hono/html';
import type { Session } from '../engine/sessions.ts';
import { page, type Frame } from './layout.ts';
import { hiddenToken, type Html } from './parts.ts';
import { browserName, showTime } from './words.ts';

/** `/sessions` */
export function sessionsPage(frame: Frame, sessions: readonly Session[], currentId: number): Html {
  return page(frame, {
    id: 'sessions',
    title: 'Sessions',
    body: html`<h1>Sessions</h1>
      <p class="soft">
        Where you are signed in. A session ends by itself when it is not used for half an hour.
      </p>
      <ul class="sessions card">
        ${sessions.map((session) => sessionRow(frame, session, session.id === currentId))}
      </ul>
      <form method="post" action="/sessions/revoke">
        ${hiddenToken(frame.formToken)}
        <input type="hidden" name="which" value="others" />
        <button type="submit" data-testid="revoke-others">Sign out everywhere else</button>
      </form>`,
  });
}

function sessionRow({ formToken }: Frame, session: Session, current: boolean): Html {
  return html`<li data-testid="session">
    <div>
      <strong>${browserName(session.userAgent)}</strong>
      <span class="soft">from ${session.network}, last used ${showTime(session.seenAt)}</span>
    </div>
    ${
      current
        ? html`<span class="badge on">This one</span>`
        : html`<form method="post" action="/sessions/revoke">
            ${hiddenToken(formToken)}
            <input type="hidden" name="which" value="${session.id}" />
            <button type="submit" class="plain">Sign out</button>
          </form>`
    }
  </li>`;
}

import { html } from 'hono/html';
import { recoveryTitle } from '../engine/recovery-words.ts';
import { page, type Frame } from './layout.ts';
import { hiddenToken, nothing, type Html } from './parts.ts';

/** `/2fa/manage` */
export function managePage(frame: Frame, codesLeft: number): Html {
  const { manage, nav } = frame.profile;
  return page(frame, {
    id: 'manage',
    title: 'Manage two-factor authentication',
    body: html`<h1>Manage two-factor authentication</h1>
      ${manage.regenerate === null ? nothing : codesCard(frame, manage.regenerate, codesLeft)}
      ${manage.replace === null ? nothing : replaceCard(frame, manage.replace)}
      <section class="card row" aria-labelledby="off-title">
        <div>
          <h2 id="off-title">Turn it off</h2>
          <p class="soft">Only your password will be asked when you sign in.</p>
        </div>
        <form method="post" action="/2fa/disable">
          ${hiddenToken(frame.formToken)}
          <button type="submit" class="danger" data-testid="disable">${manage.disable}</button>
        </form>
      </section>
      <p><a href="/account/security">Back to ${nav.security}</a></p>`,
  });
}

function codesCard({ profile: { policy }, formToken }: Frame, label: string, codesLeft: number): Html {
  return html`<section class="card row" aria-labelledby="codes-title">
    <div>
      <h2 id="codes-title">${recoveryTitle(policy)}s</h2>
      <p class="soft" data-testid="codes-left">
        ${codesLeft} of ${policy.recovery?.count ?? 0} left. New ones replace all of them.
      </p>
    </div>
    <form method="post" action="/2fa/codes/regenerate">
      ${hiddenToken(formToken)}
      <button type="submit" data-testid="regenerate">${label}</button>
    </form>
  </section>`;
}

function replaceCard({ formToken }: Frame, label: string): Html {
  return html`<section class="card row" aria-labelledby="replace-title">
    <div>
      <h2 id="replace-title">Another authenticator</h2>
      <p class="soft">The one that you have is asked for until a code of the new one was entered.</p>
    </div>
    <form method="post" action="/2fa/replace">
      ${hiddenToken(formToken)}
      <button type="submit" data-testid="replace">${label}</button>
    </form>
  </section>`;
}

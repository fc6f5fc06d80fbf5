import { html } from 'hono/html';
import type { FactorStatus } from '../engine/factors.ts';
import type { AuditEntry } from '../engine/records.ts';
import type { User } from '../engine/users.ts';
import { page, type Frame } from './layout.ts';
import { fewCodes, hiddenToken, nothing, notice, type Html } from './parts.ts';
import { describeEvent, showTime } from './words.ts';

function tabs({ profile }: Frame, current: 'profile' | 'security'): Html {
  const here = html`aria-current="page"`;
  return html`<nav class="tabs" aria-label="${profile.nav.profile}">
    <a href="/account/profile" ${current === 'profile' ? here : nothing}>Details</a>
    <a href="/account/security" ${current === 'security' ? here : nothing} data-testid="security-tab"
      >${profile.nav.security}</a
    >
  </nav>`;
}

/** `/account/profile` */
export function profilePage(frame: Frame, user: User): Html {
  return page(frame, {
    id: 'profile',
    title: frame.profile.nav.profile,
    body: html`<h1>${frame.profile.nav.profile}</h1>
      ${tabs(frame, 'profile')}
      <div class="card">
        <dl class="facts wide">
          <div>
            <dt>Name</dt>
            <dd>${user.name}</dd>
          </div>
          <div>
            <dt>User name</dt>
            <dd>${user.username}</dd>
          </div>
          <div>
            <dt>E-mail</dt>
            <dd>${user.email}</dd>
          </div>
        </dl>
      </div>`,
  });
}

export interface SecurityParts {
  factor: FactorStatus | null;
  notice: string | null;
  activity: readonly AuditEntry[];
}

/** `/account/security` */
export function securityPage(frame: Frame, { factor, notice: said, activity }: SecurityParts): Html {
  const { profile } = frame;
  return page(frame, {
    id: 'security',
    title: profile.nav.security,
    body: html`<h1>${profile.nav.security}</h1>
      ${tabs(frame, 'security')} ${notice(said)} ${fewCodes(factor)}
      <section class="card row" aria-labelledby="password-title">
        <div>
          <h2 id="password-title">Password</h2>
          <p class="soft">To change it, have a link mailed to ${frame.user?.email ?? ''}.</p>
        </div>
        <a class="button" href="/forgot">Change password</a>
      </section>
      <section class="card row" aria-labelledby="sessions-title">
        <div>
          <h2 id="sessions-title">Sessions</h2>
          <p class="soft">Where you are signed in.</p>
        </div>
        <a class="button" href="/sessions">Show sessions</a>
      </section>
      <section class="card" aria-labelledby="activity-title">
        <h2 id="activity-title">Recent activity</h2>
        <ul class="activity">
          ${activity.map(
            ({ at, event, factor: kind }) =>
              html`<li><span>${describeEvent(event, kind)}</span> ${showTime(at)}</li>`,
          )}
        </ul>
      </section>
      ${twoFactorCard(frame, factor)}`,
  });
}

/** At the bottom of the page, where the provider's documentation says it is. */
function twoFactorCard({ profile, formToken }: Frame, factor: FactorStatus | null): Html {
  return html`<section class="card" aria-labelledby="two-factor-title">
    <h2 id="two-factor-title">
      Two-factor authentication
      <span class="badge ${factor ? 'on' : 'off'}" data-testid="two-factor-status"
        >${factor ? 'On' : 'Off'}</span
      >
    </h2>
    ${
      factor
        ? html`<p class="soft">
              On since ${showTime(factor.enabledAt)}. Backup codes left: ${factor.codesLeft}.
            </p>
            <form method="get" action="/2fa/manage">
              ${profile.manage.password === 'prompt' ? html`<input type="hidden" name="ask" value="1" />` : nothing}
              <button type="submit" data-testid="manage-2fa">${profile.manage.button}</button>
            </form>`
        : html`<p class="soft">${profile.enable.about}</p>
            <form method="post" action="/2fa/start">
              ${hiddenToken(formToken)}
              <button type="submit" class="primary" data-testid="enable-2fa">${profile.enable.button}</button>
            </form>`
    }
  </section>`;
}

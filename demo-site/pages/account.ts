import { html } from 'hono/html';
import type { FactorStatus } from '../engine/factors.ts';
import type { AuditEntry } from '../engine/records.ts';
import type { Session } from '../engine/sessions.ts';
import type { User } from '../engine/users.ts';
import { page, type Frame } from './layout.ts';
import { hiddenToken, nothing, notice, type Html } from './parts.ts';
import { browserName, describeEvent, showTime } from './words.ts';

const environments = [
  ['production', 'Compute', 'Montréal', '14 instances'],
  ['staging', 'Compute', 'Toronto', '5 instances'],
  ['archive', 'Object storage', 'Montréal', '2.1 TB'],
  ['edge', 'DNS and CDN', 'Global', '9 zones'],
] as const;

/** `/console`: where signing in leads. */
export function consolePage(frame: Frame, factor: FactorStatus | null, said: string | null): Html {
  return page(frame, {
    id: 'console',
    title: 'Console',
    body: html`<h1>Welcome, ${frame.user?.name ?? ''}</h1>
      ${notice(said)} ${fewCodes(factor)}
      <section class="card" aria-labelledby="environments-title">
        <h2 id="environments-title">Environments</h2>
        <div class="scroll">
          <table class="environments">
            <thead>
              <tr>
                <th scope="col">Name</th>
                <th scope="col">Service</th>
                <th scope="col">Region</th>
                <th scope="col">Size</th>
              </tr>
            </thead>
            <tbody>
              ${environments.map(
                (cells) =>
                  html`<tr>
                    ${cells.map((cell) => html`<td>${cell}</td>`)}
                  </tr>`,
              )}
            </tbody>
          </table>
        </div>
      </section>
      <section class="card row" aria-labelledby="protection-title">
        <div>
          <h2 id="protection-title">Account protection</h2>
          <p class="soft">Two-factor authentication is ${factor ? 'on' : 'off'}.</p>
        </div>
        <a class="button" href="/account/security">Security</a>
      </section>`,
  });
}

/** Said before the last code is gone, when something can still be done about it. */
function fewCodes(factor: FactorStatus | null): Html {
  if (!factor || factor.codesLeft > 2) return nothing;
  return html`<p class="warning" data-testid="few-codes">
    ${factor.codesLeft === 0 ? 'You have no backup code left.' : `Backup codes left: ${factor.codesLeft}.`}
    <a href="/account/security">Regenerate them</a> while you can still sign in.
  </p>`;
}

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

import { html } from 'hono/html';
import type { FactorStatus } from '../engine/factors.ts';
import type { AuditEntry } from '../engine/records.ts';
import type { User } from '../engine/users.ts';
import { page, type Frame } from './layout.ts';
import { fewCodes, nothing, notice, type Html } from './parts.ts';
import { twoFactorCard } from './two-factor-card.ts';
import { describeEvent, showTime } from './words.ts';

function tabs({ profile: { nav } }: Frame, current: 'profile' | 'security'): Html {
  if (nav.layout !== 'tabs') return nothing;
  const here = html`aria-current="page"`;
  return html`<nav class="tabs" aria-label="${nav.profile}">
    <a href="/account/profile" ${current === 'profile' ? here : nothing}>${nav.details}</a>
    <a href="/account/security" ${current === 'security' ? here : nothing} data-testid="security-tab"
      >${nav.security}</a
    >
  </nav>`;
}

/** `/account/profile` */
export function profilePage(frame: Frame, user: User): Html {
  const { nav } = frame.profile;
  return page(frame, {
    id: 'profile',
    title: nav.profile,
    body: html`<h1>${nav.profile}</h1>
      ${tabs(frame, 'profile')} ${details(user)}
      ${
        nav.layout === 'edit'
          ? html`<p><a class="button" href="/account/security" data-testid="edit-user">${nav.details}</a></p>`
          : nothing
      }`,
  });
}

function details(user: User): Html {
  return html`<div class="card">
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
  </div>`;
}

export interface SecurityParts {
  user: User;
  factor: FactorStatus | null;
  notice: string | null;
  activity: readonly AuditEntry[];
  /** About the password in the form that enables. */
  passwordError: string | null;
}

/** `/account/security` */
export function securityPage(frame: Frame, parts: SecurityParts): Html {
  return page(frame, {
    id: 'security',
    title: frame.profile.nav.security,
    body: securityBody(frame, parts),
  });
}

/** What also lies beneath a dialog. */
export function securityBody(frame: Frame, parts: SecurityParts): Html {
  const { profile } = frame;
  const { factor } = parts;
  return html`<h1>${profile.nav.security}</h1>
    ${tabs(frame, 'security')} ${notice(parts.notice)} ${fewCodes(profile, factor)}
    ${profile.nav.layout === 'one-page' ? details(parts.user) : nothing}
    <section class="card row" aria-labelledby="password-title">
      <div>
        <h2 id="password-title">Password</h2>
        <p class="soft">To change it, have a link mailed to ${parts.user.email}.</p>
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
    ${activityCard(frame, parts.activity)} ${twoFactorCard(frame, factor, parts.passwordError)}`;
}

function activityCard({ profile }: Frame, activity: readonly AuditEntry[]): Html {
  return html`<section class="card" aria-labelledby="activity-title">
    <h2 id="activity-title">Recent activity</h2>
    <ul class="activity">
      ${activity.map(
        ({ at, event, factor }) =>
          html`<li><span>${describeEvent(profile.policy, event, factor)}</span> ${showTime(at)}</li>`,
      )}
    </ul>
  </section>`;
}

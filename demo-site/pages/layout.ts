import { html } from 'hono/html';
import type { User } from '../engine/users.ts';
import type { ProviderProfile } from '../providers/profile.ts';
import { hiddenToken, type Html } from './parts.ts';

/** What every page of one request shares. */
export interface Frame {
  profile: ProviderProfile;
  user: User | null;
  /** The token that each form has to bring back. */
  formToken: string;
  /** The server's, in milliseconds. */
  now: number;
}

export interface PageParts {
  /** For styles and for tests: `data-page` of the body. */
  id: string;
  title: string;
  /** `narrow` for a card in the middle, as at sign-in. */
  width?: 'narrow' | 'wide';
  body: Html;
}

export function page(frame: Frame, { id, title, width = 'wide', body }: PageParts): Html {
  return html`<!doctype html>
    <html lang="en" data-provider="${frame.profile.id}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title} · ${frame.profile.name}</title>
        <link rel="stylesheet" href="/assets/site.css" />
        <link rel="stylesheet" href="/assets/providers.css" />
        <link rel="icon" href="/assets/${frame.profile.id}.svg" type="image/svg+xml" />
        <script src="/assets/enhance.js" defer></script>
      </head>
      <body data-page="${id}">
        <a class="skip" href="#main">Skip to content</a>
        ${header(frame)}
        <main id="main" class="${width}">${body}</main>
        ${footer(frame)}
      </body>
    </html>`;
}

function header(frame: Frame): Html {
  return html`<header class="top">
    <a class="brand" href="${frame.user ? '/console' : '/'}">
      <img src="/assets/${frame.profile.id}.svg" width="28" height="28" alt="" />${frame.profile.name}
    </a>
    ${frame.user ? userMenu(frame, frame.user) : html`<a class="quiet" href="/login">Sign in</a>`}
  </header>`;
}

function userMenu(frame: Frame, user: User): Html {
  return html`<details class="menu" data-testid="user-menu">
    <summary>
      <span class="unseen">User menu</span>
      <span class="initial" aria-hidden="true">${user.name.charAt(0)}</span>
      <span class="menu-name">${user.name}</span>
    </summary>
    <div class="menu-items">
      <a
        href="${frame.profile.nav.layout === 'one-page' ? '/account/security' : '/account/profile'}"
        data-testid="my-profile"
        >${frame.profile.nav.profile}</a
      >
      <a href="/sessions" data-testid="sessions">Sessions</a>
      ${supportLink(frame, user)}
      <form method="post" action="/logout">
        ${hiddenToken(frame.formToken)}
        <button type="submit" class="menu-button" data-testid="sign-out">Sign out</button>
      </form>
    </div>
  </details>`;
}

function supportLink({ profile: { lost } }: Frame, { role }: User): Html | '' {
  if (role === 'support') return html`<a href="/support/cases" data-testid="support-cases">Support cases</a>`;
  return lost.kind === 'contact' ? html`<a href="/support" data-testid="support">${lost.page}</a>` : '';
}

function footer({ now, profile }: Frame): Html {
  const time = new Date(now).toISOString();
  return html`<footer class="bottom">
    <p>
      A demo for testing authenticators. It is not a service of ${profile.likeness}, and nothing here is real:
      use no password of your own.
    </p>
    <p class="links">
      <a href="/">Demo users</a>
      <a href="/outbox" data-testid="outbox">Demo outbox</a>
      <a href="/about" data-testid="about">About this demo</a>
      <span>Server time <time datetime="${time}">${time.slice(11, 19)} UTC</time></span>
    </p>
  </footer>`;
}

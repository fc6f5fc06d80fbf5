import { html } from 'hono/html';
import type { SeedUser } from '../engine/seed.ts';
import { page, type Frame } from './layout.ts';
import { inFours, type Html } from './parts.ts';

/** `/`: what this is, and who can sign in. */
export function frontPage(frame: Frame, users: readonly SeedUser[]): Html {
  return page(frame, {
    id: 'front',
    title: 'Welcome',
    body: html`<div class="hero">
        <p class="eyebrow">Demo provider</p>
        <h1>A cloud console to try two-factor authentication on</h1>
        <p class="lead">
          Sign in as one of the people below, enable two-factor authentication, sign in with a code, lose your
          device and come back with a backup code. Everything is made up, and nothing leaves this computer.
        </p>
        <p class="actions"><a class="button primary" href="/login" data-testid="go-sign-in">Sign in</a></p>
      </div>
      <section aria-labelledby="users-title">
        <h2 id="users-title">Demo users</h2>
        ${userCards(users)}
      </section>`,
  });
}

function userCards(users: readonly SeedUser[]): Html {
  return html`<ul class="users">
    ${users.map((user) => userCard(user))}
  </ul>`;
}

function userCard({ username, name, password, about, secret, recoveryCodes }: SeedUser): Html {
  return html`<li class="card" data-testid="demo-user-${username}">
    <h3>${name}</h3>
    <p class="soft">${about}</p>
    <dl class="facts">
      ${fact('User name', username)} ${fact('Password', password)}
      ${secret ? fact('Key', inFours(secret)) : ''}
      ${recoveryCodes?.[0] ? fact('Backup code', recoveryCodes[0]) : ''}
    </dl>
  </li>`;
}

function fact(term: string, value: string): Html {
  return html`<div>
    <dt>${term}</dt>
    <dd><code>${value}</code></dd>
  </div>`;
}

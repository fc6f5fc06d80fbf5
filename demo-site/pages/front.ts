import { html } from 'hono/html';
import { showRecoveryCode } from '../engine/recovery-format.ts';
import { recoveryTitle } from '../engine/recovery-words.ts';
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
        <h1>${frame.profile.front.title}</h1>
        <p class="lead">
          ${frame.profile.front.lead} Everything is made up, and nothing leaves this computer.
        </p>
        <p class="actions"><a class="button primary" href="/login" data-testid="go-sign-in">Sign in</a></p>
      </div>
      <section aria-labelledby="users-title">
        <h2 id="users-title">Demo users</h2>
        ${userCards(frame, users)}
      </section>`,
  });
}

function userCards(frame: Frame, users: readonly SeedUser[]): Html {
  return html`<ul class="users">
    ${users.map((user) => userCard(frame, user))}
  </ul>`;
}

function userCard(
  { profile: { policy } }: Frame,
  { username, name, password, about, secret, shape, recoveryCodes }: SeedUser,
): Html {
  const [code] = recoveryCodes ?? [];
  return html`<li class="card" data-testid="demo-user-${username}">
    <h3>${name}</h3>
    <p class="soft">${about}</p>
    <dl class="facts">
      ${fact('User name', username)} ${fact('Password', password)}
      ${secret ? fact('Key', inFours(secret)) : ''}
      ${shape ? fact('Kind', `${shape.algorithm.replace('sha', 'SHA-')}, ${shape.digits} digits, ${shape.period} s`) : ''}
      ${
        policy.recovery && code !== undefined
          ? fact(recoveryTitle(policy), showRecoveryCode(code, policy.recovery.format))
          : ''
      }
    </dl>
  </li>`;
}

function fact(term: string, value: string): Html {
  return html`<div>
    <dt>${term}</dt>
    <dd><code>${value}</code></dd>
  </div>`;
}

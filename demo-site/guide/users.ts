import { html } from 'hono/html';
import type { Html } from '../pages/parts.ts';
import { providers } from '../providers/all.ts';
import { usersOf } from '../providers/users.ts';
import type { SeedUser } from '../engine/seed.ts';

/** Who is there from the start, at every provider or at some. */
export function startingUsers(): { user: SeedUser; at: string }[] {
  const ids = Object.values(providers).map(({ id }) => id);
  const byName = new Map<string, { user: SeedUser; at: string[] }>();
  for (const id of ids) {
    for (const user of usersOf(id)) {
      const known = byName.get(user.username) ?? { user, at: [] };
      byName.set(user.username, { ...known, at: [...known.at, providers[id].likeness] });
    }
  }
  return [...byName.values()].map(({ user, at }) => ({
    user,
    at: at.length === ids.length ? 'everywhere' : at.join(', '),
  }));
}

/** Of those of whom each provider's front page says something else. */
const purposes: Readonly<Record<string, string>> = {
  bob: 'Has 2FA on, with the key of RFC 6238 and every code that this provider gives.',
  carol: 'Has 2FA on, and is about to be without a way in.',
};

export const usersSection: Html = html`<section class="card" aria-labelledby="guide-users-title">
  <h2 id="guide-users-title">The users</h2>
  <p>
    The same names, passwords and keys at every provider; none of it is a secret. Backup codes and the rest
    stand on each provider’s front page.
  </p>
  <div class="scroll" tabindex="0" role="region" aria-label="Users">
    <table data-testid="guide-users">
      <thead>
        <tr>
          <th scope="col">User name</th>
          <th scope="col">Password</th>
          <th scope="col">Where</th>
          <th scope="col">What for</th>
        </tr>
      </thead>
      <tbody>
        ${startingUsers().map(
          ({ user, at }) =>
            html`<tr>
              <td><code>${user.username}</code></td>
              <td><code>${user.password}</code></td>
              <td>${at}</td>
              <td>${purposes[user.username] ?? user.about}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>
</section>`;

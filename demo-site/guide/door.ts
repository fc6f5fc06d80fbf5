import { html } from 'hono/html';
import type { Html } from '../pages/parts.ts';
import { TOKEN_HEADER } from '../control/contract.ts';

/** What the door can do: method, path below `/__test`, and in a few words what it is for. */
export const doorRoutes = [
  ['GET', '/clock', 'The site’s time, and how far it is ahead.'],
  ['PUT', '/clock', '{mode, now, advanceMs}: real, frozen or offset; set; moved on.'],
  ['POST', '/reset', '{seed}: as at the start, or with other users.'],
  ['GET', '/state', 'Every account: factor, last step, counters, codes left. ?secrets=1 for keys.'],
  ['GET', '/state/:user', 'One account.'],
  ['GET', '/totp/:user', 'The current code, ?step=+1 for the next.'],
  ['POST', '/users', '{username, password, secret, recoveryCodes, …}: one more.'],
  ['POST', '/sessions/:user', 'A session, as the cookie that has it.'],
  ['DELETE', '/sessions/:user', 'Signs the user out everywhere.'],
  ['GET', '/outbox', 'Mails, newest first, ?to=address.'],
  ['GET', '/outbox/:id', 'One mail.'],
  ['DELETE', '/outbox', 'Empties it.'],
  ['DELETE', '/outbox/:id', 'One mail less.'],
  ['GET', '/audit', 'What happened, newest first, ?user=name&type=event.'],
  ['GET', '/cases', 'Support cases.'],
  ['POST', '/cases/:id/verify', 'The owner confirms, as from the mailbox.'],
  ['POST', '/cases/:id/approve', '{proof}: support approves.'],
  ['POST', '/cases/:id/reject', 'Support rejects.'],
  ['GET', '/faults', 'Those that are still to happen.'],
  ['POST', '/faults', '{route, times} and status, delayMs or dropAfterCommit.'],
  ['DELETE', '/faults', 'None any more.'],
] as const;

/** What a test can do behind the pages. */
export const doorSection: Html = html`<section class="card" aria-labelledby="door-title">
  <h2 id="door-title">The testing door</h2>
  <p>
    Under <code>/__test</code>, and only where it was asked for: anywhere else there is no such path. It opens
    on a loopback address, to names of this machine, and takes the token that is printed at the start in the
    header <code>${TOKEN_HEADER}</code>. JSON goes in and out; times are milliseconds since 1970.
    <code>control/client.ts</code> has a method for each of these:
  </p>
  <div class="scroll" tabindex="0" role="region" aria-label="The door’s routes">
    <table data-testid="door-routes">
      <tbody>
        ${doorRoutes.map(
          ([method, path, about]) =>
            html`<tr>
              <td><code>${method} ${path}</code></td>
              <td>${about}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>
  <p>
    Faults befall a route as often as was asked for: an answer with a status of its own, one that comes late,
    and one that breaks off when everything is written, so that the visitor can’t know it.
  </p>
  <p>
    No code is taken that an authenticator would not show: there is no way around the second factor, only the
    right code of the site’s own time.
  </p>
</section>`;

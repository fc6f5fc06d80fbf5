import { html } from 'hono/html';
import { page, type Frame } from '../pages/layout.ts';
import type { Html } from '../pages/parts.ts';
import { TOKEN_HEADER } from './contract.ts';

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

const example = `const provider = await createProvider({ profile: 'infura', control: true });
const door = new DoorClient({ url: provider.url, token: provider.controlToken ?? '' });
await door.freeze('2026-01-01T00:00:00Z');
const { code } = await door.code('bob');
await door.advance(30_000);
const [mail] = await door.outbox({ to: 'bob@example.com' });
await door.reset();
await provider.stop();`;

/** `/testing`: how a test starts the demo, what it can do behind the pages, and what else there is to test on. */
export function guidePage(frame: Frame): Html {
  return page(frame, {
    id: 'testing',
    title: 'Testing on this demo',
    body: html`<h1>Testing on this demo</h1>
      ${starting} ${doorway}
      <section class="card" aria-labelledby="shapes-title">
        <h2 id="shapes-title">The shapes</h2>
        <p>
          <a href="/shapes">Every awkward way</a> in which the web asks for a code or shows one, each on a
          page of its own, which says whether what was filled in is right.
          <code>shapes/catalogue.ts</code> lists them as data, with what a correct authenticator does there: a
          test loops over it.
        </p>
      </section>`,
  });
}

const starting = html`<section class="card" aria-labelledby="starting-title">
  <h2 id="starting-title">Starting it</h2>
  <p>From a shell, with all providers on hosts of their own, or one alone:</p>
  <div class="scroll">
    <pre>
npm run demo
npm run demo -- --profile infura --port 4600 --data demo.db
npm run demo -- --clock 2026-01-01T00:00:00Z --control</pre>
  </div>
  <p>
    With <code>--clock</code> the site’s time starts there and goes on; <code>--window 0</code> takes the code
    of this moment alone; with <code>--control</code> the testing door opens. Who is there from the start
    stands on the <a href="/">front page</a>: among them <code>dave</code>, who is locked, <code>erin</code>,
    who left a set-up open, and <code>frank</code>, whose codes have eight digits. From a test, in the same
    process:
  </p>
  <div class="scroll"><pre>${example}</pre></div>
</section>`;

const doorway = html`<section class="card" aria-labelledby="door-title">
  <h2 id="door-title">The testing door</h2>
  <p>
    Under <code>/__test</code>, and only where it was asked for: anywhere else there is no such path. It opens
    on a loopback address, to names of this machine, and takes the token that is printed at the start in the
    header <code>${TOKEN_HEADER}</code>. JSON goes in and out; times are milliseconds since 1970.
    <code>control/client.ts</code> has a method for each of these:
  </p>
  <div class="scroll">
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
    No code is taken that an authenticator would not show: there is no way around the second factor, only the
    right code of the site’s own time.
  </p>
</section>`;

import { html } from 'hono/html';
import type { FactorStatus } from '../engine/factors.ts';
import { page, type Frame } from './layout.ts';
import { fewCodes, notice, type Html } from './parts.ts';

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
      ${notice(said)} ${fewCodes(frame.profile, factor)}
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
        <a class="button" href="/account/security">${frame.profile.nav.security}</a>
      </section>`,
  });
}

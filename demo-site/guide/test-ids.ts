import { html } from 'hono/html';
import type { Html } from '../pages/parts.ts';

/** `data-testid` of what a test presses, fills and reads; a star stands for a name or number. Where, and which. */
export const testIds: readonly (readonly [where: string, ids: readonly string[]])[] = [
  ['Front page', ['go-sign-in', 'demo-user-*']],
  ['List of all providers', ['site-*']],
  [
    'Every page',
    [
      'notice',
      'error',
      'user-menu',
      'my-profile',
      'sessions',
      'support',
      'support-cases',
      'sign-out',
      'outbox',
      'about',
    ],
  ],
  ['Sign in', ['username', 'password', 'sign-in', 'forgot']],
  [
    'Code',
    [
      'totp-code',
      'totp-*',
      'continue',
      'cancel',
      'use-backup',
      'use-mail',
      'recover',
      'contact-support',
      'contact',
    ],
  ],
  ['Backup code', ['backup-code', 'use-code']],
  ['Forgotten password', ['account', 'send-link', 'new_password', 'change-password']],
  [
    'Profile and security',
    [
      'edit-user',
      'security-tab',
      'few-codes',
      'two-factor-status',
      'enable-hint',
      'enable-2fa',
      'manage-2fa',
      'disable',
    ],
  ],
  [
    'List of methods',
    [
      'method-totp',
      'edit-totp',
      'enable-totp-option',
      'method-mail',
      'edit-mail',
      'mail-status',
      '*-mail-option',
      'default-*',
      'disable-mfa',
    ],
  ],
  ['Password again', ['confirm']],
  ['Set-up', ['dialog', 'setup-qr', 'setup-key', 'copy-key', 'clock-hint', 'enable', 'resend']],
  ['Codes to keep', ['recovery-codes', 'backup-hint', 'copy-codes', 'download', 'print', 'done']],
  ['Manage', ['codes-left', 'regenerate', 'replace']],
  ['Sessions', ['session', 'revoke-others']],
  [
    'Support',
    [
      'open-case',
      '*-submit',
      'case-*',
      'approve',
      'reject',
      'chat',
      'chat-*',
      'message',
      'send-message',
      'answer',
    ],
  ],
  ['Outbox', ['mail']],
  ['About and this page', ['silent', 'door-routes', 'flows-*', 'guide-users', 'test-ids']],
  ['A page of the zoo', ['state']],
];

export const testIdsSection: Html = html`<section class="card" aria-labelledby="test-ids-title">
  <h2 id="test-ids-title">Test ids</h2>
  <p>
    What a test needs has a <code>data-testid</code>, the same at every provider, besides labels and roles as
    people have them. <code>data-page</code> of the body names the page, <code>data-provider</code> of the
    document whose it is.
  </p>
  <div class="scroll" tabindex="0" role="region" aria-label="Where each is">
    <table data-testid="test-ids">
      <tbody>
        ${testIds.map(
          ([where, ids]) =>
            html`<tr>
              <th scope="row">${where}</th>
              <td>${ids.map((id) => html`<code>${id}</code> `)}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>
</section>`;

import { html } from 'hono/html';
import { page, type Frame } from './layout.ts';
import { hiddenToken, type Html } from './parts.ts';

function panel(frame: Frame, id: string, title: string, body: Html): Html {
  return page(frame, {
    id,
    title,
    width: 'narrow',
    body: html`<div class="card panel">
      <h1>${title}</h1>
      ${body}
    </div>`,
  });
}

/** `/login/recover` */
export function recoverPage(frame: Frame): Html {
  return panel(
    frame,
    'recover',
    'Recover your Account',
    html`<p>
        If you have lost your 2FA device and your backup code, your only option is to open a support case.
      </p>
      <p class="soft">
        Support must confirm that you’re the owner of the account. When it is recovered, 2FA is automatically
        disabled, and you must enable it again.
      </p>
      <form method="post" action="/login/recover">
        ${hiddenToken(frame.formToken)}
        <div class="actions">
          <button type="submit" class="primary" data-testid="open-case">Open a support case</button>
          <a class="button plain" href="/login/2fa" data-testid="cancel">Cancel</a>
        </div>
      </form>`,
  );
}

/** `/login/recover/sent`: the same for everybody. */
export function recoverSentPage(frame: Frame): Html {
  return panel(
    frame,
    'recover-sent',
    'Look into your mail',
    html`<p>If this account can be recovered, a mail says how to go on.</p>
      <p class="soft">In this demo, mails stand in the <a href="/outbox">demo outbox</a>.</p>`,
  );
}

interface MailedForm {
  id: string;
  title: string;
  about: string;
  action: string;
  token: string;
  submit: string;
  danger?: boolean;
}

function mailedForm(frame: Frame, { id, title, about, action, token, submit, danger }: MailedForm): Html {
  return panel(
    frame,
    id,
    title,
    html`<p>${about}</p>
      <form method="post" action="${action}">
        ${hiddenToken(frame.formToken)}
        <input type="hidden" name="token" value="${token}" />
        <button type="submit" class="${danger ? 'danger' : 'primary'}" data-testid="${id}-submit">
          ${submit}
        </button>
      </form>`,
  );
}

/** `/recover/confirm` */
export function confirmOwnershipPage(frame: Frame, token: string): Html {
  return mailedForm(frame, {
    id: 'recover-confirm',
    title: 'Is this account yours?',
    about: 'You have lost your second factor, and want support to give the account back to you.',
    action: '/recover/confirm',
    token,
    submit: 'Yes, it is mine',
  });
}

/** `/recover/cancel` */
export function cancelRecoveryPage(frame: Frame, token: string): Html {
  return mailedForm(frame, {
    id: 'recover-cancel',
    title: 'Stop the recovery?',
    about: 'Two-factor authentication stays on.',
    action: '/recover/cancel',
    token,
    submit: 'Stop it',
    danger: true,
  });
}

/** After either. */
export function recoverDonePage(frame: Frame, what: 'confirmed' | 'cancelled'): Html {
  return what === 'confirmed'
    ? panel(
        frame,
        'recover-confirmed',
        'Thank you',
        html`<p>Support now checks who owns the account, and you hear of it by mail.</p>`,
      )
    : panel(
        frame,
        'recover-cancelled',
        'The recovery is cancelled',
        html`<p>Two-factor authentication stays on. If it was not you who asked, change your password.</p>
          <p><a href="/forgot">Change password</a></p>`,
      );
}

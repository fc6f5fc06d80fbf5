import { html } from 'hono/html';
import type { MailMethodWords } from '../providers/profile.ts';
import { cancelButton, cancelForm } from './cancel.ts';
import { withDialog } from './dialog.ts';
import { page, type Frame } from './layout.ts';
import { codeField, hiddenToken, nothing, type Html } from './parts.ts';

/** `/2fa/mail` */
export function mailSetupPage(
  frame: Frame,
  { setup }: MailMethodWords,
  error: string | null,
  beneath: Html,
): Html {
  const body = html`<p>${setup.about} ${frame.user?.email ?? ''}</p>
    <form method="post" action="/2fa/mail/confirm" class="short">
      ${hiddenToken(frame.formToken)} ${codeField(frame.profile, { label: setup.label, error })}
      <p class="soft">In this demo, mails stand in the <a href="/outbox" target="_blank">demo outbox</a>.</p>
      <div class="actions">
        <a class="button plain" href="/account/security" data-testid="cancel">${setup.cancel}</a>
        <button type="submit" class="primary" data-testid="enable">${setup.submit}</button>
      </div>
    </form>
    <form method="post" action="/2fa/mail/start">
      ${hiddenToken(frame.formToken)}
      <button type="submit" class="plain" data-testid="resend">${setup.resend}</button>
    </form>`;
  return page(frame, {
    id: 'mail-setup',
    title: setup.title,
    body: withDialog(beneath, { title: setup.title, bar: null, escape: null, body }),
  });
}

/** `/login/mail` */
export function mailCodePage(
  frame: Frame,
  { signIn: words, setup }: MailMethodWords,
  error: string | null,
): Html {
  const { signIn, backup } = frame.profile;
  return page(frame, {
    id: 'sign-in-mail',
    title: 'Two-factor authentication',
    width: 'narrow',
    body: html`<div class="card panel">
      <h1>Two-factor authentication</h1>
      <p class="soft">${words.prompt}</p>
      <form method="post" action="/login/mail">
        ${hiddenToken(frame.formToken)} ${codeField(frame.profile, { label: words.label, error })}
        <p><a href="/login/2fa" data-testid="use-code">${words.back}</a></p>
        ${backup ? html`<p><a href="/login/backup" data-testid="use-backup">${signIn.backupLink}</a></p>` : nothing}
        <div class="actions">
          <button type="submit" class="primary" data-testid="continue">${words.submit}</button>
          ${cancelButton(frame)}
        </div>
      </form>
      <form method="post" action="/login/mail/send">
        ${hiddenToken(frame.formToken)}
        <button type="submit" class="plain" data-testid="resend">${setup.resend}</button>
      </form>
      ${cancelForm(frame)}
    </div>`,
  });
}

/** On the page that asks for the authenticator's code, where the account has this method as well. */
export function mailInstead(frame: Frame, words: MailMethodWords | null): Html {
  if (!words) return nothing;
  return html`<form method="post" action="/login/mail/send">
    ${hiddenToken(frame.formToken)}
    <button type="submit" class="plain" data-testid="use-mail">${words.signIn.link}</button>
  </form>`;
}

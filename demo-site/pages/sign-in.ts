import { html } from 'hono/html';
import { recoveryName } from '../engine/recovery-words.ts';
import type { SeedUser } from '../engine/seed.ts';
import type { BackupWords, ContactWords, MailMethodWords } from '../providers/profile.ts';
import { cancelButton, cancelForm } from './cancel.ts';
import { page, type Frame } from './layout.ts';
import { mailInstead } from './mail-method.ts';
import {
  backupCodeField,
  codeField,
  describedBy,
  errorText,
  hiddenToken,
  nothing,
  notice,
  passwordField,
  type Html,
  userTable,
} from './parts.ts';

export interface SignInParts {
  username: string;
  error: string | null;
  notice: string | null;
  users: readonly SeedUser[];
}

/** `/login` */
export function signInPage(frame: Frame, { username, error, notice: said, users }: SignInParts): Html {
  return page(frame, {
    id: 'sign-in',
    title: 'Sign in',
    width: 'narrow',
    body: html`<div class="card panel">
        <h1>Sign in</h1>
        ${notice(said)} ${errorText('sign-in-error', error)}
        <form method="post" action="/login">
          ${hiddenToken(frame.formToken)}
          <div class="field">
            <label for="username">User name</label>
            <input
              id="username"
              name="username"
              type="text"
              autocomplete="username"
              autocapitalize="none"
              spellcheck="false"
              maxlength="256"
              required
              ${username ? nothing : html`autofocus`}
              value="${username}"
              data-testid="username"
              ${describedBy('sign-in-error', error)}
            />
          </div>
          ${passwordField({ id: 'password', label: 'Password', autocomplete: 'current-password', error: null, invalidBy: error ? 'sign-in-error' : null })}
          <div class="actions">
            <button type="submit" class="primary" data-testid="sign-in">Sign in</button>
            <a href="/forgot" data-testid="forgot">Forgot your password?</a>
          </div>
        </form>
      </div>
      ${crib(users)}`,
  });
}

/** The demo's users beside the form, as test sites do. */
function crib(users: readonly SeedUser[]): Html {
  return html`<section class="crib" aria-labelledby="crib-title">
    <h2 id="crib-title">Demo users</h2>
    ${userTable(users)}
  </section>`;
}

export interface CodeParts {
  error: string | null;
  digits: number;
  /** Of the other way, where this account has it. */
  mail: MailMethodWords | null;
}

/** `/login/2fa` */
export function codePage(frame: Frame, { error, digits, mail }: CodeParts): Html {
  const { signIn, backup, lost } = frame.profile;
  return page(frame, {
    id: 'sign-in-code',
    title: 'Two-factor authentication',
    width: 'narrow',
    body: html`<div class="card panel">
        <h1>Two-factor authentication</h1>
        <p class="soft">${signIn.prompt}</p>
        <form method="post" action="/login/2fa">
          ${hiddenToken(frame.formToken)} ${codeField(frame.profile, { label: signIn.label, digits, error })}
          ${backup ? html`<p><a href="/login/backup" data-testid="use-backup">${signIn.backupLink}</a></p>` : nothing}
          ${
            lost.kind === 'support-case'
              ? html`<p><a href="/login/recover" data-testid="recover">${signIn.recoverLink}</a></p>`
              : nothing
          }
          <div class="actions">
            <button type="submit" class="primary" data-testid="continue">${signIn.submit}</button>
            ${cancelButton(frame)}
          </div>
        </form>
        ${mailInstead(frame, mail)} ${cancelForm(frame)}
      </div>
      ${lost.kind === 'contact' ? contact(lost) : nothing}`,
  });
}

function contact({ title, text, link }: ContactWords): Html {
  return html`<details class="crib" data-testid="contact-support">
    <summary>${title}</summary>
    <p>${text}</p>
    <p><a class="button" href="/support" data-testid="contact">${link}</a></p>
  </details>`;
}

/** `/login/backup` */
export function backupPage(frame: Frame, { signIn: words }: BackupWords, error: string | null): Html {
  const { signIn, policy } = frame.profile;
  return page(frame, {
    id: 'sign-in-backup',
    title: `Sign in with a ${recoveryName(policy)}`,
    width: 'narrow',
    body: html`<div class="card panel">
      <h1>${words.title}</h1>
      <p class="soft">${words.prompt}</p>
      <form method="post" action="/login/backup">
        ${hiddenToken(frame.formToken)} ${backupCodeField(frame.profile, { label: words.label, error })}
        <p><a href="/login/2fa" data-testid="use-code">${words.back}</a></p>
        <div class="actions">
          <button type="submit" class="primary" data-testid="continue">
            ${words.submit ?? signIn.submit}
          </button>
          ${cancelButton(frame)}
        </div>
      </form>
      ${cancelForm(frame)}
    </div>`,
  });
}

import { html } from 'hono/html';
import { limits } from '../engine/limits.ts';
import { page, type Frame } from './layout.ts';
import { hiddenToken, passwordField, type Html } from './parts.ts';

/** `/forgot` */
export function forgotPage(frame: Frame): Html {
  return page(frame, {
    id: 'forgot',
    title: 'Forgot your password?',
    width: 'narrow',
    body: html`<div class="card panel">
      <h1>Forgot your password?</h1>
      <p class="soft">We mail you a link to choose a new one. Two-factor authentication stays as it is.</p>
      <form method="post" action="/forgot">
        ${hiddenToken(frame.formToken)}
        <div class="field">
          <label for="account">User name or e-mail address</label>
          <input
            id="account"
            name="account"
            type="text"
            autocomplete="username"
            autocapitalize="none"
            spellcheck="false"
            maxlength="256"
            required
            autofocus
            data-testid="account"
          />
        </div>
        <div class="actions">
          <button type="submit" class="primary" data-testid="send-link">Send the link</button>
          <a class="button plain" href="/login">Cancel</a>
        </div>
      </form>
    </div>`,
  });
}

export function forgotSentPage(frame: Frame): Html {
  return page(frame, {
    id: 'forgot-sent',
    title: 'Look into your mail',
    width: 'narrow',
    body: html`<div class="card panel">
      <h1>Look into your mail</h1>
      <p>If there is such an account, a link is on its way to its address.</p>
      <p class="soft">In this demo, mails stand in the <a href="/outbox">demo outbox</a>.</p>
    </div>`,
  });
}

/** `/reset` */
export function resetPage(frame: Frame, token: string, error: string | null): Html {
  return page(frame, {
    id: 'reset',
    title: 'Choose a new password',
    width: 'narrow',
    body: html`<div class="card panel">
      <h1>Choose a new password</h1>
      <p class="soft">At least ${limits.passwordLength.least} characters.</p>
      <form method="post" action="/reset">
        ${hiddenToken(frame.formToken)}
        <input type="hidden" name="token" value="${token}" />
        ${passwordField({
          id: 'new_password',
          label: 'New password',
          autocomplete: 'new-password',
          error,
          autofocus: true,
        })}
        <div class="actions">
          <button type="submit" class="primary" data-testid="change-password">Change password</button>
        </div>
      </form>
    </div>`,
  });
}

import { html } from 'hono/html';
import { usualShape } from '../engine/otp.ts';
import type { FactorStatus } from '../engine/factors.ts';
import { recoveryName, recoveryTitle } from '../engine/recovery-words.ts';
import type { SeedUser } from '../engine/seed.ts';
import type { ProviderProfile } from '../providers/profile.ts';
import { codeBoxes } from './boxes.ts';

export type Html = ReturnType<typeof html>;

export const nothing: Html = html``;

/** A key as people read it, in groups of four. */
export function inFours(key: string): string {
  return key.match(/.{1,4}/gu)?.join(' ') ?? '';
}

export function hiddenToken(token: string): Html {
  return html`<input type="hidden" name="form_token" value="${token}" />`;
}

/** Something went well, or is as it should be known. */
export function notice(text: string | null): Html {
  return text ? html`<p class="notice" role="status" data-testid="notice">${text}</p>` : nothing;
}

/** Said before the last code is gone, when something can still be done about it. */
export function fewCodes({ policy }: ProviderProfile, factor: FactorStatus | null): Html {
  if (!factor || !policy.recovery) return nothing;
  if (factor.codesLeft >= Math.min(3, policy.recovery.count)) return nothing;
  const left =
    factor.codesLeft === 0
      ? `You have no ${recoveryName(policy)} left.`
      : `${recoveryTitle(policy)}s left: ${factor.codesLeft}.`;
  return html`<p class="warning" data-testid="few-codes">
    ${left}
    <a href="/account/security"
      >${policy.regenerate ? 'Regenerate them' : 'Disable 2FA and enable it again'}</a
    >
    while you can still sign in.
  </p>`;
}

export function errorText(id: string, text: string | null): Html {
  return text ? html`<p class="error" role="alert" id="${id}" data-testid="error">${text}</p>` : nothing;
}

/** The attributes that tie an error to its field. */
export function describedBy(errorId: string, error: string | null): Html {
  return error ? html`aria-invalid="true" aria-describedby="${errorId}"` : nothing;
}

export interface CodeFieldParts {
  label: string;
  error: string | null;
  /** Six if left out. */
  digits?: number;
  /** Not where something above has to be read first: a focused field is scrolled to. */
  autofocus?: boolean;
}

/** The digits of a code, in one field or in a box each. A text field, since 000004 is not the number 4. */
export function codeField(
  { setup }: ProviderProfile,
  { label, error, digits = usualShape.digits, autofocus = true }: CodeFieldParts,
): Html {
  if (setup.input === 'boxes') return codeBoxes(label, digits, error);
  return html`<div class="field">
    <label for="code">${label}</label>
    <input
      id="code"
      name="code"
      class="code"
      type="text"
      inputmode="numeric"
      autocomplete="one-time-code"
      pattern="[0-9 ]*"
      maxlength="${digits + 1}"
      required
      ${autofocus ? html`autofocus` : nothing}
      spellcheck="false"
      data-testid="totp-code"
      ${describedBy('code-error', error)}
    />
    ${errorText('code-error', error)}
  </div>`;
}

export function backupCodeField({ policy }: ProviderProfile, { label, error }: CodeFieldParts): Html {
  const digits = policy.recovery?.format === 'digits-8';
  return html`<div class="field">
    <label for="backup-code">${label}</label>
    <input
      id="backup-code"
      name="backup_code"
      class="code"
      type="text"
      ${digits ? html`inputmode="numeric"` : nothing}
      autocomplete="off"
      autocapitalize="${policy.recovery?.format === 'alphanumeric-16' ? 'none' : 'characters'}"
      maxlength="24"
      required
      autofocus
      spellcheck="false"
      data-testid="backup-code"
      ${describedBy('backup-code-error', error)}
    />
    ${errorText('backup-code-error', error)}
  </div>`;
}

export interface PasswordFieldParts {
  id: string;
  label: string;
  autocomplete: 'current-password' | 'new-password';
  error: string | null;
  /** The id of an error shown elsewhere that is about this field too. */
  invalidBy?: string | null;
  autofocus?: boolean;
}

export function passwordField({
  id,
  label,
  autocomplete,
  error,
  invalidBy = null,
  autofocus,
}: PasswordFieldParts): Html {
  return html`<div class="field">
    <label for="${id}">${label}</label>
    <input
      id="${id}"
      name="${id}"
      type="password"
      autocomplete="${autocomplete}"
      maxlength="256"
      required
      ${autofocus ? html`autofocus` : nothing}
      data-testid="${id}"
      ${describedBy(invalidBy ?? `${id}-error`, invalidBy ?? error)}
    />
    ${errorText(`${id}-error`, error)}
  </div>`;
}

/** The demo's users and their passwords, as test sites print them. */
export function userTable(users: readonly SeedUser[]): Html {
  return html`<table>
    <thead>
      <tr>
        <th scope="col">User name</th>
        <th scope="col">Password</th>
        <th scope="col">2FA</th>
      </tr>
    </thead>
    <tbody>
      ${users.map(
        ({ username, password, secret }) =>
          html`<tr>
            <td><code>${username}</code></td>
            <td><code>${password}</code></td>
            <td>${secret ? 'on' : 'off'}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}

import { html } from 'hono/html';
import { page, type Frame } from './layout.ts';
import { backupCodeField, codeField, hiddenToken, nothing, passwordField, type Html } from './parts.ts';

/** What a step-up is for: where it leads afterwards. */
export type StepUpGoal = 'enable' | 'manage' | 'support';

export interface StepUpParts {
  goal: StepUpGoal;
  /** What has to be entered besides the password. */
  factor: 'none' | 'code' | 'backup';
  /** Of a code. */
  digits: number;
  passwordError: string | null;
  factorError: string | null;
}

/** `/step-up` */
export function stepUpPage(frame: Frame, parts: StepUpParts): Html {
  const { password } = frame.profile;
  const { goal, factor, passwordError } = parts;
  return page(frame, {
    id: 'step-up',
    title: password.title,
    width: 'narrow',
    body: html`<div class="card panel">
      <h1>${password.title}</h1>
      <p class="soft">${password.about}</p>
      <form method="post" action="/step-up">
        ${hiddenToken(frame.formToken)}
        <input type="hidden" name="goal" value="${goal}" />
        <input type="hidden" name="factor" value="${factor}" />
        <input
          class="unseen"
          type="text"
          name="username"
          autocomplete="username"
          value="${frame.user?.username ?? ''}"
          readonly
          tabindex="-1"
          aria-hidden="true"
        />
        ${passwordField({
          id: 'password',
          label: password.label,
          autocomplete: 'current-password',
          error: passwordError,
          autofocus: true,
        })}
        ${stepUpFactor(frame, parts)}
        <div class="actions">
          <button type="submit" class="primary" data-testid="confirm">${password.submit}</button>
          <a class="button plain" href="/account/security" data-testid="cancel">Cancel</a>
        </div>
      </form>
    </div>`,
  });
}

function stepUpFactor({ profile }: Frame, { goal, factor, digits, factorError: error }: StepUpParts): Html {
  if (factor === 'none') return nothing;
  const query = `/step-up?goal=${goal}`;
  return factor === 'code'
    ? html`${codeField(profile, { label: profile.signIn.label, digits, error })}
      ${profile.backup ? html`<p><a href="${query}&factor=backup" data-testid="use-backup">${profile.signIn.backupLink}</a></p>` : nothing}`
    : html`${backupCodeField(profile, { label: profile.backup?.signIn.label ?? '', error })}
        <p><a href="${query}" data-testid="use-code">${profile.backup?.signIn.back}</a></p>`;
}

import { html, raw } from 'hono/html';
import { qrPath } from '../qr/svg.ts';
import { qrMatrix, type QrMatrix } from '../qr/matrix.ts';
import { page, type Frame } from './layout.ts';
import {
  backupCodeField,
  codeField,
  hiddenToken,
  inFours,
  nothing,
  passwordField,
  type Html,
} from './parts.ts';

/** What a step-up is for: where it leads afterwards. */
export type StepUpGoal = 'enable' | 'manage';

export interface StepUpParts {
  goal: StepUpGoal;
  /** What has to be entered besides the password. */
  factor: 'none' | 'code' | 'backup';
  passwordError: string | null;
  factorError: string | null;
}

/** `/step-up` */
export function stepUpPage(frame: Frame, { goal, factor, passwordError, factorError }: StepUpParts): Html {
  const { password } = frame.profile;
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
          class="hidden-name"
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
        ${stepUpFactor(frame, goal, factor, factorError)}
        <div class="actions">
          <button type="submit" class="primary" data-testid="confirm">${password.submit}</button>
          <a class="button plain" href="/account/security" data-testid="cancel">Cancel</a>
        </div>
      </form>
    </div>`,
  });
}

function stepUpFactor(
  { profile }: Frame,
  goal: StepUpGoal,
  factor: StepUpParts['factor'],
  error: string | null,
): Html {
  if (factor === 'none') return nothing;
  const query = `/step-up?goal=${goal}`;
  return factor === 'code'
    ? html`${codeField({ label: profile.signIn.label, error })}
        <p><a href="${query}&factor=backup" data-testid="use-backup">${profile.signIn.backupLink}</a></p>`
    : html`${backupCodeField({ label: profile.backupSignIn.label, error })}
        <p><a href="${query}" data-testid="use-code">${profile.backupSignIn.back}</a></p>`;
}

export interface SetupParts {
  uri: string;
  secret: string;
  error: string | null;
}

/** `/2fa/setup` */
export function setupPage(frame: Frame, { uri, secret, error }: SetupParts): Html {
  const { setup } = frame.profile;
  return page(frame, {
    id: 'setup',
    title: 'Set up two-factor authentication',
    body: html`<h1>Two-factor authentication</h1>
      <div class="card">
        <ol class="steps">
          <li>
            <p>${setup.scan}</p>
            <div class="setup">
              ${qrImage(frame, uri)}
              <code class="key" data-testid="setup-key">${inFours(secret)}</code>
            </div>
          </li>
          <li>
            <p>${setup.enter}</p>
            <form method="post" action="/2fa/confirm" class="short">
              ${hiddenToken(frame.formToken)} ${codeField({ label: setup.label, error })}
              <div class="actions">
                <button type="submit" form="cancel-form" class="plain" data-testid="cancel">
                  ${setup.cancel}
                </button>
                <button type="submit" class="primary" data-testid="enable">${setup.submit}</button>
              </div>
            </form>
            <form method="post" action="/2fa/cancel" id="cancel-form" hidden>
              ${hiddenToken(frame.formToken)}
            </form>
          </li>
        </ol>
      </div>`,
  });
}

/** Whole pixels for each module, so that nothing blurs its edges. */
export function qrScale(matrix: QrMatrix): number {
  return Math.max(4, Math.floor(300 / matrix.length));
}

function qrImage({ profile }: Frame, uri: string): Html {
  const matrix = qrMatrix(uri);
  const side = matrix.length * qrScale(matrix);
  const alt = 'QR code to scan with your authenticator app';
  if (profile.setup.qr === 'img-url') {
    return html`<img
      class="qr"
      src="/2fa/qr.png"
      width="${side}"
      height="${side}"
      alt="${alt}"
      data-testid="setup-qr"
    />`;
  }
  return html`<svg
    class="qr"
    role="img"
    aria-label="${alt}"
    width="${side}"
    height="${side}"
    viewBox="0 0 ${matrix.length} ${matrix.length}"
    shape-rendering="crispEdges"
    data-testid="setup-qr"
  >
    <rect width="100%" height="100%" fill="#fff" />
    <path d="${raw(qrPath(matrix))}" fill="#000" />
  </svg>`;
}

/** `/2fa/codes` */
export function codesPage(frame: Frame, codes: readonly string[]): Html {
  const { backup, acknowledge } = frame.profile;
  return page(frame, {
    id: 'codes',
    title: backup.title,
    body: html`<h1>${backup.title}</h1>
      <div class="card">
        <p>${backup.about}</p>
        <p class="warning">${backup.warning}</p>
        <ul class="codes" data-testid="recovery-codes">
          ${codes.map((code) => html`<li><code>${code}</code></li>`)}
        </ul>
        <form method="post" action="/2fa/codes/ack" class="actions">
          ${hiddenToken(frame.formToken)}
          <button type="button" class="plain" data-print hidden data-testid="print">
            ${acknowledge.print}
          </button>
          <button type="submit" class="primary" data-testid="done">${acknowledge.label}</button>
        </form>
      </div>`,
  });
}

/** `/2fa/manage` */
export function managePage(frame: Frame, codesLeft: number): Html {
  const { manage } = frame.profile;
  return page(frame, {
    id: 'manage',
    title: 'Manage two-factor authentication',
    body: html`<h1>Manage two-factor authentication</h1>
      <section class="card row" aria-labelledby="codes-title">
        <div>
          <h2 id="codes-title">Backup codes</h2>
          <p class="soft" data-testid="codes-left">
            ${codesLeft} of ${frame.profile.policy.recovery?.count ?? 0} left. New ones replace all of them.
          </p>
        </div>
        <form method="post" action="/2fa/codes/regenerate">
          ${hiddenToken(frame.formToken)}
          <button type="submit" data-testid="regenerate">${manage.regenerate}</button>
        </form>
      </section>
      <section class="card row" aria-labelledby="off-title">
        <div>
          <h2 id="off-title">Turn it off</h2>
          <p class="soft">Only your password will be asked when you sign in.</p>
        </div>
        <form method="post" action="/2fa/disable">
          ${hiddenToken(frame.formToken)}
          <button type="submit" class="danger" data-testid="disable">${manage.disable}</button>
        </form>
      </section>
      <p><a href="/account/security">Back to Security</a></p>`,
  });
}

import { html } from 'hono/html';
import type { FactorStatus } from '../engine/factors.ts';
import { recoveryTitle } from '../engine/recovery-words.ts';
import type { MailMethodWords, MethodWords, ProviderProfile } from '../providers/profile.ts';
import type { Frame } from './layout.ts';
import { hiddenToken, nothing, passwordField, type Html } from './parts.ts';
import { showTime } from './words.ts';

/** At the bottom of the security page, where CloudMC's documentation says it is; the others' do not say. */
export function twoFactorCard(frame: Frame, factor: FactorStatus | null, passwordError: string | null): Html {
  const { enable } = frame.profile;
  if (enable.methods) return methodsCard(frame, factor, enable.methods);
  return html`<section class="card" aria-labelledby="two-factor-title">
    <h2 id="two-factor-title">
      Two-factor authentication
      <span class="badge ${factor ? 'on' : 'off'}" data-testid="two-factor-status"
        >${factor ? 'On' : 'Off'}</span
      >
    </h2>
    ${factor ? whileOn(frame, factor) : whileOff(frame, passwordError)}
  </section>`;
}

function whileOn(frame: Frame, factor: FactorStatus): Html {
  const { manage } = frame.profile;
  return html`<p class="soft">On since ${showTime(factor.enabledAt)}. ${codesLeft(frame, factor)}</p>
    ${
      manage.place === 'in-card'
        ? disableForm(frame, manage.disable, 'disable')
        : html`<form method="get" action="/2fa/manage">
            ${manage.password === 'prompt' ? html`<input type="hidden" name="ask" value="1" />` : nothing}
            <button type="submit" data-testid="manage-2fa">${manage.button}</button>
          </form>`
    }`;
}

function codesLeft({ profile: { policy } }: Frame, factor: FactorStatus): string {
  return policy.recovery ? `${recoveryTitle(policy)}s left: ${factor.codesLeft}.` : '';
}

function disableForm({ formToken }: Frame, label: string, testid: string): Html {
  return html`<form method="post" action="/2fa/disable">
    ${hiddenToken(formToken)}
    <button type="submit" class="danger" data-testid="${testid}">${label}</button>
  </form>`;
}

function whileOff({ profile, formToken }: Frame, passwordError: string | null): Html {
  const { enable, password } = profile;
  return html`<p class="soft">${enable.about}</p>
    ${hintOf(enable)}
    <form method="post" action="/2fa/start" class="short">
      ${hiddenToken(formToken)}
      ${
        enable.password === 'same-form'
          ? passwordField({
              id: 'password',
              label: password.label,
              autocomplete: 'current-password',
              error: passwordError,
            })
          : nothing
      }
      <button type="submit" class="primary" data-testid="enable-2fa">${enable.button}</button>
    </form>`;
}

function hintOf({ hint }: ProviderProfile['enable']): Html {
  return hint === null ? nothing : html`<p class="hint" data-testid="enable-hint">${hint}</p>`;
}

/** A row for each method, with what can be done to it in a menu. */
function methodsCard(frame: Frame, factor: FactorStatus | null, words: MethodWords): Html {
  return html`<section class="card methods" aria-labelledby="two-factor-title">
    <div class="method">
      <h2 id="two-factor-title">${words.title}</h2>
      ${factor ? disableForm(frame, words.disableAll, 'disable-mfa') : nothing}
    </div>
    <p class="soft">${frame.profile.enable.about} ${factor ? codesLeft(frame, factor) : nothing}</p>
    ${factor ? nothing : hintOf(frame.profile.enable)}
    <div class="method" data-testid="method-totp">
      <span>${words.totp}</span>
      <span class="badge ${factor ? 'on' : 'off'}" data-testid="two-factor-status"
        >${statusOf(words, factor ? (factor.mail === 'default' ? 'on' : 'default') : 'off')}</span
      >
      <details class="menu gear">
        <summary data-testid="edit-totp"><span class="unseen">Edit ${words.totp}</span>⚙</summary>
        <div class="menu-items">
          ${factor ? disableItem(frame) : enableItem(frame)}
          ${factor?.mail === 'default' ? defaultItem(frame, words, 'totp') : nothing}
        </div>
      </details>
    </div>
    ${words.mail && factor ? mailRow(frame, words, words.mail, factor.mail) : nothing}
  </section>`;
}

function statusOf({ on, off, isDefault }: MethodWords, now: FactorStatus['mail']): string {
  if (now === 'off') return off;
  return now === 'default' ? `${on} ${isDefault}` : on;
}

/** For a method that is on and that is not the one asked first. */
function defaultItem({ formToken }: Frame, words: MethodWords, method: 'totp' | 'mail'): Html {
  return html`<form method="post" action="/2fa/default">
    ${hiddenToken(formToken)}
    <input type="hidden" name="method" value="${method}" />
    <button type="submit" class="menu-button" data-testid="default-${method}">${words.makeDefault}</button>
  </form>`;
}

function enableItem({ profile, formToken }: Frame): Html {
  return html`<form method="post" action="/2fa/start">
    ${hiddenToken(formToken)}
    <button type="submit" class="menu-button" data-testid="enable-totp-option">
      ${profile.enable.button}
    </button>
  </form>`;
}

function disableItem({ profile, formToken }: Frame): Html {
  return html`<form method="post" action="/2fa/disable">
    ${hiddenToken(formToken)}
    <button type="submit" class="menu-button" data-testid="disable">${profile.manage.disable}</button>
  </form>`;
}

/** Only beside the other: there is no row for it before that is on. */
function mailRow(
  frame: Frame,
  words: MethodWords,
  { row }: MailMethodWords,
  now: FactorStatus['mail'],
): Html {
  const { profile, formToken } = frame;
  const on = now !== 'off';
  const [action, label] = on
    ? ['/2fa/mail/disable', profile.manage.disable]
    : ['/2fa/mail/start', profile.enable.button];
  return html`<div class="method" data-testid="method-mail">
    <span>${row}</span>
    <span class="badge ${on ? 'on' : 'off'}" data-testid="mail-status">${statusOf(words, now)}</span>
    <details class="menu gear">
      <summary data-testid="edit-mail"><span class="unseen">Edit ${row}</span>⚙</summary>
      <div class="menu-items">
        <form method="post" action="${action}">
          ${hiddenToken(formToken)}
          <button type="submit" class="menu-button" data-testid="${on ? 'disable' : 'enable'}-mail-option">
            ${label}
          </button>
        </form>
        ${now === 'on' ? defaultItem(frame, words, 'mail') : nothing}
      </div>
    </details>
  </div>`;
}

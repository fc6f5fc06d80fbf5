import { html } from 'hono/html';
import { limits } from '../engine/limits.ts';
import { recoveryName } from '../engine/recovery-words.ts';
import type { Html } from '../pages/parts.ts';
import { providers } from '../providers/all.ts';
import type { ProviderProfile } from '../providers/profile.ts';

/** One way through a provider's pages: what it is for, and its steps. */
export interface Flow {
  name: string;
  /** Addresses stand as /this, labels in “these”. */
  steps: readonly string[];
}

const hours = (ms: number): number => ms / 3_600_000;

/** From the profile itself, so that it can't say anything else. */
export function flowsOf(profile: ProviderProfile): Flow[] {
  return [enabling(profile), signingIn(profile), withoutDevice(profile), changing(profile)];
}

const quoted = (label: string): string => `“${label}”`;

function enabling({ nav, enable, password, setup, backup, policy }: ProviderProfile): Flow {
  const first = nav.layout === 'one-page' ? [] : ['/account/profile'];
  const asked = {
    prompt: `/step-up: the password, ${quoted(password.submit)}.`,
    'same-form': 'The password goes into the same form.',
    'if-stale': `/step-up asks for the password if it was not proved in the last ${limits.stepUpLife / 60_000} minutes.`,
  };
  return {
    name: 'Enable',
    steps: [
      `${[...first, '/account/security'].join(', ')}: ${quoted(enable.button)}.`,
      asked[enable.password],
      `/2fa/setup: the QR code${setup.qrDelayMs > 0 ? ', a second late' : ''}; the code into ${setup.input === 'boxes' ? 'six boxes' : quoted(setup.label)}, ${quoted(setup.submit)}.`,
      ...(backup && policy.recovery
        ? [
            `/2fa/codes: ${policy.recovery.count} ${recoveryName(policy)}${policy.recovery.count === 1 ? '' : 's'}, once; ${quoted(backup.acknowledge.label)}.`,
          ]
        : []),
      ...(policy.afterEnable === 'stay' ? [] : ['Every session ends: /login.']),
    ],
  };
}

function signingIn({ signIn, enable, setup }: ProviderProfile): Flow {
  const mail = enable.methods?.mail;
  return {
    name: 'Sign in',
    steps: [
      '/login: user name and password.',
      `/login/2fa: the code into ${setup.input === 'boxes' ? 'six boxes' : quoted(signIn.label)}, ${quoted(signIn.submit)}.`,
      ...(mail ? [`Or ${quoted(mail.signIn.link)}: /login/mail, where that method is on.`] : []),
    ],
  };
}

function withoutDevice({ signIn, backup, policy, lost }: ProviderProfile): Flow {
  const consequence = policy.onRecoveryUse === 'spend' ? 'it is spent' : '2FA is then off';
  const support = `The owner confirms by the mailed link, /recover/confirm; agent approves at /support/cases; ${hours(limits.caseCooling)} hours later 2FA is off, unless the owner stops it at /recover/cancel.`;
  return {
    name: 'Without the device',
    steps: [
      ...(backup
        ? [`${quoted(signIn.backupLink)}: /login/backup takes a ${recoveryName(policy)}; ${consequence}.`]
        : ['The key that was kept, in another authenticator: it shows the same codes.']),
      ...(lost.kind === 'support-case' ? [`${quoted(signIn.recoverLink)}: /login/recover.`, support] : []),
      ...(lost.kind === 'contact' ? [`${quoted(lost.link)}: /support, a message.`, support] : []),
    ],
  };
}

function changing({ manage, enable }: ProviderProfile): Flow {
  const { methods } = enable;
  const way =
    manage.place === 'own-page' ? `/account/security, ${quoted(manage.button)}, ` : '/account/security, ';
  const labels = [manage.disable, manage.regenerate, manage.replace].filter((label) => label !== null);
  return {
    name: 'Change and disable',
    steps: [
      `${way}then ${labels.map((label) => quoted(label)).join(' or ')}. /step-up asks for what was not proved lately.`,
      ...(methods?.mail
        ? [
            `${methods.mail.row}: ${quoted(enable.button)}, /2fa/mail, and then ${quoted(methods.makeDefault)}.`,
          ]
        : []),
    ],
  };
}

export const flowsSection: Html = html`<section class="card" aria-labelledby="flows-title">
  <h2 id="flows-title">The flows</h2>
  <p>
    What each provider’s own page tells, step by step, with the addresses here. What a page leaves open says
    <code>/about</code> of that provider. The same for scripts: <code>/api/v1</code> takes and gives JSON, on
    the same counters.
  </p>
  ${Object.values(providers).map((profile) => flowsOfOne(profile))}
</section>`;

function flowsOfOne(profile: ProviderProfile): Html {
  return html`<h3 id="flows-${profile.id}">${profile.name}</h3>
    <dl class="flows" data-testid="flows-${profile.id}">
      ${flowsOf(profile).map(
        ({ name, steps }) =>
          html`<div>
            <dt>${name}</dt>
            <dd>${steps.map((step) => html`<p>${marked(step)}</p>`)}</dd>
          </div>`,
      )}
    </dl>`;
}

/** The addresses as code. */
function marked(step: string): (Html | string)[] {
  return step
    .split(/(\/[a-z0-9/-]+)/u)
    .map((part) => (part.startsWith('/') ? html`<code>${part}</code>` : part));
}

import { html } from 'hono/html';
import type { Policy } from '../engine/engine.ts';
import { limits } from '../engine/limits.ts';
import type { AuditEvent } from '../engine/records.ts';
import { recoveryName, recoveryTitle } from '../engine/recovery-words.ts';
import type { ProviderProfile } from '../providers/profile.ts';
import type { Html } from './parts.ts';

const events: Record<AuditEvent, string> = {
  'password.accepted': 'Password accepted',
  'password.refused': 'Wrong password',
  'challenge.created': 'Second factor asked',
  'challenge.expired': 'Sign-in not finished in time',
  'challenge.exhausted': 'Sign-in stopped after too many wrong codes',
  'challenge.abandoned': 'Sign-in cancelled',
  'factor.accepted': 'Code accepted',
  'factor.refused': 'Code refused',
  'factor.locked': 'Codes refused for a while after too many wrong ones',
  'setup.started': 'Set-up of two-factor authentication begun',
  'setup.refused': 'Wrong code while setting up',
  'setup.abandoned': 'Set-up cancelled',
  'two-factor.enabled': 'Two-factor authentication enabled',
  'two-factor.disabled': 'Two-factor authentication disabled',
  'recovery-codes.regenerated': '{Code}s regenerated',
  'recovery-codes.acknowledged': '{Code}s kept',
  'step-up.accepted': 'Password confirmed',
  'step-up.refused': 'Password confirmation refused',
  'session.created': 'Signed in',
  'session.ended': 'Signed out',
  'reset.requested': 'Link for a new password mailed',
  'password.changed': 'Password changed',
  'mail-method.enabled': 'Codes by e-mail enabled',
  'mail-method.disabled': 'Codes by e-mail disabled',
  'default-method.changed': 'Another method is asked first',
  'support.written': 'Message to support',
  'support.answered': 'Answer of support',
  'case.opened': 'Recovery by support asked for',
  'case.confirmed': 'Recovery confirmed by mail',
  'case.approved': 'Recovery approved by support',
  'case.rejected': 'Recovery rejected by support',
  'case.cancelled': 'Recovery cancelled',
  'case.expired': 'Recovery never confirmed',
};

export function describeEvent(policy: Policy, event: AuditEvent, factor: string | null): string {
  const said = events[event].replace('{Code}', recoveryTitle(policy));
  return factor === 'recovery' ? `${said} (${recoveryName(policy)})` : said;
}

export function showTime(at: number): Html {
  const iso = new Date(at).toISOString();
  return html`<time datetime="${iso}">${iso.slice(0, 10)} ${iso.slice(11, 16)} UTC</time>`;
}

/** In order: Edge and Chrome name Safari as well, and Edge names Chrome. */
const browsers = ['Firefox', 'Edg', 'Chrome', 'Safari'] as const;

export function browserName(userAgent: string): string {
  const found = browsers.find((name) => userAgent.includes(`${name}/`));
  return found === 'Edg' ? 'Edge' : (found ?? 'A browser');
}

/**
 * `?notice=` of an address stands for one of these, and for nothing else. In braces: what this provider calls it. A provider that
 * says some of them in words of its own has those in its profile.
 */
const notices: Readonly<Record<string, string>> = {
  'signed-out': 'You are signed out.',
  'signed-out-everywhere': 'You are signed out everywhere. Sign in again.',
  'start-again': 'That sign-in is over. Enter your password again.',
  'session-over': 'Your session is over. Sign in again.',
  'backup-used':
    'You signed in with a {code}. It is spent. Set up a new authenticator under {security} if you lost yours.',
  'two-factor-off':
    'You signed in with a {code}, so two-factor authentication is now off. Enable it again under {security}.',
  enabled: 'Two-factor authentication is on.',
  'codes-kept': 'Two-factor authentication is on, and your {code}{s} valid.',
  disabled: 'Two-factor authentication is off.',
  'mail-on': 'Codes by e-mail are on.',
  'mail-off': 'Codes by e-mail are off.',
  'default-changed': 'Another method is now asked first.',
  'message-sent': 'Your message is with support.',
  cancelled: 'Nothing was changed.',
  'setup-over': 'That set-up is over. Begin again.',
  'already-on': 'Two-factor authentication is already on.',
  'password-changed': 'Your password is changed. Sign in with the new one.',
};

export function noticeText(key: string | undefined, { policy, nav, said }: ProviderProfile): string | null {
  if (key === undefined || !Object.hasOwn(notices, key)) return null;
  const text = { ...notices, ...said }[key] ?? '';
  return text
    .replace('{code}', recoveryName(policy))
    .replace('{s}', policy.recovery?.count === 1 ? ' is' : 's are')
    .replace('{security}', nav.security);
}

/** The same for a wrong, an old and a used code: which it was is nobody's business but the audit's. */
export const codeRefused =
  'That code is not valid. Check that your device’s clock is right and try a new code.';

export const messageUnfit = `Write 1 to ${limits.supportMessageLength} characters.`;

export function waitText(until: number, now: number): string {
  const seconds = Math.ceil((until - now) / 1000);
  if (seconds > 24 * 3600) return 'Codes are no longer taken for this account. Contact support.';
  const wait = seconds <= 90 ? `${seconds} s` : `${Math.ceil(seconds / 60)} minutes`;
  return `Too many attempts. Try again in ${wait}.`;
}

/** Said while setting up only: at a sign-in it would tell a guesser when a code was right. */
export function clockHint(refused: string, secondsOff: number): string {
  const said = refused === codeRefused ? 'That code is not valid.' : refused.replace(/\.?$/u, '.');
  const direction = secondsOff < 0 ? 'behind' : 'ahead';
  return `${said} Your device’s clock seems about ${Math.abs(secondsOff)} s ${direction}.`;
}

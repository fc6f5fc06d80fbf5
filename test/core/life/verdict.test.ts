import { describe, expect, test } from 'vitest';
import { isAboutSupport, saysItIsOff, verdict, type Aftermath } from '../../../src/core/life/verdict.ts';

const quiet: Aftermath = {
  gave: 'code',
  moved: true,
  submitted: true,
  cancelled: false,
  wasOn: false,
  asks: { code: false, recovery: false, password: false },
  askedAnew: false,
  showsRecoveryCodes: false,
  messages: '',
};
const asking = (asks: Partial<Aftermath['asks']>) => ({ asks: { ...quiet.asks, ...asks } });

const cases: readonly [string, Partial<Aftermath>, ReturnType<typeof verdict>][] = [
  ['another page without any prompt', {}, 'accepted'],
  ['another page, but nothing was submitted: Cancel, or Back', { submitted: false }, 'open'],
  [
    'another page that says so, though the submit was not heard of',
    { submitted: false, messages: 'Two-factor authentication is on' },
    'accepted',
  ],
  [
    'the same, where that is no news',
    { submitted: false, wasOn: true, messages: 'Two-factor authentication is on' },
    'open',
  ],
  [
    'the same after Cancel',
    { submitted: false, cancelled: true, messages: 'Two-factor authentication is on' },
    'open',
  ],
  [
    'recovery codes on another page, whatever was seen before',
    { submitted: false, showsRecoveryCodes: true },
    'accepted',
  ],
  ['a recovery code, then a page that asks nothing', { gave: 'recovery', submitted: false }, 'accepted'],
  ['the same document, its form closed by hand', { moved: false, submitted: false, cancelled: true }, 'open'],
  [
    'the same, with a message of success',
    { moved: false, submitted: false, cancelled: true, messages: 'Two-factor authentication is on' },
    'accepted',
  ],
  ['the same document, its form gone', { moved: false, submitted: false }, 'accepted'],
  [
    'recovery codes on the same page as the form',
    { moved: false, showsRecoveryCodes: true, ...asking({ code: true }) },
    'accepted',
  ],
  [
    'a message that is not of success: "That set-up is over. Begin again."',
    { messages: 'That set-up is over. Begin again.' },
    'refused',
  ],
  [
    'a recovery code, then a page that says anything',
    { gave: 'recovery', messages: 'You have 7 codes left.' },
    'accepted',
  ],
  ['a status message of success', { messages: 'Two-factor authentication is now on' }, 'accepted'],
  ['the form again, on a page loaded anew', asking({ code: true }), 'refused'],
  ['the form still there, waiting', { moved: false, ...asking({ code: true }) }, 'open'],
  [
    'the form there with a complaint',
    { moved: false, askedAnew: true, ...asking({ code: true }) },
    'refused',
  ],
  ['a sign-in page', asking({ password: true }), 'open'],
  ['the other way in', { ...asking({ recovery: true }) }, 'open'],
  ['a page that says "Too many attempts"', { messages: 'Too many attempts. Wait a while.' }, 'refused'],
  ['a page that says it in German', { messages: 'Der Code ist ungültig.' }, 'refused'],
  ['the same, said in place', { moved: false, messages: 'Der Code ist ungültig.' }, 'open'],
  ['a recovery code, then another page', { gave: 'recovery' }, 'accepted'],
  ['a recovery code, then the same form', { gave: 'recovery', ...asking({ recovery: true }) }, 'refused'],
  ['a recovery code, then the prompt for a code', { gave: 'recovery', ...asking({ code: true }) }, 'open'],
  [
    'a recovery code, then new recovery codes beside a prompt',
    { gave: 'recovery', showsRecoveryCodes: true, ...asking({ recovery: true }) },
    'refused',
  ],
];

describe('what a page shows after a code', () => {
  test.each(cases)('%s', (_, after, expected) => {
    expect(verdict({ ...quiet, ...after })).toBe(expected);
  });
});

describe('that two-factor authentication is off is read', () => {
  test.each([
    'You signed in with a backup code, so two-factor authentication is now off. Enable it again under Account.',
    'Enter your backup code. 2FA is then automatically disabled, and you must enable it again.',
    'Die Zwei-Faktor-Authentisierung wurde deaktiviert.',
    '2FA désactivée',
  ])('in: %s', (text) => {
    expect(saysItIsOff(text)).toBe(true);
  });

  test.each([
    'You signed in with a backup code. It is spent. Set up a new authenticator if you lost yours.',
    'JavaScript is disabled.',
    'Two-factor authentication is on.',
    '',
  ])('and not in: %s', (text) => {
    expect(saysItIsOff(text)).toBe(false);
  });
});

test('a page about a support case says so in its title', () => {
  expect(['Recover your Account', 'Support case', 'Sign in'].map(isAboutSupport)).toEqual([
    true,
    true,
    false,
  ]);
});

import { html } from 'hono/html';
import { limits } from '../engine/limits.ts';
import { recoveryName } from '../engine/recovery-words.ts';
import type { ProviderProfile } from '../providers/profile.ts';
import { page, type Frame } from './layout.ts';
import { nothing, type Html } from './parts.ts';

const minutes = (ms: number): number => ms / 60_000;

/** `/about`: what this provider's flow is taken from, what its page leaves open, and what holds for all of them. */
export function aboutPage(frame: Frame): Html {
  const { profile } = frame;
  return page(frame, {
    id: 'about',
    title: 'About this demo',
    body: html`<h1>About this demo</h1>
      <section class="card" aria-labelledby="told-title">
        <h2 id="told-title">What it tells</h2>
        <p>
          The flow of ${profile.likeness}, with the words and the order of ${profile.source}. It is not a
          service of ${profile.likeness}.
        </p>
        <ul class="plain-list">
          ${told(profile).map((line) => html`<li>${line}</li>`)}
        </ul>
      </section>
      <section class="card" aria-labelledby="silent-title">
        <h2 id="silent-title">Not documented by the provider: the demo’s default</h2>
        <ul class="plain-list" data-testid="silent">
          ${[...profile.silent, ...silentOf(profile)].map((line) => html`<li>${line}</li>`)}
        </ul>
      </section>
      <section class="card" aria-labelledby="rules-title">
        <h2 id="rules-title">The same at every provider here</h2>
        <ul class="plain-list">
          ${rules.map((line) => html`<li>${line}</li>`)}
        </ul>
        <p><a href="/testing">Testing on this demo</a></p>
      </section>`,
  });
}

/** From the profile itself, so that it can't say anything else. */
function told({ nav, enable, setup, policy, lost, manage }: ProviderProfile): (string | Html)[] {
  const way = nav.layout === 'one-page' ? [nav.profile] : [nav.profile, nav.security];
  return [
    `The way: ${[...way, enable.button].join(' → ')}.`,
    `Before the set-up, the password is ${asked[enable.password]}.`,
    `The QR code: ${drawn[setup.qr]}${setup.qrDelayMs > 0 ? `, ${setup.qrDelayMs / 1000} s late` : ''}.`,
    `The key: ${shown[setup.key.show]}. The code goes into ${setup.input === 'boxes' ? 'six boxes' : 'one field'}, then “${setup.submit}”.`,
    policy.recovery
      ? `Kept for later: ${policy.recovery.count} ${recoveryName(policy)}${policy.recovery.count === 1 ? '' : 's'}. Using one ${policy.onRecoveryUse === 'spend' ? 'leaves two-factor authentication on' : 'turns two-factor authentication off'}.`
      : 'Kept for later: no codes; the key is the backup.',
    policy.afterEnable === 'stay'
      ? 'After enabling, this session goes on and every other ends.'
      : 'After enabling, every session ends, this one too.',
    `Disabling: “${manage.disable}”. ${manage.regenerate ? `New codes: “${manage.regenerate}”.` : 'New codes can’t be made.'}`,
    policy.mailMethod ? 'A second method: codes by e-mail, which bring no new codes to keep.' : nothing,
    lost.kind === 'support-case' ? 'Without device and code: a support case.' : nothing,
    lost.kind === 'contact' ? 'Without the device: a message to support.' : nothing,
  ].filter((line) => line !== nothing);
}

/** What none of the five pages says, or all but one: said at each, since each is silent about it. */
export function silentOf({ policy }: ProviderProfile): string[] {
  return [
    ...(policy.afterEnable === 'stay'
      ? ['What becomes of other sessions when 2FA is enabled: they end, and this one goes on.']
      : []),
    'What becomes of other sessions when 2FA is disabled or changed: they end.',
    'How many wrong codes are taken, how long a sign-in may take, and whether a used code is taken again: as below.',
    'A forgotten password: a mailed link changes it, and the second factor is asked as before.',
    'What is mailed: every change of the second factor, every code kept for later that is used, and what looks like guessing.',
  ];
}

const asked = {
  prompt: 'asked on a page of its own',
  'same-form': 'asked in the same form',
  'if-stale': 'asked only if it was not proved lately',
} as const;

const drawn = {
  'img-url': 'a PNG at an address of its own',
  'img-png-data': 'a PNG in a data URI',
  'img-svg-data': 'an SVG in a data URI',
  'svg-inline': 'an inline SVG',
  canvas: 'drawn on a canvas (an image without scripts)',
} as const;

const shown = {
  grouped: 'shown beside it, in groups of four',
  'first-class': 'shown first, to be stored',
  'copy-only': 'not shown; a button copies it',
  hidden: 'not shown',
} as const;

const rules = [
  'A key has 160 bits, is sealed at rest and is shown during the set-up only. A code works once, the one that confirmed the set-up too.',
  `A sign-in ends after ${limits.challengeTries} wrong codes. ${limits.factorFailuresPerLock} in a row lock the account’s codes for ${minutes(limits.firstLock)} minutes and then longer, ${limits.factorFailuresCap} for good.`,
  'Codes kept for later are stored salted and hashed, shown once and work once.',
  `Changing the second factor takes a password proved in the last ${minutes(limits.stepUpLife)} minutes, and the second factor too while it is on. It ends all other sessions and is mailed.`,
  'A forgotten password is no way past the second factor.',
  'Everything works without scripts.',
] as const;

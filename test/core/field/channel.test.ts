import { describe, expect, test } from 'vitest';
import { classify } from '../../../src/core/field/classify.ts';
import type { FieldFacts } from '../../../src/core/field/facts.ts';
import { isQuiet, type Channel } from '../../../src/core/field/judgement.ts';
import { fieldOf, pageOf } from './facts-of.ts';

function judged(said: Partial<FieldFacts>, title = '') {
  const [judgement] = classify(pageOf([fieldOf({ name: 'otp', ...said })], title));
  if (judgement === undefined) throw new Error('a field was not judged');
  return judgement;
}

const channels: readonly (readonly [Channel, string, Partial<FieldFacts>])[] = [
  ['app', 'an app that is spoken of before', { near: 'Enter the code from your authenticator app' }],
  ['app', 'an app that is spoken of after', { after: 'The code that your authenticator app shows' }],
  [
    'app',
    'an app, where a message could be had instead',
    {
      near: 'Open your authenticator app.',
      after: 'Send me a text message instead',
    },
  ],
  ['app', 'an app by its name', { label: 'Google Authenticator code' }],
  ['app', 'an app, in German', { label: 'Code aus der Authentifizierungs-App' }],
  ['sms', 'a message to a telephone', { near: 'We have sent a text message to the number ending in 42.' }],
  ['sms', 'a number of which little is shown', { near: 'A code was sent to +1 *** *** **42' }],
  ['sms', 'a call', { near: 'We are calling you now. Enter the six digits that you hear.' }],
  ['sms', 'a name', { name: 'sms_code', label: 'Code' }],
  ['sms', 'a message, in French', { near: 'Nous avons envoyé un SMS à votre téléphone.' }],
  ['email', 'a mailbox of which little is shown', { near: 'We have mailed a code to a•••@example.com.' }],
  ['email', 'an e-mail', { near: 'Enter the code that we sent to your e-mail address' }],
  ['email', 'a name', { name: 'email_otp', label: 'Code' }],
  ['sent', 'that it can be sent again', { after: 'Verify. Didn’t receive it? Resend code' }],
  ['unknown', 'nothing', { label: 'Verification code' }],
];

describe('how a code comes is told by', () => {
  test.each(channels)('%s: %s', (channel, _, said) => {
    expect(judged(said).channel).toBe(channel);
  });

  test('what stands further off, of the only field', () => {
    const around = 'Check that it is you. We sent you an e-mail. Code';
    expect(judged({ around, alone: true }).channel).toBe('email');
    expect(judged({ around, alone: false }).channel).toBe('unknown');
  });
});

test('a code of an app, and one of which nothing is said, are held out; what was sent is not', () => {
  const quiet = (['app', 'unknown', 'sms', 'email', 'sent'] as const).map((channel) => isQuiet({ channel }));
  expect(quiet).toEqual([false, false, true, true, true]);
});

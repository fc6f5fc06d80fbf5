import { html } from 'hono/html';
import { boxes, form, labelled } from '../parts.ts';
import type { Shape } from '../shape.ts';

const common = { group: 'channels', expectation: 'quiet', heading: 'Check that it is you' } as const;

const resend = html`<p><a href="#again">Send it again</a></p>`;

/** Six digits that no authenticator shows. */
export const channelShapes: readonly Shape[] = [
  {
    ...common,
    id: 'sms',
    title: 'A text message',
    body: () =>
      form(
        { text: 'We have sent a text message with a code to the number ending in 42.' },
        labelled('Code', { name: 'code', autocomplete: 'one-time-code', inputmode: 'numeric' }),
        resend,
      ),
  },
  {
    ...common,
    id: 'email-code',
    title: 'An e-mail',
    body: () =>
      form(
        { text: 'We have mailed a verification code to a•••••@example.com. It is valid for ten minutes.' },
        labelled('Verification code', { name: 'verification_code', inputmode: 'numeric', maxlength: 6 }),
        resend,
      ),
  },
  {
    ...common,
    id: 'phone-call',
    title: 'A call',
    body: () =>
      form(
        { text: 'We are calling you now. Enter the six digits that you hear.' },
        boxes(6, { autocomplete: 'one-time-code' }),
      ),
  },
  {
    ...common,
    id: 'confirm-address',
    title: 'A new e-mail address is confirmed',
    heading: 'Confirm your e-mail address',
    body: () =>
      form(
        { text: 'Enter the code that we sent to alice@example.com to finish signing up.' },
        labelled('Confirmation code', { name: 'confirmation_code' }),
        resend,
      ),
  },
  {
    ...common,
    id: 'other-device',
    title: 'A number that another device shows',
    heading: 'Connect your television',
    expectation: 'nothing',
    body: () =>
      form(
        { text: 'Enter the code shown on your television.' },
        labelled('Code', { name: 'user_code', maxlength: 8, placeholder: 'ABCD-1234' }),
      ),
  },
];

import { html } from 'hono/html';
import { attributes, boxes, form, input, labelled, type Attributes } from '../parts.ts';
import type { Shape } from '../shape.ts';

const common = { group: 'others', expectation: 'nothing' } as const;

/** Id, what the zoo calls it, heading, label and field: one that looks like a code's to somebody who reads words alone. */
type Lone = readonly [id: string, title: string, heading: string, label: string, field: Attributes];

const lone: readonly Lone[] = [
  [
    'zip',
    'An American postcode',
    'Shipping address',
    'ZIP code',
    { name: 'zip_code', inputmode: 'numeric', maxlength: 5 },
  ],
  [
    'postcode',
    'A postcode of six digits',
    'Delivery',
    'Postal code',
    { name: 'postalCode', inputmode: 'numeric', maxlength: 6 },
  ],
  [
    'pincode',
    'A postcode that is called PIN code',
    'Delivery address',
    'PIN code',
    { name: 'pincode', maxlength: 6, inputmode: 'numeric' },
  ],
  ['coupon', 'A coupon', 'Your basket', 'Coupon code', { name: 'coupon_code' }],
  ['gift-card', 'A gift card', 'Redeem', 'Gift card code', { name: 'code', maxlength: 16 }],
  ['quantity', 'A quantity', 'Your basket', 'Quantity', { name: 'quantity', type: 'number', min: 1 }],
  [
    'phone',
    'A telephone number',
    'Your details',
    'Phone number',
    { name: 'phone', type: 'tel', autocomplete: 'tel' },
  ],
  ['country-code', 'A dialling code', 'Your details', 'Country code', { name: 'countryCode', maxlength: 4 }],
  [
    'order-number',
    'An order number of six digits',
    'Track your order',
    'Order number',
    { name: 'order', maxlength: 6, inputmode: 'numeric' },
  ],
  ['booking', 'A booking reference', 'Manage your booking', 'Booking code', { name: 'pnr', maxlength: 6 }],
  ['invitation', 'An invitation', 'Sign up', 'Invitation code', { name: 'invite_code' }],
  ['activation', 'A licence', 'Activate your product', 'Activation code', { name: 'activationcode' }],
  [
    'client-code',
    'A user name of digits',
    'Sign in',
    'Client code',
    { name: 'client_code', inputmode: 'numeric', maxlength: 8 },
  ],
  [
    'user-name-token',
    'A user name called token',
    'Sign in',
    'User name',
    { name: 'IDToken1', autocomplete: 'username' },
  ],
  ['api-token', 'An API token', 'Integrations', 'Access token', { name: 'access_token' }],
  [
    'token-lifetime',
    'The lifetime of a token',
    'Security settings',
    'Token lifetime (minutes)',
    { name: 'otpTokenLifetime', type: 'number' },
  ],
  [
    'redirect',
    'An address that ends in auth',
    'Application',
    'Redirect URI',
    { name: 'redirect', placeholder: 'https://example.com/auth' },
  ],
  [
    'search',
    'A search',
    'Documentation',
    'Search',
    { name: 'q', type: 'search', placeholder: 'Search for “authentication code”' },
  ],
  [
    'account-number',
    'A bank account',
    'Transfer',
    'Sort code',
    { name: 'bankcode', maxlength: 6, inputmode: 'numeric' },
  ],
  ['amount', 'An amount of money', 'Transfer', 'Amount', { name: 'amount', inputmode: 'decimal' }],
  [
    'birthday',
    'A date of birth in six digits',
    'Your details',
    'Date of birth (DDMMYY)',
    { name: 'dob', maxlength: 6, inputmode: 'numeric' },
  ],
  ['barcode', 'A bar code', 'Add a release', 'Barcode', { name: 'barcode', inputmode: 'numeric' }],
  ['author', 'A word with auth in it', 'New article', 'Author', { name: 'author' }],
  ['comment', 'A comment', 'Discussion', 'Say something', { name: 'comment' }],
];

const loneShapes = lone.map(([id, title, heading, label, field]): Shape => ({
  ...common,
  id,
  title,
  heading,
  body: () => form({}, labelled(label, field)),
}));

export const otherShapes: readonly Shape[] = [
  ...loneShapes,
  {
    ...common,
    id: 'card-code',
    title: 'The security code of a card',
    heading: 'Payment',
    body: () =>
      form(
        { submit: 'Pay' },
        labelled('Card number', { name: 'cardnumber', autocomplete: 'cc-number', inputmode: 'numeric' }),
        labelled('Security code', { name: 'security_code', autocomplete: 'cc-csc', maxlength: 4 }),
      ),
  },
  {
    ...common,
    id: 'card-boxes',
    title: 'A card number in four boxes',
    heading: 'Payment',
    body: () => form({ text: 'Card number', submit: 'Pay' }, boxes(4, { maxlength: 4, name: 'cc' })),
  },
  {
    ...common,
    id: 'captcha',
    title: 'A captcha called verification code',
    heading: 'Register',
    body: () =>
      form(
        {},
        html`<svg width="120" height="40" role="img" aria-label="Distorted figures">
          <text x="8" y="28" font-size="24" transform="rotate(4)" fill="currentColor">48 1 603</text>
        </svg>`,
        labelled('Verification code', { name: 'captcha_code', maxlength: 6, autocomplete: 'off' }),
      ),
  },
  {
    ...common,
    id: 'new-pin',
    title: 'A PIN that is chosen',
    heading: 'Choose a PIN',
    body: () =>
      form(
        { text: 'Choose a six-digit PIN for your card.' },
        labelled('New PIN', { name: 'pin', type: 'password', inputmode: 'numeric', maxlength: 6 }),
        labelled('New PIN again', { name: 'pin2', type: 'password', inputmode: 'numeric', maxlength: 6 }),
      ),
  },
  {
    ...common,
    id: 'profile-pin',
    title: 'The PIN of a profile, in four boxes',
    heading: 'Who is watching?',
    body: () => form({ text: 'Enter your PIN to open this profile.' }, boxes(4, { type: 'tel' })),
  },
  {
    ...common,
    id: 'social-security',
    title: 'A number in three parts',
    heading: 'Your details',
    body: () =>
      form(
        { text: 'Social security number' },
        html`<div class="boxes">
          ${[3, 2, 4].map((length, at) =>
            input({ maxlength: length, size: length, inputmode: 'numeric', 'aria-label': `Part ${at + 1}` }),
          )}
        </div>`,
      ),
  },
  {
    ...common,
    id: 'checkboxes',
    title: 'Six check boxes in a row',
    heading: 'Opening hours',
    body: () =>
      form(
        { text: 'Days' },
        html`<div class="boxes">
          ${Array.from(
            { length: 6 },
            (_, at) =>
              html`<input
                ${attributes({ type: 'checkbox', name: 'day', value: at, 'aria-label': `Day ${at + 1}` })}
              />`,
          )}
        </div>`,
      ),
  },
  {
    ...common,
    id: 'honeypot',
    title: 'A field that nobody can see',
    heading: 'Newsletter',
    body: () =>
      form(
        {},
        labelled('E-mail address', { name: 'email', type: 'email' }),
        html`<div class="honeypot" aria-hidden="true">
          ${input({ name: 'otp', autocomplete: 'one-time-code', tabindex: -1 })}
        </div>`,
      ),
  },
  {
    ...common,
    id: 'read-only',
    title: 'A code that is shown and can’t be changed',
    heading: 'Pair your telephone',
    body: () =>
      form(
        { text: 'Type this code on your telephone.' },
        labelled('Code', { name: 'otp', value: '904211', readonly: true }),
      ),
  },
  {
    ...common,
    id: 'many-tokens',
    title: 'A form of many fields, some with code in their names',
    heading: 'New product',
    body: () =>
      form(
        { submit: 'Save' },
        ...['Product code', 'Language code', 'Reference code', 'Tax code', 'Colour code'].map((label) =>
          labelled(label, { name: label.toLowerCase().replace(' ', '_') }),
        ),
      ),
  },
  {
    ...common,
    id: 'recovery-field',
    title: 'A recovery code is asked for',
    heading: 'Use a recovery code',
    expectation: 'recovery-field',
    body: () =>
      form(
        { text: 'Enter one of the recovery codes that you kept.' },
        labelled('Recovery code', { name: 'recovery_code', autocomplete: 'off' }),
      ),
  },
  {
    ...common,
    id: 'recovery-declared',
    title: 'A recovery code is asked for, declared as one-time-code',
    heading: 'Use a recovery code',
    expectation: 'recovery-field',
    body: () => form({}, labelled('Recovery code', { name: 'recovery_code', autocomplete: 'one-time-code' })),
  },
  {
    ...common,
    id: 'backup-digits',
    title: 'A backup code of eight digits',
    heading: 'Sign in',
    expectation: 'recovery-field',
    body: () => form({}, labelled('Backup code', { name: 'code', inputmode: 'numeric', maxlength: 8 })),
  },
];

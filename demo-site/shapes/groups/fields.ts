import { html } from 'hono/html';
import { ASK, attributes, form, input, labelled, otherLabelled } from '../parts.ts';
import type { Shape } from '../shape.ts';

const common = { group: 'fields', expectation: 'fill', heading: 'Two-factor authentication' } as const;

const account = [
  otherLabelled('User name', { id: 'username', name: 'username', autocomplete: 'username' }),
  otherLabelled('Password', {
    id: 'password',
    name: 'password',
    type: 'password',
    autocomplete: 'current-password',
  }),
];

/** One field for the whole code, from the best marked to the barest. */
export const fieldShapes: readonly Shape[] = [
  {
    ...common,
    id: 'declared',
    title: 'Declared as one-time-code',
    body: () =>
      form(
        { text: ASK },
        labelled('Code', { name: 'otp', autocomplete: 'one-time-code', inputmode: 'numeric', maxlength: 6 }),
      ),
  },
  {
    ...common,
    id: 'declared-only',
    title: 'Declared, and nothing else said',
    heading: 'Welcome back',
    body: () => form({}, input({ autocomplete: 'one-time-code' })),
  },
  {
    ...common,
    id: 'label-only',
    title: 'A label, and a name that means something else',
    heading: 'Sign in',
    body: () => form({}, labelled('Authentication code', { name: 'userid', autocomplete: 'off' })),
  },
  {
    ...common,
    id: 'heading-only',
    title: 'No label: the heading says it',
    body: () => form({ text: ASK }, input({ name: 'code', autocomplete: 'off' })),
  },
  {
    ...common,
    id: 'placeholder-only',
    title: 'A placeholder of six noughts',
    body: () => form({}, input({ name: 'key', placeholder: '000000', maxlength: 6 })),
  },
  {
    ...common,
    id: 'aria-label',
    title: 'A label for screen readers alone',
    heading: 'Sign in',
    body: () => form({}, input({ 'aria-label': 'Two-factor authentication code', name: 'answer' })),
  },
  {
    ...common,
    id: 'label-below',
    title: 'The words stand below the field',
    heading: 'Sign in',
    body: () =>
      form(
        { submit: null },
        input({ name: 'token', inputmode: 'numeric', 'aria-describedby': 'hint' }),
        html`<p id="hint">The code that your authenticator app shows</p>`,
        html`<button>Verify</button>`,
      ),
  },
  {
    ...common,
    id: 'no-form',
    title: 'No form around it',
    body: () =>
      html`<p>${ASK}</p>
        ${labelled('Code', { id: 'mat-input-3', inputmode: 'numeric' })}<button type="button">
          Verify
        </button>`,
  },
  {
    ...common,
    id: 'password-type',
    title: 'Of the type password',
    body: () =>
      form({}, labelled('One-time password', { type: 'password', name: 'OneTimePasscode', maxlength: 6 })),
  },
  {
    ...common,
    id: 'number-type',
    title: 'Of the type number',
    body: () => form({ text: ASK }, labelled('Code', { type: 'number', name: 'totp', step: 1 })),
  },
  {
    ...common,
    id: 'tel-type',
    title: 'Of the type tel',
    body: () => form({ text: ASK }, labelled('Code', { type: 'tel', name: 'mfa', pattern: '[0-9]*' })),
  },
  {
    ...common,
    id: 'masked',
    title: 'Puts a space in the middle',
    script: 'controlled',
    body: () =>
      form(
        { text: ASK },
        labelled('Code', { name: 'code', maxlength: 7, placeholder: '123 456', 'data-holds': 'mask' }),
      ),
  },
  {
    ...common,
    id: 'hyphen-masked',
    title: 'Puts a hyphen in the middle',
    script: 'controlled',
    body: () =>
      form(
        { text: ASK },
        labelled('Code', { name: 'code', maxlength: 7, 'data-holds': 'mask', 'data-mark': '-' }),
      ),
  },
  {
    ...common,
    id: 'takes-recovery-too',
    title: 'Takes a recovery code as well',
    body: () =>
      form(
        {},
        labelled('Authentication code or recovery code', {
          name: 'code',
          autocomplete: 'one-time-code',
          maxlength: 16,
        }),
      ),
  },
  {
    ...common,
    id: 'autocomplete-off',
    title: 'Forbids filling, and tells password managers to stay away',
    body: () =>
      form(
        { text: ASK },
        labelled('Code', {
          name: 'otp',
          autocomplete: 'off',
          'data-1p-ignore': true,
          'data-lpignore': 'true',
          'data-bwignore': true,
        }),
      ),
  },
  {
    ...common,
    id: 'narrow',
    title: 'One character wide',
    body: () => form({ text: ASK }, labelled('Code', { name: 'totp', size: 1 })),
  },
  {
    ...common,
    id: 'overlay',
    title: 'A see-through field over drawn boxes',
    body: () =>
      form(
        { text: ASK },
        html`<div class="overlay">
          ${Array.from({ length: 6 }, () => html`<span></span>`)}
          ${input({ autocomplete: 'one-time-code', inputmode: 'numeric', maxlength: 6, class: 'see-through' })}
        </div>`,
      ),
  },
  {
    ...common,
    id: 'eight-digits',
    title: 'Eight digits in one field',
    digits: 8,
    body: () =>
      form(
        { text: 'Enter the eight-digit code from your authenticator app.' },
        labelled('Code', { name: 'otp', inputmode: 'numeric', maxlength: 8, pattern: '[0-9]{8}' }),
      ),
  },
  {
    ...common,
    id: 'sends-itself',
    title: 'Sends itself with the last digit',
    body: () =>
      form(
        { text: ASK, submit: null },
        labelled('Code', { name: 'code', inputmode: 'numeric', maxlength: 6, 'data-sends': true }),
      ),
  },
  {
    ...common,
    id: 'beside-password',
    title: 'On one form with user name and password',
    heading: 'Sign in',
    body: () =>
      form({ submit: 'Sign in' }, ...account, labelled('2FA code', { name: 'otp', inputmode: 'numeric' })),
  },
  {
    ...common,
    id: 'german',
    title: 'In German',
    heading: 'Anmeldung',
    body: () =>
      form({ submit: 'Weiter' }, labelled('Einmalcode aus der Authenticator-App', { name: 'eingabe' })),
  },
  {
    ...common,
    id: 'japanese',
    title: 'In Japanese',
    heading: 'ログイン',
    body: () => form({ submit: '次へ' }, labelled('認証アプリのワンタイムコード', { name: 'nyuryoku' })),
  },
  {
    ...common,
    id: 'russian',
    title: 'In Russian',
    heading: 'Вход',
    body: () => form({ submit: 'Далее' }, labelled('Одноразовый код из приложения', { name: 'pole' })),
  },
  {
    ...common,
    id: 'arabic',
    title: 'In Arabic, from right to left',
    heading: 'تسجيل الدخول',
    body: () =>
      html`<div dir="rtl" lang="ar">
        ${form({ submit: 'متابعة' }, labelled('رمز المصادقة من تطبيق المصادقة', { name: 'haql' }))}
      </div>`,
  },
  {
    ...common,
    id: 'appended-to-password',
    title: 'The code goes behind the password, in its field',
    heading: 'Sign in',
    expectation: 'by-hand',
    body: () =>
      form(
        {
          text: 'Type your password and, right behind it, the code from your authenticator app.',
          submit: 'Sign in',
        },
        otherLabelled('User name', { id: 'username', name: 'username' }),
        labelled('Password and code', { name: 'password', type: 'password' }),
      ),
  },
  {
    ...common,
    id: 'sign-in',
    title: 'A sign-in without a word of a code, which some sites want behind the password all the same',
    heading: 'Sign in',
    expectation: 'nothing',
    body: () =>
      form(
        { submit: 'Sign in' },
        otherLabelled('User name', { id: 'username', name: 'username', autocomplete: 'username' }),
        labelled('Password', { name: 'password', type: 'password', autocomplete: 'current-password' }),
      ),
  },
  {
    ...common,
    id: 'editable',
    title: 'No field at all: an editable element',
    body: () =>
      html`<p>${ASK}</p>
        <div
          class="field"
          ${attributes({ contenteditable: 'true', role: 'textbox', 'aria-label': 'Code' })}
          data-watched
        ></div>
        <button type="button">Verify</button>`,
  },
];

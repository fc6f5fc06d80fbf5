import { html } from 'hono/html';
import { ASK, boxes, form, input, otherInput, type Attributes } from '../parts.ts';
import type { Shape } from '../shape.ts';

const common = {
  group: 'boxes',
  expectation: 'fill-boxes',
  heading: 'Two-factor authentication',
  script: 'boxes',
} as const;

const row = (how: string): Attributes => ({ 'data-row': how, role: 'group' });

const rowOf = (first: Attributes, others: Attributes) => [
  input({ inputmode: 'numeric', 'aria-label': 'Digit 1', ...first }),
  ...Array.from({ length: 5 }, (_, at) => input({ 'aria-label': `Digit ${at + 2}`, ...others })),
];

/** One box for each digit, the ways that libraries build them. */
export const boxShapes: readonly Shape[] = [
  {
    ...common,
    id: 'six-boxes',
    title: 'Six boxes that do nothing by themselves',
    body: () => form({ text: ASK }, boxes(6, {}, row('plain'))),
  },
  {
    ...common,
    id: 'boxes-advance',
    title: 'Six boxes, each passing the cursor on',
    body: () => form({ text: ASK }, boxes(6, {}, row('advance'))),
  },
  {
    ...common,
    id: 'boxes-all-declared',
    title: 'Six boxes, all declared as one-time-code',
    body: () => form({ text: ASK }, boxes(6, { autocomplete: 'one-time-code' }, row('advance'))),
  },
  {
    ...common,
    id: 'boxes-bare',
    title: 'Six boxes without name, label or length',
    body: () =>
      form(
        { text: ASK },
        html`<div class="boxes" data-row="last-only">${Array.from({ length: 6 }, () => input({}))}</div>`,
      ),
  },
  {
    ...common,
    id: 'boxes-spread-first',
    title: 'The first box takes all six and spreads them',
    body: () =>
      form(
        { text: ASK },
        html`<div class="boxes" data-row="spread">
          ${rowOf({ autocomplete: 'one-time-code', maxlength: 6 }, { autocomplete: 'off', maxlength: 1 })}
        </div>`,
      ),
  },
  {
    ...common,
    id: 'boxes-paste',
    title: 'Boxes that take the whole code by pasting, or one digit each',
    body: () => form({ text: ASK }, boxes(6, {}, row('paste'))),
  },
  {
    ...common,
    id: 'boxes-paste-only',
    title: 'Boxes that take the code by pasting, and undo what is typed',
    body: () => form({ text: ASK }, boxes(6, {}, row('paste-only'))),
  },
  {
    ...common,
    id: 'boxes-enabled-one-by-one',
    title: 'Each box is enabled by the one before',
    body: () => form({ text: ASK }, boxes(6, {}, row('enable'))),
  },
  {
    ...common,
    id: 'boxes-rebuilt',
    title: 'All boxes are made anew with every digit',
    body: () => form({ text: ASK }, boxes(6, {}, row('rebuild'))),
  },
  {
    ...common,
    id: 'boxes-read-keys',
    title: 'Boxes that read the key of a keydown, if there is one',
    body: () => form({ text: ASK }, boxes(6, {}, row('keys'))),
  },
  {
    ...common,
    id: 'boxes-number',
    title: 'Six boxes of the type number',
    body: () => form({ text: ASK }, boxes(6, { type: 'number', min: 0, max: 9 }, row('advance'))),
  },
  {
    ...common,
    id: 'boxes-password',
    title: 'Six boxes of the type password',
    body: () => form({ text: ASK }, boxes(6, { type: 'password' }, row('advance'))),
  },
  {
    ...common,
    id: 'boxes-mirrored',
    title: 'Six boxes and a hidden field that mirrors them',
    body: () =>
      form(
        { text: ASK },
        boxes(6, {}, row('advance')),
        otherInput({ type: 'hidden', name: 'otp', 'data-mirror': true }),
      ),
  },
  {
    ...common,
    id: 'boxes-hidden-field',
    title: 'Drawn boxes over a real field that is out of sight',
    expectation: 'fill',
    body: () =>
      form(
        { text: ASK },
        html`<label class="overlay" data-row="drawn">
          ${Array.from({ length: 6 }, () => html`<span></span>`)}
          ${input({
            autocomplete: 'one-time-code',
            inputmode: 'numeric',
            maxlength: 6,
            'aria-label': 'Verification code',
            class: 'out-of-sight',
          })}
        </label>`,
      ),
  },
  {
    ...common,
    id: 'boxes-with-hyphen',
    title: 'Three boxes, a hyphen, three boxes',
    body: () =>
      form(
        { text: ASK },
        html`<div class="boxes" data-row="advance">
          ${rowOf({ maxlength: 1 }, { maxlength: 1 }).map((box, at) => (at === 3 ? html`<span>–</span>${box}` : box))}
        </div>`,
      ),
  },
  {
    ...common,
    id: 'boxes-send',
    title: 'Boxes that send themselves with the last digit',
    body: () =>
      form(
        { text: ASK, submit: null },
        boxes(6, { name: 'digit' }, { ...row('advance'), 'data-sends': true }),
      ),
  },
  {
    ...common,
    id: 'eight-boxes',
    title: 'Eight boxes',
    digits: 8,
    body: () =>
      form({ text: 'Enter the eight-digit code from your authenticator app.' }, boxes(8, {}, row('advance'))),
  },
  {
    ...common,
    id: 'two-halves',
    title: 'Two fields of three digits',
    expectation: 'by-hand',
    body: () =>
      form(
        { text: ASK },
        html`<div class="boxes" data-row="plain">
          ${input({ maxlength: 3, inputmode: 'numeric', 'aria-label': 'First three digits' })}
          ${input({ maxlength: 3, inputmode: 'numeric', 'aria-label': 'Last three digits' })}
        </div>`,
      ),
  },
];

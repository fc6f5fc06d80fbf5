import { html } from 'hono/html';
import { ASK, form, labelled, type Attributes } from '../parts.ts';
import type { Shape } from '../shape.ts';

const common = {
  group: 'timing',
  expectation: 'fill',
  heading: 'Two-factor authentication',
  script: 'timing',
} as const;

const code: Attributes = { name: 'code', inputmode: 'numeric' };

const whole = () => form({ text: ASK }, labelled('Code', code));

export const timingShapes: readonly Shape[] = [
  {
    ...common,
    id: 'late',
    title: 'Comes a second late',
    body: () =>
      html`<div data-when="late">
        <template>${whole()}</template>
        <p>One moment …</p>
      </div>`,
  },
  {
    ...common,
    id: 'after-click',
    title: 'Comes when a way is chosen',
    heading: 'How do you want to go on?',
    body: () =>
      html`<button type="button" data-shows>Authenticator app</button>
        <div data-when="click"><template>${whole()}</template></div>`,
  },
  {
    ...common,
    id: 'fades-in',
    title: 'Is there and can’t be seen, then fades in',
    body: () => html`<div data-when="fade" class="fades">${whole()}</div>`,
  },
  {
    ...common,
    id: 'unhidden',
    title: 'Is there from the start, hidden',
    body: () => html`<div data-when="unhide" hidden>${whole()}</div>`,
  },
  {
    ...common,
    id: 'enabled-late',
    title: 'Is enabled a second late',
    body: () =>
      html`<div data-when="enable">
        ${form({ text: ASK }, labelled('Code', { ...code, disabled: true }))}
      </div>`,
  },
  {
    ...common,
    id: 'replaced',
    title: 'Is replaced by another after a second',
    body: () => html`<div data-when="replace">${whole()}</div>`,
  },
  {
    ...common,
    id: 'replaced-on-focus',
    title: 'Is replaced when the cursor comes',
    body: () => html`<div data-when="replace-on-focus">${whole()}</div>`,
  },
  {
    ...common,
    id: 'second-step',
    title: 'Comes with another address, without a new page',
    heading: 'Sign in',
    body: () =>
      html`<button type="button" data-shows>Next</button>
        <div data-when="route"><template>${whole()}</template></div>`,
  },
  {
    ...common,
    id: 'dialog',
    title: 'In a dialog that is opened',
    heading: 'Security',
    body: () =>
      html`<button type="button" data-shows>Confirm it is you</button>
        <dialog data-when="dialog">${whole()}</dialog>`,
  },
  {
    ...common,
    id: 'wizard',
    title: 'On the second page of a wizard in a dialog',
    heading: 'Security',
    body: () =>
      html`<dialog data-when="wizard">
        <section>
          <p>Before this is changed, confirm that it is you.</p>
          <button type="button" data-next>Next</button>
        </section>
        <section hidden>${whole()}</section>
      </dialog>`,
  },
  {
    ...common,
    id: 'emptied',
    title: 'Is emptied by the page after a second',
    body: () => html`<div data-when="wipe">${whole()}</div>`,
  },
];

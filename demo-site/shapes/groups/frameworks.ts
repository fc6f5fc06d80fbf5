import { html } from 'hono/html';
import type { Html } from '../../pages/parts.ts';
import { ASK, boxes, form, input, labelled, type Attributes } from '../parts.ts';
import type { Shape } from '../shape.ts';

const common = {
  group: 'frameworks',
  expectation: 'fill',
  heading: 'Two-factor authentication',
} as const;

const controlled = { ...common, script: 'controlled' } as const;
const components = { ...common, script: 'components' } as const;

const code: Attributes = { name: 'code', inputmode: 'numeric', autocomplete: 'one-time-code' };

const oneField = (manner: string) => form({ text: ASK }, labelled('Code', { ...code, 'data-holds': manner }));

function shadow(mode: 'open' | 'closed', content: Html): Html {
  return html`<shape-shadow data-root="${mode}"><template>${content}</template></shape-shadow>`;
}

const row = (content: Html) => html`<div style="display: flex; gap: 6px">${content}</div>`;

export const frameworkShapes: readonly Shape[] = [
  { ...controlled, id: 'react', title: 'Held in the manner of React', body: () => oneField('react') },
  { ...controlled, id: 'preact', title: 'Held in the manner of Preact', body: () => oneField('preact') },
  { ...controlled, id: 'vue', title: 'Held in the manner of Vue', body: () => oneField('vue') },
  { ...controlled, id: 'vue-lazy', title: 'Heard only when it is left', body: () => oneField('lazy') },
  { ...controlled, id: 'svelte', title: 'Held in the manner of Svelte', body: () => oneField('svelte') },
  { ...controlled, id: 'angular', title: 'Held in the manner of Angular', body: () => oneField('angular') },
  {
    ...controlled,
    id: 'picky',
    title: 'Believes typing, and nothing that has no data',
    body: () => oneField('picky'),
  },
  {
    ...controlled,
    id: 'react-boxes',
    title: 'Six boxes in the manner of React',
    expectation: 'fill-boxes',
    body: () => form({ text: ASK }, boxes(6, { 'data-holds': 'react' })),
  },
  {
    ...controlled,
    id: 'vue-boxes',
    title: 'Six boxes in the manner of Vue',
    expectation: 'fill-boxes',
    body: () => form({ text: ASK }, boxes(6, { 'data-holds': 'vue' })),
  },
  {
    ...controlled,
    id: 'svelte-boxes',
    title: 'Six boxes in the manner of Svelte, of which each is written anew after each character',
    expectation: 'fill-boxes',
    body: () => form({ text: ASK }, boxes(6, { 'data-holds': 'svelte' })),
  },
  {
    ...components,
    id: 'open-root',
    title: 'In an open shadow root',
    body: () => form({ text: ASK }, shadow('open', labelled('Code', code))),
  },
  {
    ...components,
    id: 'closed-root',
    title: 'In a closed shadow root',
    body: () => form({ text: ASK }, shadow('closed', labelled('Code', code))),
  },
  {
    ...components,
    id: 'nested-roots',
    title: 'In a closed root in an open one',
    body: () =>
      form(
        {},
        shadow(
          'open',
          html`<p>${ASK}</p>
            ${shadow('closed', labelled('Code', code))}`,
        ),
      ),
  },
  {
    ...components,
    id: 'boxes-in-root',
    title: 'Six boxes in an open root',
    expectation: 'fill-boxes',
    body: () => form({ text: ASK }, shadow('open', row(boxes(6)))),
  },
  {
    ...components,
    id: 'boxes-in-roots-each',
    title: 'Six boxes, each in an open root of its own',
    expectation: 'fill-boxes',
    body: () =>
      form(
        { text: ASK },
        row(
          html`${Array.from({ length: 6 }, (_, at) =>
            shadow('open', input({ maxlength: 1, size: 1, 'aria-label': `Digit ${at + 1}` })),
          )}`,
        ),
      ),
  },
  {
    ...components,
    id: 'slotted',
    title: 'Slotted into a component that has the words',
    body: () =>
      form(
        {},
        html`<shape-shadow data-root="open"
          ><template
            ><p>${ASK}</p>
            <slot></slot></template
          >${input({ name: 'value', inputmode: 'numeric', maxlength: 6 })}</shape-shadow
        >`,
      ),
  },
  {
    ...components,
    id: 'form-component',
    title: 'In a component that is itself a form’s field',
    body: () =>
      form(
        { text: ASK },
        html`<shape-form-field name="code"><template>${labelled('Code', code)}</template></shape-form-field>`,
      ),
  },
  {
    ...components,
    id: 'late-root',
    title: 'In a root that is attached late',
    body: () =>
      form(
        { text: ASK },
        html`<shape-late data-root="open"><template>${labelled('Code', code)}</template></shape-late>`,
      ),
  },
  {
    ...components,
    id: 'root-in-dialog',
    title: 'In an open root in a dialog',
    body: () => html`<dialog>${form({ text: ASK }, shadow('open', labelled('Code', code)))}</dialog>`,
  },
  {
    ...components,
    id: 'dialog-in-root',
    title: 'In a dialog in an open root',
    body: () => shadow('open', html`<dialog>${form({ text: ASK }, labelled('Code', code))}</dialog>`),
  },
  {
    ...components,
    id: 'slotted-in-dialog',
    title: 'Slotted into a component that is a dialog',
    body: () =>
      html`<shape-shadow data-root="open"
        ><template
          ><dialog><slot></slot></dialog></template
        >${form({ text: ASK }, labelled('Code', code))}</shape-shadow
      >`,
  },
];

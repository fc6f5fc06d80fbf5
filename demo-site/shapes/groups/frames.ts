import { html } from 'hono/html';
import { ASK, boxes, form, labelled, textOf } from '../parts.ts';
import type { Shape } from '../shape.ts';

const common = { group: 'frames', heading: 'Sign in' } as const;

export const frameShapes: readonly Shape[] = [
  {
    ...common,
    id: 'frame',
    title: 'A frame of the same site',
    expectation: 'fill',
    body: () => html`<iframe src="/shapes/framed" title="Verification"></iframe>`,
  },
  {
    ...common,
    id: 'frame-boxes',
    title: 'Boxes in a frame of the same site',
    expectation: 'fill-boxes',
    body: () => html`<iframe src="/shapes/framed-boxes" title="Verification"></iframe>`,
  },
  {
    ...common,
    id: 'frame-in-frame',
    title: 'A frame in a frame of the same site',
    expectation: 'fill',
    body: () => html`<iframe class="tall" src="/shapes/framed-frame" title="Verification"></iframe>`,
  },
  {
    ...common,
    id: 'cross-site-frame',
    title: 'A frame of another site',
    expectation: 'nothing',
    body: ({ elsewhere }) => html`<iframe src="${elsewhere}/shapes/framed" title="Verification"></iframe>`,
  },
  {
    ...common,
    id: 'back-in-cross-site-frame',
    title: 'A frame of this site in a frame of another',
    expectation: 'nothing',
    body: ({ elsewhere }) =>
      html`<iframe class="tall" src="${elsewhere}/shapes/framed-back" title="Verification"></iframe>`,
  },
  {
    ...common,
    id: 'sandboxed-frame',
    title: 'A sandboxed frame, which belongs to no site',
    expectation: 'nothing',
    body: () =>
      html`<iframe sandbox="allow-scripts allow-forms" src="/shapes/framed" title="Verification"></iframe>`,
  },
  {
    ...common,
    id: 'srcdoc-frame',
    title: 'A frame written into the page',
    expectation: 'fill',
    body: () => {
      const inside = html`<link rel="stylesheet" href="/shapes/assets/shapes.css" />
        ${form({ text: ASK }, labelled('Code', { name: 'code', inputmode: 'numeric' }))}
        <output data-testid="state"></output>
        <script type="module" src="/shapes/assets/fields.js"></script>`;
      return html`<iframe srcdoc="${textOf(inside)}" title="Verification"></iframe>`;
    },
  },
  {
    ...common,
    id: 'invisible-frame',
    title: 'A frame that can’t be seen, over a harmless button',
    expectation: 'nothing',
    heading: 'You have won',
    body: () =>
      html`<button type="button">Take the prize</button>
        <iframe src="/shapes/framed" title="" style="opacity: 0; margin-top: -4rem"></iframe>`,
  },
  {
    ...common,
    id: 'framed',
    title: 'What stands in the frames',
    expectation: 'fill',
    framed: true,
    body: () => form({ text: ASK }, labelled('Code', { name: 'code', autocomplete: 'one-time-code' })),
  },
  {
    ...common,
    id: 'framed-boxes',
    title: 'Boxes for a frame',
    expectation: 'fill-boxes',
    framed: true,
    script: 'boxes',
    body: () => form({ text: ASK }, boxes(6, {}, { 'data-row': 'advance' })),
  },
  {
    ...common,
    id: 'framed-frame',
    title: 'A frame for a frame',
    expectation: 'fill',
    framed: true,
    body: () => html`<iframe src="/shapes/framed" title="Verification"></iframe>`,
  },
  {
    ...common,
    id: 'framed-back',
    title: 'The other site again, for a frame of another site',
    expectation: 'nothing',
    framed: true,
    body: ({ elsewhere }) => html`<iframe src="${elsewhere}/shapes/framed" title="Verification"></iframe>`,
  },
];

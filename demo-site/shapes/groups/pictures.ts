import { html } from 'hono/html';
import type { Html } from '../../pages/parts.ts';
import * as draw from '../drawing.ts';
import { labelled, form } from '../parts.ts';
import { codeFor } from '../setup-text.ts';
import type { Place, Shape } from '../shape.ts';

const common = {
  group: 'pictures',
  expectation: 'found',
  heading: 'Set up your authenticator app',
  script: 'pictures',
} as const;

/** The page around it: every set-up asks for the first code below. */
function setup(picture: Html): Html {
  return html`<p>Scan this QR code with your authenticator app.</p>
    <div>${picture}</div>
    ${form({ submit: 'Verify' }, labelled('Code from the app', { name: 'code', inputmode: 'numeric' }))}`;
}

type Drawn = readonly [id: string, title: string, picture: (place: Place) => Html];

const drawn: readonly Drawn[] = [
  [
    'qr-png',
    'A PNG with an address',
    () => html`<img src="/shapes/pictures/qr-png.png" alt="QR code" width="205" />`,
  ],
  [
    'qr-svg',
    'An SVG with an address',
    () => html`<img src="/shapes/pictures/qr-svg.svg" alt="QR code" width="205" />`,
  ],
  [
    'qr-png-data',
    'A PNG in a data URI',
    () => html`<img src="${draw.pngUri(codeFor('qr-png-data'))}" alt="" />`,
  ],
  [
    'qr-svg-data',
    'An SVG in a data URI',
    () => html`<img src="${draw.svgUri(codeFor('qr-svg-data'))}" alt="" />`,
  ],
  [
    'qr-data-space',
    'A data URI with a space where none belongs',
    () => html`<img src="${draw.pngUri(codeFor('qr-data-space')).replace(',', ', ')}" alt="" />`,
  ],
  [
    'qr-cross-origin',
    'A picture of another site, which a script can’t read',
    ({ elsewhere }) =>
      html`<img src="${elsewhere}/shapes/pictures/qr-cross-origin.png" alt="" width="205" />`,
  ],
  [
    'qr-srcset',
    'A picture in several sizes',
    () =>
      html`<picture>
        <source type="image/svg+xml" srcset="/shapes/pictures/qr-srcset.svg" media="(min-width: 1px)" />
        <img
          src="/shapes/pictures/qr-srcset.png"
          srcset="/shapes/pictures/qr-srcset.png 1x"
          alt=""
          width="205"
        />
      </picture>`,
  ],
  [
    'qr-blob',
    'A picture with an address that only the page knows',
    () => draw.canvas(codeFor('qr-blob'), true),
  ],
  ['qr-inline-svg', 'SVG in the page, one path', () => draw.svg(codeFor('qr-inline-svg'))],
  [
    'qr-svg-rects',
    'SVG in the page, a rectangle for each module',
    () => draw.svgOfRects(codeFor('qr-svg-rects')),
  ],
  ['qr-canvas', 'A canvas', () => draw.canvas(codeFor('qr-canvas'))],
  ['qr-table', 'A table', () => draw.table(codeFor('qr-table', { border: 4 }))],
  ['qr-grid', 'A grid of elements', () => draw.grid(codeFor('qr-grid'))],
  ['qr-shadows', 'The shadows of one element', () => draw.shadows(codeFor('qr-shadows'))],
  ['qr-text', 'Characters that are blocks', () => draw.blocks(codeFor('qr-text'))],
  [
    'qr-background',
    'A background in CSS',
    () =>
      html`<div
        style="width: 205px; height: 205px; background: url('${draw.pngUri(codeFor('qr-background'))}') 0 0 / 100%"
      ></div>`,
  ],
  [
    'qr-inverted',
    'Light on dark',
    () => draw.svg(codeFor('qr-inverted'), { dark: '#f5f7f8', light: '#10161a' }),
  ],
  [
    'qr-coloured',
    'In colours',
    () => draw.svg(codeFor('qr-coloured'), { dark: '#5a2ca0', light: '#ffe9b8' }),
  ],
  [
    'qr-faint',
    'In colours that hardly differ',
    () => draw.svg(codeFor('qr-faint'), { dark: '#8b96a0', light: '#dfe5ea' }),
  ],
  [
    'qr-logo',
    'With a logo in the middle',
    () => html`<div class="around">${draw.svg(codeFor('qr-logo', { ecc: 'H' }), { size: 260 })}<b></b></div>`,
  ],
  ['qr-dots', 'Of dots, with whole corners', () => draw.svgOfDots(codeFor('qr-dots'))],
  [
    'qr-no-margin',
    'Without a margin, on a dark page',
    () =>
      html`<div style="padding: 20px; width: max-content; background: #10161a">
        ${draw.svg(codeFor('qr-no-margin', { border: 0 }), { style: 'display: block' })}
      </div>`,
  ],
  ['qr-small', 'Eighty pixels wide', () => draw.svg(codeFor('qr-small'), { size: 80 })],
  ['qr-large', 'Wider than the card', () => draw.svg(codeFor('qr-large'), { size: 900 })],
  [
    'qr-rotated',
    'Eight degrees aslant',
    () => draw.svg(codeFor('qr-rotated'), { style: 'transform: rotate(8deg)' }),
  ],
  [
    'qr-scaled',
    'Made smaller by a transform',
    () => draw.svg(codeFor('qr-scaled'), { style: 'transform: scale(0.63)' }),
  ],
  [
    'qr-squeezed',
    'Not quite square',
    () => draw.svg(codeFor('qr-squeezed'), { style: 'transform: scaleX(0.88)' }),
  ],
  [
    'qr-blurred',
    'A little blurred',
    () => draw.svg(codeFor('qr-blurred'), { size: 240, style: 'filter: blur(0.8px)' }),
  ],
];

/** One QR code, the ways that it is drawn. */
export const pictureShapes: readonly Shape[] = drawn.map(([id, title, picture]) => ({
  ...common,
  id,
  title,
  finds: [id],
  body: (place) => setup(picture(place)),
}));

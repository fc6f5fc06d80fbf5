import { html } from 'hono/html';
import type { Html } from '../../pages/parts.ts';
import type { Shape } from '../shape.ts';

const common = {
  group: 'lists',
  expectation: 'codes',
  heading: 'Your recovery codes',
  script: 'pictures',
} as const;

const hyphened = [
  'k3vd-91xw',
  'p0qa-7ymz',
  'h8ru-2bnc',
  'w5te-64sj',
  'd9gl-x0fk',
  'm2hy-3vpr',
  'b7nq-8zwa',
  'c4js-5udt',
];
const digits = [
  '48213097',
  '90317745',
  '11850362',
  '67042918',
  '35790124',
  '82461507',
  '20953678',
  '74108236',
];
const letters = ['QJ7WPX2MZK4TRBN6', 'H3VDLS9YCF5GEA8U', 'TN4KXR7PZB2WMQ6J', 'E9UAGF5CY8SLDV3H'];

const warning = html`<p>
  Keep these codes in a safe place. Each of them works once, and they are not shown again.
</p>`;

const kept = html`<button type="button">I have saved them</button>`;

type Listed = readonly [
  id: string,
  title: string,
  codes: readonly string[],
  list: (codes: readonly string[]) => Html,
];

const items = (codes: readonly string[]): Html[] => codes.map((code) => html`<li><code>${code}</code></li>`);

const pairs = (codes: readonly string[]): [string, string][] =>
  codes.flatMap((code, at): [string, string][] => (at % 2 === 0 ? [[code, codes[at + 1] ?? '']] : []));

const listed: readonly Listed[] = [
  [
    'codes-list',
    'A list',
    hyphened,
    (codes) =>
      html`<ul>
        ${items(codes)}
      </ul>`,
  ],
  [
    'codes-digits',
    'A list of eight digits each',
    digits,
    (codes) =>
      html`<ul>
        ${items(codes)}
      </ul>`,
  ],
  [
    'codes-numbered',
    'A numbered list',
    hyphened,
    (codes) =>
      html`<ol>
        ${items(codes)}
      </ol>`,
  ],
  [
    'codes-number-in-text',
    'Numbers in front, as text',
    digits,
    (codes) => html`${codes.map((code, at) => html`<div>${at + 1}. ${code}</div>`)}`,
  ],
  [
    'codes-table',
    'A table of two columns',
    hyphened,
    (codes) =>
      html`<table>
        <tbody>
          ${pairs(codes).map(
            ([left, right]) =>
              html`<tr>
                <td>${left}</td>
                <td>${right}</td>
              </tr>`,
          )}
        </tbody>
      </table>`,
  ],
  [
    'codes-columns',
    'Two columns by style',
    digits,
    (codes) =>
      html`<ul class="two-columns">
        ${items(codes)}
      </ul>`,
  ],
  [
    'codes-textarea',
    'A text area',
    hyphened,
    (codes) =>
      html`<textarea readonly rows="8" cols="20" aria-label="Recovery codes">${codes.join('\n')}</textarea>`,
  ],
  [
    'codes-pre',
    'Preformatted, two to a line',
    letters,
    (codes) =>
      html`<pre>
${pairs(codes)
          .map((pair) => pair.join('  '))
          .join('\n')}</pre>`,
  ],
  [
    'codes-breaks',
    'Lines in one paragraph',
    letters,
    (codes) => html`<p>${codes.map((code) => html`${code}<br />`)}</p>`,
  ],
  [
    'codes-paragraphs',
    'A paragraph each',
    letters,
    (codes) => html`<div>${codes.map((code) => html`<p>${code}</p>`)}</div>`,
  ],
  [
    'codes-spaces',
    'Groups with spaces between',
    ['4821 3097', '9031 7745', '1185 0362', '6704 2918'],
    (codes) =>
      html`<ul>
        ${items(codes)}
      </ul>`,
  ],
  [
    'codes-download',
    'A list, and the same as a file',
    hyphened,
    (codes) =>
      html`<ul>
          ${items(codes)}
        </ul>
        <button type="button" data-when="download" data-text="${codes.join('\n')}">Download</button>`,
  ],
  [
    'codes-some-used',
    'A list in which two are struck out',
    hyphened.slice(2),
    (codes) =>
      html`<ul>
        ${hyphened.slice(0, 2).map((code) => html`<li><s>${code}</s> used</li>`)} ${items(codes)}
      </ul>`,
  ],
  [
    'codes-one',
    'A single one',
    letters.slice(0, 1),
    (codes) => html`<p><strong>${codes[0] ?? ''}</strong></p>`,
  ],
];

export const listShapes: readonly Shape[] = [
  ...listed.map(([id, title, codes, list]): Shape => ({
    ...common,
    id,
    title,
    codes,
    body: () => html`${warning}${list(codes)}${kept}`,
  })),
  {
    ...common,
    id: 'codes-download-only',
    title: 'A file, and nothing on the page',
    expectation: 'nothing',
    body: () =>
      html`${warning}<button type="button" data-when="download" data-text="${hyphened.join('\n')}">
          Download
        </button>`,
  },
  {
    ...common,
    id: 'codes-of-products',
    title: 'A list of article numbers',
    heading: 'Spare parts',
    expectation: 'nothing',
    body: () =>
      html`<ul>
        ${items(['AX40-1120', 'AX40-1121', 'AX40-1122', 'BX41-2200', 'BX41-2201', 'CX50-0001'])}
      </ul>`,
  },
];

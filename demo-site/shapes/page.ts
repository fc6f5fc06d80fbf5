import { html } from 'hono/html';
import { nothing, type Html } from '../pages/parts.ts';
import { problemOf } from '../pages/problem.ts';
import { shapes } from './catalogue.ts';
import { expectations, groups, type Group, type Place, type Shape } from './shape.ts';

export type Verdict = 'right' | 'wrong' | '';

function documentOf(title: string, script: string | null, body: Html): Html {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title}</title>
        <link rel="stylesheet" href="/shapes/assets/shapes.css" />
        <link rel="icon" href="data:," />
        ${script === null ? nothing : html`<script type="module" src="/shapes/assets/${script}.js"></script>`}
      </head>
      ${body}
    </html>`;
}

/**
 * One shape by itself. What is said of it stands last and in no heading, and on pages that stand in frames not at all: an
 * authenticator that reads a page should find what a real one says.
 */
export function shapePage(shape: Shape, place: Place, verdict: Verdict): Html {
  const { id, title, heading, expectation, script = 'fields', framed } = shape;
  const body = html`<body
    data-shape="${id}"
    data-expectation="${expectation}"
    ${framed ? html`data-framed` : nothing}
  >
    <main>
      <h1>${heading}</h1>
      ${shape.body(place)}
      <output data-testid="state" data-dom="" data-state="" data-verdict="${verdict}">${verdict}</output>
    </main>
    ${
      framed
        ? nothing
        : html`<aside>
            <p>${title}</p>
            <p>${expectations[expectation]}</p>
            <p><a href="/shapes#${id}">All shapes</a></p>
          </aside>`
    }
  </body>`;
  return documentOf(heading, script, body);
}

export function indexPage(): Html {
  const names = Object.keys(groups) as Group[];
  const body = html`<body class="index">
    <main>
      <h1>Shapes</h1>
      <p>
        The awkward ways in which the web asks for a code, and shows QR codes and recovery codes: each on a
        page of its own, with what a correct authenticator does there. The key of all of them is that of RFC
        6238’s test vectors, <code>GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ</code>, and every field says
        whether its code is right.
      </p>
      ${names.map((name) => section(name))}
      <p><a href="/">Demo site</a></p>
    </main>
  </body>`;
  return documentOf('Shapes', null, body);
}

export function problemPage(status: number): Html {
  const [title, text] = problemOf(status);
  const body = html`<body class="problem">
    <main>
      <h1>${title}</h1>
      <p>${text}</p>
      <p><a href="/shapes">All shapes</a></p>
    </main>
  </body>`;
  return documentOf(title, null, body);
}

function section(group: Group): Html {
  const own = shapes.filter((shape) => shape.group === group && !shape.framed);
  return html`<section aria-labelledby="${group}">
    <h2 id="${group}">${groups[group]}</h2>
    <ul>
      ${own.map(
        ({ id, title, expectation }) =>
          html`<li id="${id}" data-expectation="${expectation}">
            <a href="/shapes/${id}">${title}</a>
            <p>${expectations[expectation]}</p>
          </li>`,
      )}
    </ul>
  </section>`;
}

import { html } from 'hono/html';
import type { Html } from '../pages/parts.ts';
import { shapes } from '../shapes/catalogue.ts';
import { expectations, groups } from '../shapes/shape.ts';
import { SECRET } from '../shapes/setup-text.ts';

export const zooSection: Html = html`<section class="card" aria-labelledby="shapes-title">
  <h2 id="shapes-title">The shapes</h2>
  <p>
    <a href="/shapes">Every awkward way</a> in which the web asks for a code or shows one: ${shapes.length}
    pages in ${Object.keys(groups).length} groups, each named, and each with one of
    ${Object.keys(expectations).length} answers to what a correct authenticator does there.
    <code>shapes/catalogue.ts</code> lists them as data: a test loops over it.
  </p>
  <dl class="facts wide">
    <div>
      <dt><code>body[data-shape]</code></dt>
      <dd>The page’s id: <code>/shapes/ID</code>.</dd>
    </div>
    <div>
      <dt><code>body[data-expectation]</code></dt>
      <dd>${Object.keys(expectations).map((name) => html`<code>${name}</code> `)}</dd>
    </div>
    <div>
      <dt><code>output[data-testid=state]</code></dt>
      <dd>
        <code>data-dom</code>: what the fields hold. <code>data-state</code>: what the page’s own script has
        been told. <code>data-verdict</code>: <code>right</code>, <code>wrong</code> or nothing.
      </dd>
    </div>
    <div>
      <dt><code>POST /shapes/check</code></dt>
      <dd>The verdict on the fields of a form. The key of all pages is <code>${SECRET}</code>.</dd>
    </div>
  </dl>
</section>`;

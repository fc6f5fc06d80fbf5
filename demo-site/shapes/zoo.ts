import { readFileSync } from 'node:fs';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { HTTPException } from 'hono/http-exception';
import { secureHeaders } from 'hono/secure-headers';
import type { Engine } from '../engine/engine.ts';
import { qrPng } from '../qr/png.ts';
import { MOST_BYTES, tooLarge } from '../routes/body.ts';
import type { SiteEnv, Visit } from '../routes/site.ts';
import { shapeById } from './catalogue.ts';
import { verdictOn } from './check.ts';
import { svg } from './drawing.ts';
import { indexPage, problemPage, shapePage } from './page.ts';
import { textOf } from './parts.ts';
import { codeFor } from './setup-text.ts';
import type { Place } from './shape.ts';

const assets = [
  [new URL('public/shapes.css', import.meta.url), 'text/css; charset=utf-8'],
  [new URL('public/state.js', import.meta.url), 'text/javascript; charset=utf-8'],
  [new URL('public/fields.js', import.meta.url), 'text/javascript; charset=utf-8'],
  [new URL('public/boxes.js', import.meta.url), 'text/javascript; charset=utf-8'],
  [new URL('public/controlled.js', import.meta.url), 'text/javascript; charset=utf-8'],
  [new URL('public/components.js', import.meta.url), 'text/javascript; charset=utf-8'],
  [new URL('public/timing.js', import.meta.url), 'text/javascript; charset=utf-8'],
  [new URL('public/pictures.js', import.meta.url), 'text/javascript; charset=utf-8'],
] as const;

/**
 * The zoo's own policy, laxer than the site's where a shape needs it: styles in attributes draw QR codes, and every page may stand
 * in a frame, of this site or another. It has no cookies, no sessions and nothing to lose.
 */
const headers = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'", "'unsafe-inline'"],
    imgSrc: ["'self'", 'data:', 'blob:', (c) => placeOf(c.req.url).elsewhere],
    connectSrc: ["'self'"],
    frameSrc: ["'self'", (c) => placeOf(c.req.url).elsewhere],
    formAction: ["'self'"],
    baseUri: ["'none'"],
  },
  xFrameOptions: false,
  crossOriginResourcePolicy: 'cross-origin',
  crossOriginOpenerPolicy: false,
  originAgentCluster: false,
  referrerPolicy: 'same-origin',
  // It would hold for every other server on this machine's localhost.
  strictTransportSecurity: false,
});

/** `/shapes`: pages without an account behind them, so that none of the site's rules apply to them, nor theirs to the site. */
export function zoo({ engine }: { engine: Pick<Engine, 'clock'> }): Hono<SiteEnv> {
  const app = new Hono<SiteEnv>();
  app.use(headers, bodyLimit({ maxSize: MOST_BYTES, onError: tooLarge }));
  app.onError((error, c) => {
    if (!(error instanceof HTTPException)) throw error;
    return problem(c, error.status);
  });
  app.get('/', (c) => c.html(indexPage()));
  addAssets(app);
  addPictures(app);
  app.post('/check', async (c) => {
    // A sandboxed frame asks from no origin. What is told is public.
    return c.text(verdictOn(await readFields(c), engine.clock()), 200, {
      'Access-Control-Allow-Origin': '*',
    });
  });
  app.on(['GET', 'POST'], '/:id', async (c) => {
    const shape = shapeById(c.req.param('id'));
    if (!shape) return problem(c, 404);
    const fields = c.req.method === 'POST' ? await readFields(c) : [];
    return c.html(shapePage(shape, placeOf(c.req.url), verdictOn(fields, engine.clock())));
  });
  return app;
}

/** In the zoo's own look, and with its policy: nothing here may lead to an account's pages. */
function problem(c: Visit, status: HTTPException['status']): Response | Promise<Response> {
  return c.html(problemPage(status), status);
}

async function readFields(c: Visit): Promise<string[]> {
  return [...new URLSearchParams(await c.req.text()).values()];
}

/** The server is one and the same under every name, and these two are of different sites. */
function placeOf(address: string): Place {
  const { origin, hostname, protocol, port } = new URL(address);
  const other = hostname === '127.0.0.1' ? 'localhost' : '127.0.0.1';
  return { origin, elsewhere: `${protocol}//${other}${port === '' ? '' : `:${port}`}` };
}

function addAssets(app: Hono<SiteEnv>): void {
  for (const [file, type] of assets) {
    const body = readFileSync(file, 'utf8');
    const name = file.pathname.slice(file.pathname.lastIndexOf('/') + 1);
    // Sandboxed frames load modules from no origin.
    const common = { 'Content-Type': type, 'Cache-Control': 'no-cache', 'Access-Control-Allow-Origin': '*' };
    app.get(`/assets/${name}`, (c) => c.body(body, 200, common));
  }
}

/** The QR code of a shape as a picture with an address. */
function addPictures(app: Hono<SiteEnv>): void {
  app.get('/pictures/:file{[a-z-]+\\.(?:png|svg)}', (c) => {
    const [id = '', type] = c.req.param('file').split('.');
    if (!shapeById(id)) return problem(c, 404);
    return type === 'png'
      ? c.body(qrPng(codeFor(id), 5), 200, { 'Content-Type': 'image/png' })
      : c.body(textOf(svg(codeFor(id))), 200, { 'Content-Type': 'image/svg+xml' });
  });
}

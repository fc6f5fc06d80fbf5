import { Hono } from 'hono';
import { createMiddleware } from 'hono/factory';
import { HTTPException } from 'hono/http-exception';
import { BusyError } from '../engine/hashing.ts';
import { fail, refusal, type FailStatus } from './api-parts.ts';
import { addApiAccount } from './api-account.ts';
import { addApiContact } from './api-contact.ts';
import { addApiMailMethod } from './api-mail-method.ts';
import { addApiSignIn } from './api-sign-in.ts';
import { addApiSupport } from './api-support.ts';
import { addApiTwoFactor } from './api-two-factor.ts';
import type { Site, SiteEnv, Visit } from './site.ts';
import { loadSession } from './visit.ts';

/**
 * `/api/v1`: the same engine for scripts, with the same cookies. Whatever is refused on a page is refused here, and counted on
 * the same counters: there is no second set of rules to be looser than the first.
 */
export function api(site: Site): Hono<SiteEnv> {
  const app = new Hono<SiteEnv>();
  app.use(ownRequests(), loadSession(site));
  addApiSignIn(app, site);
  addApiTwoFactor(app, site);
  addApiMailMethod(app, site);
  addApiAccount(app, site);
  addApiSupport(app, site);
  addApiContact(app, site);
  app.all('*', (c) => fail(c, 404, 'not-found'));
  app.onError((error, c) => apiProblem(error, c, site));
  return app;
}

/** Also for what is refused before a request gets here. */
export function apiProblem(error: Error, c: Visit, site: Site): Response {
  if (error instanceof HTTPException) return fail(c, error.status as FailStatus, error.message || 'refused');
  if (error instanceof BusyError) return fail(c, 503, 'busy');
  site.report(error);
  return fail(c, 500, 'our-fault');
}

/**
 * No form of a stranger's page can send this content type, and a script there may not without a preflight, which is never
 * answered. The other two headers are the browser's own word on where a request comes from.
 */
function ownRequests() {
  return createMiddleware<SiteEnv>(async function ownRequests(c, next) {
    const origin = c.req.header('origin');
    if (origin !== undefined && origin !== new URL(c.req.url).origin) throw refusal(403, 'foreign-origin');
    if (!['same-origin', 'none', undefined].includes(c.req.header('sec-fetch-site'))) {
      throw refusal(403, 'foreign-origin');
    }
    const type = c.req.header('content-type') ?? '';
    if (c.req.method === 'POST' && !/^application\/json\s*(?:;|$)/iu.test(type))
      throw refusal(415, 'not-json');
    await next();
  });
}

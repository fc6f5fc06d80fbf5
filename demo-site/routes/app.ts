import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { csrf } from 'hono/csrf';
import { HTTPException } from 'hono/http-exception';
import { door } from '../control/door.ts';
import { faultsOf } from '../control/faults.ts';
import { BusyError } from '../engine/hashing.ts';
import { zoo } from '../shapes/zoo.ts';
import { addAccountRoutes } from './account.ts';
import { api, apiProblem } from './api.ts';
import { assets } from './assets.ts';
import { MOST_BYTES, tooLarge } from './body.ts';
import { addCodesRoutes } from './codes.ts';
import { ownForms } from './forms.ts';
import { addContactRoutes } from './contact.ts';
import { addFrontRoutes } from './front.ts';
import { pageHeaders } from './headers.ts';
import { addMailMethodRoutes } from './mail-method.ts';
import { addManageRoutes } from './manage.ts';
import { addRecoverRoutes } from './recover.ts';
import { addResetRoutes } from './password-reset.ts';
import { addSignInRoutes } from './sign-in.ts';
import { addSupportRoutes } from './support.ts';
import { addStepUpRoutes } from './step-up.ts';
import { problemResponse, type ProblemStatus } from './problem.ts';
import type { Site, SiteEnv } from './site.ts';
import { addSetupRoutes } from './setup.ts';
import { loadSession } from './visit.ts';

/** The whole site as a function from request to response. */
export function createApp(site: Site): Hono<SiteEnv> {
  const app = new Hono<SiteEnv>();
  // Before the headers: its pages have a policy of their own.
  app.route('/shapes', zoo(site));
  app.use(pageHeaders);
  app.route('/assets', assets());
  app.use(async (c, next) => {
    // Before the handler too, so that an error page is not kept either. Back after signing out shows nothing.
    c.header('Cache-Control', 'no-store');
    // The site's own time, as its codes go by: a server whose clock is wrong is wrong about this too.
    c.header('Date', new Date(site.engine.clock()).toUTCString());
    await next();
  });
  app.use(bodyLimit({ maxSize: MOST_BYTES, onError: tooLarge }));
  if (site.control) {
    app.route('/__test', door(site, site.control));
    app.use(faultsOf(site.control.faults));
  }
  app.route('/api/v1', api(site));
  app.use(loadSession(site), csrf(), ownForms(site));
  addFrontRoutes(app, site);
  addSignInRoutes(app, site);
  addResetRoutes(app, site);
  addRecoverRoutes(app, site);
  addSupportRoutes(app, site);
  addContactRoutes(app, site);
  addStepUpRoutes(app, site);
  addSetupRoutes(app, site);
  addCodesRoutes(app, site);
  addManageRoutes(app, site);
  addMailMethodRoutes(app, site);
  addAccountRoutes(app, site);
  app.notFound((c) => problemResponse(c, site, 404));
  app.onError((error, c) =>
    c.req.path.startsWith('/api/')
      ? apiProblem(error, c, site)
      : problemResponse(c, site, statusOf(error, site)),
  );
  return app;
}

function statusOf(error: Error, site: Site): ProblemStatus {
  if (error instanceof HTTPException) return error.status as ProblemStatus;
  if (error instanceof BusyError) return 503;
  site.report(error);
  return 500;
}

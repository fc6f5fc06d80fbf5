import type { Hono } from 'hono';
import { disableTwoFactor } from '../engine/disable.ts';
import { startReplacement } from '../engine/enrolment.ts';
import { factorStatus } from '../engine/factors.ts';
import { regenerateCodes } from '../engine/recovery.ts';
import { isFresh } from '../engine/sessions.ts';
import { managePage } from '../pages/manage.ts';
import { writeCookie } from './cookies.ts';
import type { Site, SiteEnv, Visit } from './site.ts';
import { problemResponse } from './problem.ts';
import { frameOf, seeOther, show, signedIn, type SignedInVisit } from './visit.ts';
import { visitorOf } from './visitor.ts';

export function addManageRoutes(app: Hono<SiteEnv>, site: Site): void {
  app.get(
    '/2fa/manage',
    signedIn((c, who) => manage(c, site, who)),
  );
  app.post(
    '/2fa/codes/regenerate',
    signedIn(async (c, { session }) => {
      const answer = await regenerateCodes(site.engine, session, visitorOf(c));
      return answer.kind === 'regenerated'
        ? goOn(c, answer.token, '/2fa/codes')
        : await notNow(c, site, answer.kind);
    }),
  );
  app.post(
    '/2fa/replace',
    signedIn((c, { session }) => {
      const answer = startReplacement(site.engine, session, visitorOf(c));
      if (typeof answer === 'string') return notNow(c, site, answer);
      writeCookie(c, 'setup', answer.token);
      return seeOther(c, '/2fa/setup');
    }),
  );
  app.post(
    '/2fa/disable',
    signedIn((c, { session }) => {
      const answer = disableTwoFactor(site.engine, session, visitorOf(c));
      return answer.kind === 'disabled'
        ? goOn(c, answer.token, '/account/security?notice=disabled')
        : notNow(c, site, answer.kind);
    }),
  );
}

function manage(c: Visit, site: Site, { session }: SignedInVisit): Response | Promise<Response> {
  const status = factorStatus(site.engine, session.userId);
  if (!status) return seeOther(c, '/account/security');
  const ask = c.req.query('ask') !== undefined || !isFresh(site.engine, session);
  if (ask) return seeOther(c, '/step-up?goal=manage');
  return show(c, managePage(frameOf(c, site), status.codesLeft));
}

function goOn(c: Visit, token: string, path: string): Response {
  writeCookie(c, 'sid', token);
  return seeOther(c, path);
}

function notNow(c: Visit, site: Site, kind: 'step-up' | 'off'): Response | Promise<Response> {
  return kind === 'step-up' ? seeOther(c, '/step-up?goal=manage') : problemResponse(c, site, 409);
}

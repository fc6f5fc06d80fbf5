import type { Hono } from 'hono';
import { decideCase, supportCases, type DecideAnswer, type Decision } from '../engine/decide-case.ts';
import { casesPage } from '../pages/support.ts';
import { problemResponse } from './problem.ts';
import type { Site, SiteEnv, Visit } from './site.ts';
import { frameOf, seeOther, show, signedIn, type SignedInVisit } from './visit.ts';
import { visitorOf } from './visitor.ts';

const CASES_SHOWN = 50;

/** The agent's side of a support case. For everybody else there is nothing here. */
export function addSupportRoutes(app: Hono<SiteEnv>, site: Site): void {
  if (site.profile.lost.kind !== 'support-case') return;
  app.get(
    '/support/cases',
    signedIn((c, { user }) =>
      user.role === 'support' ? showCases(c, site, null) : problemResponse(c, site, 404),
    ),
  );
  app.post(
    '/support/cases/approve',
    signedIn((c, who) => decide(c, site, who, { kind: 'approve', proof: c.get('form')('proof') })),
  );
  app.post(
    '/support/cases/reject',
    signedIn((c, who) => decide(c, site, who, { kind: 'reject' })),
  );
}

function showCases(c: Visit, site: Site, error: string | null, status: 200 | 400 = 200): Promise<Response> {
  return show(c, casesPage(frameOf(c, site), supportCases(site.engine, CASES_SHOWN), error), status);
}

function decide(
  c: Visit,
  site: Site,
  { session }: SignedInVisit,
  decision: Decision,
): Response | Promise<Response> {
  const given = c.get('form')('case') ?? '';
  const id = /^\d{1,15}$/u.test(given) ? Number(given) : 0;
  const link = (token: string): string => `${site.publicUrl()}/recover/cancel?t=${token}`;
  return answer(c, site, decideCase(site.engine, session, id, decision, visitorOf(c), link));
}

function answer(c: Visit, site: Site, decided: DecideAnswer): Response | Promise<Response> {
  switch (decided) {
    case 'decided':
      return seeOther(c, '/support/cases');
    case 'step-up':
      return seeOther(c, '/step-up?goal=support');
    case 'no-proof':
      return showCases(c, site, 'Say what was checked.', 400);
    case 'not-now':
      return problemResponse(c, site, 409);
    case 'forbidden':
      return problemResponse(c, site, 404);
  }
}

import type { Hono } from 'hono';
import { decideCase, supportCases, type DecideAnswer, type Decision } from '../engine/decide-case.ts';
import { answerCustomer, chats } from '../engine/support-chat.ts';
import { casesPage } from '../pages/support.ts';
import { messageUnfit } from '../pages/words.ts';
import { cancelLink } from './links.ts';
import { problemResponse } from './problem.ts';
import type { Site, SiteEnv, Visit } from './site.ts';
import { frameOf, seeOther, show, signedIn, type SignedInVisit } from './visit.ts';
import { visitorOf } from './visitor.ts';

export const CASES_SHOWN = 50;
export const CHATS_SHOWN = 50;

/** The agent's side of a support case. For everybody else there is nothing here. */
export function addSupportRoutes(app: Hono<SiteEnv>, site: Site): void {
  if (!site.profile.policy.supportCases) return;
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
  if (site.profile.lost.kind !== 'contact') return;
  app.post(
    '/support/answer',
    signedIn((c, who) => reply(c, site, who)),
  );
}

function reply(c: Visit, site: Site, { session }: SignedInVisit): Response | Promise<Response> {
  const form = c.get('form');
  const given = { username: form('username'), text: form('text') };
  switch (answerCustomer(site.engine, session, given, visitorOf(c))) {
    case 'answered':
      return seeOther(c, '/support/cases');
    case 'unfit':
      return showCases(c, site, messageUnfit, 400);
    case 'nobody':
    case 'forbidden':
      return problemResponse(c, site, 404);
  }
}

function showCases(c: Visit, site: Site, error: string | null, status: 200 | 400 = 200): Promise<Response> {
  const { engine } = site;
  const parts = { cases: supportCases(engine, CASES_SHOWN), chats: chats(engine, CHATS_SHOWN), error };
  return show(c, casesPage(frameOf(c, site), parts), status);
}

function decide(
  c: Visit,
  site: Site,
  { session }: SignedInVisit,
  decision: Decision,
): Response | Promise<Response> {
  const given = c.get('form')('case') ?? '';
  const id = /^\d{1,15}$/u.test(given) ? Number(given) : 0;
  return answer(c, site, decideCase(site.engine, session, id, decision, visitorOf(c), cancelLink(site)));
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

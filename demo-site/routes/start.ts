import { startEnrolment } from '../engine/enrolment.ts';
import { sessionByToken, type Session } from '../engine/sessions.ts';
import { stepUp } from '../engine/step-up.ts';
import { securityPage } from '../pages/account.ts';
import { waitText } from '../pages/words.ts';
import { securityParts } from './account.ts';
import { writeCookie } from './cookies.ts';
import type { Site, Visit } from './site.ts';
import { frameOf, seeOther, show, type SignedInVisit } from './visit.ts';
import { visitorOf } from './visitor.ts';

/** The button that enables, with the password asked for as the provider does. */
export async function start(c: Visit, site: Site, who: SignedInVisit): Promise<Response> {
  switch (site.profile.enable.password) {
    case 'prompt':
      return seeOther(c, '/step-up?goal=enable');
    case 'same-form':
      return await startWithPassword(c, site, who);
    case 'if-stale':
      return begin(c, site, who.session);
  }
}

/** The secret is made here, in the answer to a POST: looking at a page makes none. */
export function begin(c: Visit, { engine }: Site, session: Session): Response {
  const started = startEnrolment(engine, session, visitorOf(c));
  if (started === 'already-on') return seeOther(c, '/account/security?notice=already-on');
  if (started === 'step-up') return seeOther(c, '/step-up?goal=enable');
  writeCookie(c, 'setup', started.token);
  return seeOther(c, '/2fa/setup');
}

/** The password came with the button. It is proved by the same rules as on a page of its own. */
async function startWithPassword(c: Visit, site: Site, who: SignedInVisit): Promise<Response> {
  const { engine } = site;
  const given = { password: c.get('form')('password'), proof: { kind: 'totp', code: undefined } } as const;
  const answer = await stepUp(engine, who.session, given, visitorOf(c));
  switch (answer.kind) {
    case 'done': {
      writeCookie(c, 'sid', answer.token);
      const session = sessionByToken(engine, answer.token);
      return session ? begin(c, site, session) : seeOther(c, '/login');
    }
    case 'wrong-password':
      return await showEnable(c, site, who, 'That password is not right.', 422);
    case 'slow':
      return await showEnable(c, site, who, waitText(answer.until, engine.clock()), 429);
    case 'factor':
      return seeOther(c, '/account/security?notice=already-on');
    case 'gone':
      return seeOther(c, '/account/security');
  }
}

function showEnable(
  c: Visit,
  site: Site,
  who: SignedInVisit,
  passwordError: string,
  status: 422 | 429,
): Promise<Response> {
  return show(c, securityPage(frameOf(c, site), { ...securityParts(site, who), passwordError }), status);
}

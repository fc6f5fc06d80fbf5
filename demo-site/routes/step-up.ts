import type { Hono } from 'hono';
import { lockedUntil } from '../engine/attempts.ts';
import { factorShape } from '../engine/factors.ts';
import { needsFactor, stepUp, type StepUpAnswer } from '../engine/step-up.ts';
import { sessionByToken, type Session } from '../engine/sessions.ts';
import { stepUpPage, type StepUpGoal, type StepUpParts } from '../pages/step-up.ts';
import { codeRefused, waitText } from '../pages/words.ts';
import { writeCookie } from './cookies.ts';
import { codeFrom } from './forms.ts';
import { begin } from './start.ts';
import type { Site, SiteEnv, Visit } from './site.ts';
import { frameOf, seeOther, show, signedIn } from './visit.ts';
import { visitorOf } from './visitor.ts';

export function addStepUpRoutes(app: Hono<SiteEnv>, site: Site): void {
  app.get(
    '/step-up',
    signedIn((c, { session }) =>
      showStepUp(c, site, session, asked(site, c.req.query('goal'), c.req.query('factor'))),
    ),
  );
  app.post(
    '/step-up',
    signedIn((c, { session }) => postStepUp(c, site, session)),
  );
}

interface Asked {
  goal: StepUpGoal;
  backup: boolean;
}

function asked({ profile }: Site, goal: string | undefined, factor: string | undefined): Asked {
  return {
    goal: goal === 'enable' || goal === 'support' ? goal : 'manage',
    backup: factor === 'backup' && profile.backup !== null,
  };
}

function showStepUp(
  c: Visit,
  site: Site,
  session: Session,
  { goal, backup }: Asked,
  errors: Partial<Pick<StepUpParts, 'passwordError' | 'factorError'>> = {},
  status: 200 | 400 | 422 | 429 = 200,
): Promise<Response> {
  const wanted = backup ? 'backup' : 'code';
  const factor = needsFactor(site.engine, session) ? wanted : 'none';
  const { digits } = factorShape(site.engine, session.userId);
  const parts = { goal, factor, digits, passwordError: null, factorError: null, ...errors } as const;
  return show(c, stepUpPage(frameOf(c, site), parts), status);
}

async function postStepUp(c: Visit, site: Site, session: Session): Promise<Response> {
  const form = c.get('form');
  const wants = asked(site, form('goal'), form('factor'));
  const proof = wants.backup
    ? ({ kind: 'recovery', code: form('backup_code') } as const)
    : ({ kind: 'totp', code: codeFrom(form) } as const);
  const given = { password: form('password'), proof };
  const answer = await stepUp(site.engine, session, given, visitorOf(c));
  if (answer.kind === 'done') return goOn(c, site, answer.token, wants.goal);
  return refuse(c, site, session, wants, answer);
}

function goOn(c: Visit, site: Site, token: string, goal: StepUpGoal): Response {
  writeCookie(c, 'sid', token);
  if (goal === 'manage') return seeOther(c, '/2fa/manage');
  if (goal === 'support') return seeOther(c, '/support/cases');
  const session = sessionByToken(site.engine, token);
  return session ? begin(c, site, session) : seeOther(c, '/2fa/setup');
}

function refuse(
  c: Visit,
  site: Site,
  session: Session,
  wants: Asked,
  answer: Exclude<StepUpAnswer, { kind: 'done' }>,
): Response | Promise<Response> {
  const now = site.engine.clock();
  switch (answer.kind) {
    case 'wrong-password':
      return showStepUp(c, site, session, wants, { passwordError: 'That password is not right.' }, 422);
    case 'slow':
      return showStepUp(c, site, session, wants, { passwordError: waitText(answer.until, now) }, 429);
    case 'gone':
      return seeOther(c, `/step-up?goal=${wants.goal}`);
    case 'factor':
      break;
  }
  if (answer.reason === 'locked') {
    const until = lockedUntil(site.engine, session.userId);
    return showStepUp(c, site, session, wants, { factorError: waitText(until, now) }, 429);
  }
  const factorError = answer.reason === 'empty' ? 'Enter a code.' : codeRefused;
  // A used code is answered as a wrong one, by its status too: which of them it was is nobody's business.
  const status = answer.reason === 'wrong' || answer.reason === 'replayed' ? 422 : 400;
  return showStepUp(c, site, session, wants, { factorError }, status);
}

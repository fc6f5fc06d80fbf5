import type { Hono } from 'hono';
import { disableTwoFactor } from '../engine/disable.ts';
import {
  cancelEnrolment,
  confirmEnrolment,
  pendingSecret,
  startEnrolment,
  startReplacement,
} from '../engine/enrolment.ts';
import { acknowledgeCodes, regenerateCodes, revealedCodes } from '../engine/recovery.ts';
import { sessionByToken, type Session } from '../engine/sessions.ts';
import { stepUp } from '../engine/step-up.ts';
import type { User } from '../engine/users.ts';
import { enrolmentUri } from '../providers/uri.ts';
import { fail, fieldsOf, inSession, type Fields } from './api-parts.ts';
import { failFactor } from './api-sign-in.ts';
import { clearCookie, readCookie, writeCookie } from './cookies.ts';
import type { Site, SiteEnv, Visit } from './site.ts';
import type { SignedInHandler, SignedInVisit } from './visit.ts';
import { visitorOf } from './visitor.ts';

/** The second factor of who is signed in. */
export function addApiTwoFactor(app: Hono<SiteEnv>, site: Site): void {
  const { engine } = site;
  const post = (path: string, handler: SignedInHandler): void => void app.post(path, inSession(handler));
  post('/step-up', async (c, { session }) => {
    const proved = await prove(c, site, session, await fieldsOf(c));
    return proved instanceof Response ? proved : c.json({ state: 'fresh' });
  });
  post('/2fa/start', (c, who) => start(c, site, who));
  post('/2fa/confirm', (c, { session }) => confirm(c, site, session));
  post('/2fa/replace', (c, { session, user }) => {
    const started = startReplacement(engine, session, visitorOf(c));
    if (typeof started === 'string') return notNow(c, started);
    writeCookie(c, 'setup', started.token);
    return showSecret(c, site, session, user);
  });
  post('/2fa/cancel', (c, { session }) => {
    cancelEnrolment(engine, session, visitorOf(c));
    clearCookie(c, 'setup');
    return c.json({ state: 'cancelled' });
  });
  post('/2fa/codes/acknowledge', (c, { session }) => {
    if (acknowledgeCodes(engine, session, visitorOf(c))) return c.json({ state: 'signed-in' });
    clearCookie(c, 'sid');
    return c.json({ state: 'signed-out' });
  });
  post('/2fa/codes/regenerate', async (c, { session }) => {
    const answer = await regenerateCodes(engine, session, visitorOf(c));
    return answer.kind === 'regenerated' ? showCodes(c, site, answer.token) : notNow(c, answer.kind);
  });
  post('/2fa/disable', (c, { session }) => {
    const answer = disableTwoFactor(engine, session, visitorOf(c));
    if (answer.kind !== 'disabled') return notNow(c, answer.kind);
    writeCookie(c, 'sid', answer.token);
    return c.json({ state: 'disabled' });
  });
}

/** @returns the session under its new token, or what is wrong with the proof */
async function prove(
  c: Visit,
  site: Site,
  session: Session,
  { password, code, recovery }: Fields,
): Promise<Session | Response> {
  const proof =
    recovery === undefined
      ? ({ kind: 'totp', code } as const)
      : ({ kind: 'recovery', code: recovery } as const);
  const answer = await stepUp(site.engine, session, { password, proof }, visitorOf(c));
  switch (answer.kind) {
    case 'done':
      writeCookie(c, 'sid', answer.token);
      return sessionByToken(site.engine, answer.token) ?? fail(c, 401, 'signed-out');
    case 'wrong-password':
      return fail(c, 422, 'refused');
    case 'slow':
      return fail(c, 429, 'slow', { until: answer.until });
    case 'factor':
      return failFactor(c, site, session.userId, answer.reason);
    case 'gone':
      return fail(c, 401, 'start-again');
  }
}

/** With the password in the same request wherever a page would ask for it however fresh the session is. */
async function start(c: Visit, site: Site, { session, user }: SignedInVisit): Promise<Response> {
  const fields = await fieldsOf(c);
  let current = session;
  if (site.profile.enable.password !== 'if-stale' || fields['password'] !== undefined) {
    const proved = await prove(c, site, session, fields);
    if (proved instanceof Response) return proved;
    current = proved;
  }
  const started = startEnrolment(site.engine, current, visitorOf(c));
  if (started === 'step-up') return notNow(c, started);
  if (started === 'already-on') return fail(c, 409, started);
  writeCookie(c, 'setup', started.token);
  return showSecret(c, site, current, user);
}

/** In the answer to the POST that made it, and in no other. */
function showSecret(c: Visit, { engine, profile }: Site, session: Session, user: User): Response {
  const secret = pendingSecret(engine, session) ?? '';
  return c.json({ secret, uri: enrolmentUri(profile, user, new URL(c.req.url).origin, secret) });
}

async function confirm(c: Visit, site: Site, session: Session): Promise<Response> {
  const { code } = await fieldsOf(c);
  const given = { token: readCookie(c, 'setup') ?? '', code };
  const answer = await confirmEnrolment(site.engine, session, given, visitorOf(c));
  switch (answer.kind) {
    case 'enabled':
      clearCookie(c, 'setup');
      return showCodes(c, site, answer.token);
    case 'gone':
      return fail(c, 409, 'setup-over');
    case 'refused': {
      const { reason, secondsOff } = answer;
      return reason === 'empty' ? fail(c, 400, 'empty') : fail(c, 422, 'refused', { secondsOff });
    }
  }
}

function showCodes(c: Visit, { engine }: Site, token: string): Response {
  writeCookie(c, 'sid', token);
  const session = sessionByToken(engine, token);
  return c.json({ state: 'enabled', codes: (session && revealedCodes(engine, session)) ?? [] });
}

export function notNow(c: Visit, kind: 'step-up' | 'off'): Response {
  return kind === 'step-up' ? fail(c, 403, 'step-up') : fail(c, 409, 'off');
}

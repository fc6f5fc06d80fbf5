import type { Hono } from 'hono';
import { lockedUntil } from '../engine/attempts.ts';
import { challengeByToken } from '../engine/challenges.ts';
import { factorStatus } from '../engine/factors.ts';
import type { FactorKind, FactorRefusal } from '../engine/prove.ts';
import { abandonSignIn, signInWithFactor, signInWithPassword, signOut } from '../engine/sign-in.ts';
import { fail, fieldsOf, inSession } from './api-parts.ts';
import { clearCookie, readCookie, writeCookie } from './cookies.ts';
import type { Site, SiteEnv, Visit } from './site.ts';
import { visitorOf } from './visitor.ts';

/** Signing in and out, and who is signed in. */
export function addApiSignIn(app: Hono<SiteEnv>, site: Site): void {
  app.post('/sign-in', (c) => postPassword(c, site));
  app.post('/sign-in/code', (c) => postFactor(c, site, 'totp'));
  app.post('/sign-in/recovery', (c) => postFactor(c, site, 'recovery'));
  app.post('/sign-in/cancel', (c) => {
    abandonSignIn(site.engine, readCookie(c, 'challenge') ?? '', visitorOf(c));
    clearCookie(c, 'challenge');
    return c.json({ state: 'signed-out' });
  });
  app.post('/sign-out', (c) => {
    const token = readCookie(c, 'sid');
    if (token !== undefined) signOut(site.engine, token, visitorOf(c));
    clearCookie(c, 'sid');
    return c.json({ state: 'signed-out' });
  });
  app.get(
    '/account',
    inSession((c, { session, user: { username, name, email } }) =>
      c.json({ username, name, email, twoFactor: factorStatus(site.engine, session.userId) }),
    ),
  );
}

async function postPassword(c: Visit, { engine }: Site): Promise<Response> {
  const { username, password } = await fieldsOf(c);
  const answer = await signInWithPassword(engine, { username, password }, visitorOf(c), readCookie(c, 'sid'));
  switch (answer.kind) {
    case 'session':
      writeCookie(c, 'sid', answer.token);
      clearCookie(c, 'challenge');
      return c.json({ state: 'signed-in' });
    case 'challenge':
      writeCookie(c, 'challenge', answer.token);
      return c.json({ state: 'second-factor', ...(answer.mailed ? { method: 'mail' } : {}) });
    case 'slow':
      return fail(c, 429, 'slow', { until: answer.until });
    case 'refused':
      return fail(c, 422, 'refused');
  }
}

export async function postFactor(c: Visit, site: Site, kind: FactorKind): Promise<Response> {
  const { code } = await fieldsOf(c);
  const token = readCookie(c, 'challenge') ?? '';
  const proof = { kind, code };
  const answer = await signInWithFactor(site.engine, token, proof, visitorOf(c), readCookie(c, 'sid'));
  if (answer.ok) {
    writeCookie(c, 'sid', answer.value.token);
    clearCookie(c, 'challenge');
    const { codesLeft } = answer.value;
    return c.json({ state: 'signed-in', ...(codesLeft === undefined ? {} : { codesLeft }) });
  }
  const userId = challengeByToken(site.engine, token)?.userId ?? 0;
  return failFactor(c, site, userId, answer.reason);
}

/** A wrong, an old and a used code are one and the same. */
export function failFactor(c: Visit, { engine }: Site, userId: number, reason: FactorRefusal): Response {
  switch (reason) {
    case 'gone':
      return startAgain(c);
    case 'locked':
      return fail(c, 429, 'locked', { until: lockedUntil(engine, userId) });
    case 'empty':
    case 'malformed':
      return fail(c, 400, reason);
    case 'wrong':
    case 'replayed':
      return fail(c, 422, 'refused');
  }
}

/** The sign-in that this was about is over, if there was one. */
export function startAgain(c: Visit): Response {
  clearCookie(c, 'challenge');
  return fail(c, 401, 'start-again');
}

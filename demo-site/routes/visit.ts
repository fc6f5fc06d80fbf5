import { createMiddleware } from 'hono/factory';
import { sessionByToken, touchSession, type Session } from '../engine/sessions.ts';
import { settleCases } from '../engine/support-cases.ts';
import { userById, type User } from '../engine/users.ts';
import type { Frame } from '../pages/layout.ts';
import type { Html } from '../pages/parts.ts';
import { readCookie } from './cookies.ts';
import { formToken } from './forms.ts';
import type { Site, SiteEnv, Visit } from './site.ts';

/** Carries out what has become due, and looks up who is signed in. Only the session's own cookie counts: a challenge's value there is no session. */
export function loadSession({ engine }: Site) {
  return createMiddleware<SiteEnv>(async function loadSession(c, next) {
    settleCases(engine);
    const token = readCookie(c, 'sid');
    const session = token === undefined ? null : sessionByToken(engine, token);
    c.set('session', session);
    c.set('user', session ? (userById(engine, session.userId) ?? null) : null);
    if (session) touchSession(engine, session);
    await next();
  });
}

export interface SignedInVisit {
  session: Session;
  user: User;
}

export type SignedInHandler = (c: Visit, who: SignedInVisit) => Response | Promise<Response>;

/** A handler for those who are signed in; everybody else is sent to sign in. */
export function signedIn(handler: SignedInHandler): (c: Visit) => Response | Promise<Response> {
  return (c) => {
    const [session, user] = [c.get('session'), c.get('user')];
    if (session && user) return handler(c, { session, user });
    return c.redirect(readCookie(c, 'sid') === undefined ? '/login' : '/login?notice=session-over', 303);
  };
}

export function frameOf(c: Visit, site: Site): Frame {
  return {
    profile: site.profile,
    user: c.get('user') ?? null,
    formToken: formToken(c, site),
    now: site.engine.clock(),
  };
}

export async function show(
  c: Visit,
  body: Html,
  status: 200 | 400 | 404 | 409 | 422 | 429 = 200,
): Promise<Response> {
  return await c.html(body, status);
}

/** Where to go after a POST: reloading the next page then repeats nothing. */
export function seeOther(c: Visit, path: string): Response {
  return c.redirect(path, 303);
}

import type { Hono } from 'hono';
import {
  confirmMailMethod,
  disableMailMethod,
  mailSignInCode,
  makeDefault,
  startMailMethod,
} from '../engine/mail-method.ts';
import { fail, fieldsOf, inSession } from './api-parts.ts';
import { postFactor, startAgain } from './api-sign-in.ts';
import { notNow } from './api-two-factor.ts';
import { clearCookie, readCookie, writeCookie } from './cookies.ts';
import type { Site, SiteEnv, Visit } from './site.ts';
import type { SignedInVisit } from './visit.ts';
import { visitorOf } from './visitor.ts';

/** Codes by e-mail, for a provider that has them. */
export function addApiMailMethod(app: Hono<SiteEnv>, site: Site): void {
  const { engine, profile } = site;
  if (!profile.enable.methods?.mail) return;
  app.post('/sign-in/mail/send', (c) => {
    const sent = mailSignInCode(engine, readCookie(c, 'challenge') ?? '', visitorOf(c));
    return sent === 'gone' ? startAgain(c) : told(c, sent);
  });
  app.post('/sign-in/mail', (c) => postFactor(c, site, 'mail'));
  app.post(
    '/2fa/mail/start',
    inSession((c, { session }) => {
      const started = startMailMethod(engine, session, visitorOf(c));
      if (started === 'already-on') return fail(c, 409, started);
      return started === 'sent' || started === 'slow' ? told(c, started) : notNow(c, started);
    }),
  );
  app.post(
    '/2fa/mail/confirm',
    inSession((c, who) => confirm(c, site, who)),
  );
  app.post(
    '/2fa/mail/disable',
    inSession((c, { session }) => {
      const answer = disableMailMethod(engine, session, visitorOf(c));
      if (answer === 'step-up') return notNow(c, answer);
      writeCookie(c, 'sid', answer.token);
      return c.json({ state: 'disabled' });
    }),
  );
  app.post(
    '/2fa/default',
    inSession(async (c, { session }) => {
      const { method } = await fieldsOf(c);
      const answer = makeDefault(engine, session, method === 'mail' ? 'mail' : 'totp', visitorOf(c));
      if (typeof answer === 'string') return notNow(c, answer);
      writeCookie(c, 'sid', answer.token);
      return c.json({ state: 'default' });
    }),
  );
}

function told(c: Visit, sent: 'sent' | 'slow'): Response {
  return sent === 'sent' ? c.json({ state: 'mailed' }) : fail(c, 429, 'slow');
}

async function confirm(c: Visit, { engine }: Site, { session }: SignedInVisit): Promise<Response> {
  const { code } = await fieldsOf(c);
  const answer = confirmMailMethod(engine, session, code, visitorOf(c));
  switch (answer) {
    case 'gone':
      return fail(c, 409, 'setup-over');
    case 'refused':
      return fail(c, 422, 'refused');
    case 'signed-out':
      clearCookie(c, 'sid');
      return c.json({ state: 'signed-out' });
    default:
      writeCookie(c, 'sid', answer.token);
      return c.json({ state: 'enabled' });
  }
}

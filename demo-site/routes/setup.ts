import type { Hono } from 'hono';
import { cancelEnrolment, confirmEnrolment, pendingSecret, startEnrolment } from '../engine/enrolment.ts';
import { acknowledgeCodes, revealedCodes } from '../engine/recovery.ts';
import type { Session } from '../engine/sessions.ts';
import { codesPage, qrScale, setupPage } from '../pages/setup.ts';
import { clockHint, codeRefused } from '../pages/words.ts';
import { enrolmentUri } from '../providers/uri.ts';
import { qrMatrix } from '../qr/matrix.ts';
import { qrPng } from '../qr/png.ts';
import { clearCookie, writeCookie } from './cookies.ts';
import type { Site, SiteEnv, Visit } from './site.ts';
import { frameOf, seeOther, show, signedIn, type SignedInVisit } from './visit.ts';
import { visitorOf } from './visitor.ts';

export function addSetupRoutes(app: Hono<SiteEnv>, site: Site): void {
  const { engine } = site;
  app.post(
    '/2fa/start',
    signedIn((c, { session }) => start(c, site, session)),
  );
  app.get(
    '/2fa/setup',
    signedIn((c, who) => showSetup(c, site, who, null)),
  );
  app.get(
    '/2fa/qr.png',
    signedIn((c, who) => {
      const uri = uriOfSetup(c, site, who);
      if (!uri) return c.notFound();
      const matrix = qrMatrix(uri);
      return c.body(qrPng(matrix, qrScale(matrix)), 200, { 'Content-Type': 'image/png' });
    }),
  );
  app.post(
    '/2fa/confirm',
    signedIn((c, who) => confirm(c, site, who)),
  );
  app.post(
    '/2fa/cancel',
    signedIn((c, { session }) => {
      cancelEnrolment(engine, session, visitorOf(c));
      return seeOther(c, '/account/security?notice=cancelled');
    }),
  );
  app.get(
    '/2fa/codes',
    signedIn((c, { session }) => {
      const codes = revealedCodes(engine, session);
      return codes ? show(c, codesPage(frameOf(c, site), codes)) : c.notFound();
    }),
  );
  app.post(
    '/2fa/codes/ack',
    signedIn((c, { session }) => {
      if (acknowledgeCodes(engine, session, visitorOf(c))) {
        return seeOther(c, '/account/security?notice=codes-kept');
      }
      clearCookie(c, 'sid');
      return seeOther(c, '/login?notice=signed-out-everywhere');
    }),
  );
}

function start(c: Visit, { engine, profile }: Site, session: Session): Response {
  if (profile.enable.password === 'prompt') return seeOther(c, '/step-up?goal=enable');
  switch (startEnrolment(engine, session, visitorOf(c))) {
    case 'started':
      return seeOther(c, '/2fa/setup');
    case 'already-on':
      return seeOther(c, '/account/security?notice=already-on');
    case 'step-up':
      return seeOther(c, '/step-up?goal=enable');
  }
}

function uriOfSetup(c: Visit, { engine, profile }: Site, { session, user }: SignedInVisit): string | null {
  const secret = pendingSecret(engine, session);
  return secret && enrolmentUri(profile, user, new URL(c.req.url).origin, secret);
}

function showSetup(
  c: Visit,
  site: Site,
  who: SignedInVisit,
  error: string | null,
  status: 200 | 400 | 422 = 200,
): Response | Promise<Response> {
  const secret = pendingSecret(site.engine, who.session);
  const uri = uriOfSetup(c, site, who);
  if (!secret || !uri) return seeOther(c, '/account/security?notice=setup-over');
  return show(c, setupPage(frameOf(c, site), { uri, secret, error }), status);
}

async function confirm(c: Visit, site: Site, who: SignedInVisit): Promise<Response> {
  const answer = await confirmEnrolment(site.engine, who.session, c.get('form')('code'), visitorOf(c));
  switch (answer.kind) {
    case 'enabled':
      writeCookie(c, 'sid', answer.token);
      return seeOther(c, site.profile.policy.recovery ? '/2fa/codes' : '/account/security?notice=enabled');
    case 'gone':
      return seeOther(c, '/account/security?notice=setup-over');
    case 'refused': {
      if (answer.reason === 'empty') return await showSetup(c, site, who, 'Enter a code.', 400);
      const text = answer.secondsOff === null ? codeRefused : clockHint(answer.secondsOff);
      return await showSetup(c, site, who, text, 422);
    }
  }
}

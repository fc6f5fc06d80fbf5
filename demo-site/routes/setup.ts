import type { Hono } from 'hono';
import { cancelEnrolment, confirmEnrolment, secretToShow } from '../engine/enrolment.ts';
import { securityBody } from '../pages/account.ts';
import { qrScale } from '../pages/qr-image.ts';
import { setupPage } from '../pages/setup.ts';
import { clockHint, codeRefused } from '../pages/words.ts';
import { enrolmentUri } from '../providers/uri.ts';
import { qrMatrix } from '../qr/matrix.ts';
import { qrPng } from '../qr/png.ts';
import { securityParts } from './account.ts';
import { clearCookie, readCookie, writeCookie } from './cookies.ts';
import { codeFrom } from './forms.ts';
import { start } from './start.ts';
import type { Site, SiteEnv, Visit } from './site.ts';
import { frameOf, seeOther, show, signedIn, type SignedInVisit } from './visit.ts';
import { visitorOf } from './visitor.ts';

export function addSetupRoutes(app: Hono<SiteEnv>, site: Site): void {
  const { engine } = site;
  app.post(
    '/2fa/start',
    signedIn((c, who) => start(c, site, who)),
  );
  app.get(
    '/2fa/setup',
    signedIn((c, who) => showSetup(c, site, who, null)),
  );
  app.get(
    '/2fa/qr.png',
    signedIn((c, who) => {
      const setup = underWay(c, site, who);
      if (!setup) return c.notFound();
      const matrix = qrMatrix(setup.uri);
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
      clearCookie(c, 'setup');
      return seeOther(c, '/account/security?notice=cancelled');
    }),
  );
}

/** The set-up that this browser has begun. */
function underWay(
  c: Visit,
  { engine, profile }: Site,
  { session, user }: SignedInVisit,
): { secret: string; uri: string } | null {
  const secret = secretToShow(engine, session, readCookie(c, 'setup') ?? '');
  return secret === null
    ? null
    : { secret, uri: enrolmentUri(profile, user, new URL(c.req.url).origin, secret) };
}

function showSetup(
  c: Visit,
  site: Site,
  who: SignedInVisit,
  error: string | null,
  status: 200 | 400 | 422 = 200,
): Response | Promise<Response> {
  const setup = underWay(c, site, who);
  if (!setup) return seeOther(c, '/account/security?notice=setup-over');
  const frame = frameOf(c, site);
  const beneath = securityBody(frame, securityParts(site, who));
  return show(c, setupPage(frame, { ...setup, error, beneath }), status);
}

async function confirm(c: Visit, site: Site, who: SignedInVisit): Promise<Response> {
  const given = { token: readCookie(c, 'setup') ?? '', code: codeFrom(c.get('form')) };
  const answer = await confirmEnrolment(site.engine, who.session, given, visitorOf(c));
  switch (answer.kind) {
    case 'enabled':
      writeCookie(c, 'sid', answer.token);
      clearCookie(c, 'setup');
      return seeOther(c, site.profile.policy.recovery ? '/2fa/codes' : '/account/security?notice=enabled');
    case 'gone':
      return seeOther(c, '/account/security?notice=setup-over');
    case 'refused': {
      if (answer.reason === 'empty') return await showSetup(c, site, who, 'Enter a code.', 400);
      const refused = site.profile.setup.refused ?? codeRefused;
      const text = answer.secondsOff === null ? refused : clockHint(refused, answer.secondsOff);
      return await showSetup(c, site, who, text, 422);
    }
  }
}

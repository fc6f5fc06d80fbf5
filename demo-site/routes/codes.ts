import type { Hono } from 'hono';
import { acknowledgeCodes, revealedCodes } from '../engine/recovery.ts';
import { securityBody } from '../pages/account.ts';
import { codesPage } from '../pages/codes.ts';
import { securityParts } from './account.ts';
import { clearCookie } from './cookies.ts';
import type { Site, SiteEnv, Visit } from './site.ts';
import { frameOf, seeOther, show, signedIn, type SignedInVisit } from './visit.ts';
import { visitorOf } from './visitor.ts';

export function addCodesRoutes(app: Hono<SiteEnv>, site: Site): void {
  app.get(
    '/2fa/codes',
    signedIn((c, who) => showCodes(c, site, who)),
  );
  app.get(
    '/2fa/codes.txt',
    signedIn((c, { session }) => {
      const codes = revealedCodes(site.engine, session);
      const file = site.profile.backup?.acknowledge.download?.file;
      if (!codes || !file) return c.notFound();
      c.header('Content-Disposition', `attachment; filename="${file}"`);
      return c.text(`${codes.join('\n')}\n`);
    }),
  );
  app.post(
    '/2fa/codes/ack',
    signedIn((c, { session }) => {
      if (acknowledgeCodes(site.engine, session, visitorOf(c))) {
        return seeOther(c, '/account/security?notice=codes-kept');
      }
      clearCookie(c, 'sid');
      return seeOther(c, '/login?notice=signed-out-everywhere');
    }),
  );
}

function showCodes(c: Visit, site: Site, who: SignedInVisit): Response | Promise<Response> {
  const codes = revealedCodes(site.engine, who.session);
  const { backup } = site.profile;
  if (!codes || !backup) return c.notFound();
  const frame = frameOf(c, site);
  return show(c, codesPage(frame, backup, codes, securityBody(frame, securityParts(site, who))));
}

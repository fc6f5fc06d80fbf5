import type { Hono } from 'hono';
import { factorStatus } from '../engine/factors.ts';
import { revokeOtherSessions, revokeSession } from '../engine/manage-sessions.ts';
import { recentActivity } from '../engine/records.ts';
import { sessionsOf } from '../engine/sessions.ts';
import { profilePage, securityPage, type SecurityParts } from '../pages/account.ts';
import { consolePage } from '../pages/console.ts';
import { sessionsPage } from '../pages/sessions.ts';
import { noticeText } from '../pages/words.ts';
import type { Site, SiteEnv } from './site.ts';
import { frameOf, seeOther, show, signedIn, type SignedInVisit } from './visit.ts';
import { visitorOf } from './visitor.ts';

const EVENTS_SHOWN = 6;

export function addAccountRoutes(app: Hono<SiteEnv>, site: Site): void {
  const { engine } = site;
  app.get(
    '/console',
    signedIn((c, { session }) => {
      const factor = factorStatus(engine, session.userId);
      return show(c, consolePage(frameOf(c, site), factor, noticeText(c.req.query('notice'), site.profile)));
    }),
  );
  app.get(
    '/account/profile',
    signedIn((c, { user }) =>
      site.profile.nav.layout === 'one-page'
        ? seeOther(c, '/account/security')
        : show(c, profilePage(frameOf(c, site), user)),
    ),
  );
  app.get(
    '/account/security',
    signedIn((c, who) => {
      const notice = noticeText(c.req.query('notice'), site.profile);
      return show(c, securityPage(frameOf(c, site), { ...securityParts(site, who), notice }));
    }),
  );
  app.get(
    '/sessions',
    signedIn((c, { session }) =>
      show(c, sessionsPage(frameOf(c, site), sessionsOf(engine, session.userId), session.id)),
    ),
  );
  app.post(
    '/sessions/revoke',
    signedIn((c, { session }) => {
      const which = c.get('form')('which') ?? '';
      if (which === 'others') revokeOtherSessions(engine, session, visitorOf(c));
      else if (/^\d{1,15}$/u.test(which)) revokeSession(engine, session, Number(which), visitorOf(c));
      return seeOther(c, '/sessions');
    }),
  );
}

export function securityParts({ engine }: Site, { session: { userId }, user }: SignedInVisit): SecurityParts {
  return {
    user,
    factor: factorStatus(engine, userId),
    notice: null,
    activity: recentActivity(engine, userId, EVENTS_SHOWN),
    passwordError: null,
  };
}

import type { Hono } from 'hono';
import { factorStatus } from '../engine/factors.ts';
import { revokeOtherSessions, revokeSession } from '../engine/manage-sessions.ts';
import { recentActivity } from '../engine/records.ts';
import { sessionsOf } from '../engine/sessions.ts';
import { profilePage, securityPage } from '../pages/account.ts';
import { consolePage } from '../pages/console.ts';
import { sessionsPage } from '../pages/sessions.ts';
import { noticeText } from '../pages/words.ts';
import type { Site, SiteEnv } from './site.ts';
import { frameOf, seeOther, show, signedIn } from './visit.ts';
import { visitorOf } from './visitor.ts';

const EVENTS_SHOWN = 6;

export function addAccountRoutes(app: Hono<SiteEnv>, site: Site): void {
  const { engine } = site;
  app.get(
    '/console',
    signedIn((c, { session }) => {
      const factor = factorStatus(engine, session.userId);
      return show(c, consolePage(frameOf(c, site), factor, noticeText(c.req.query('notice'))));
    }),
  );
  app.get(
    '/account/profile',
    signedIn((c, { user }) => show(c, profilePage(frameOf(c, site), user))),
  );
  app.get(
    '/account/security',
    signedIn((c, { session: { userId } }) => {
      const parts = {
        factor: factorStatus(engine, userId),
        notice: noticeText(c.req.query('notice')),
        activity: recentActivity(engine, userId, EVENTS_SHOWN),
      };
      return show(c, securityPage(frameOf(c, site), parts));
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

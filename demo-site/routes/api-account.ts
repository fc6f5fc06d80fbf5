import type { Hono } from 'hono';
import { limits } from '../engine/limits.ts';
import { revokeOtherSessions, revokeSession } from '../engine/manage-sessions.ts';
import { finishReset, requestReset } from '../engine/password-reset.ts';
import { sessionsOf } from '../engine/sessions.ts';
import { fail, fieldsOf, inSession } from './api-parts.ts';
import { clearCookie } from './cookies.ts';
import { resetLink } from './links.ts';
import type { Site, SiteEnv, Visit } from './site.ts';
import { visitorOf } from './visitor.ts';

/** The account's sessions, and a password that was forgotten. */
export function addApiAccount(app: Hono<SiteEnv>, site: Site): void {
  const { engine } = site;
  app.get(
    '/sessions',
    inSession((c, { session }) =>
      c.json({
        sessions: sessionsOf(engine, session.userId).map(({ id, network, userAgent, createdAt, seenAt }) => ({
          id,
          current: id === session.id,
          network,
          userAgent,
          createdAt,
          seenAt,
        })),
      }),
    ),
  );
  app.post(
    '/sessions/revoke',
    inSession(async (c, { session }) => {
      const { which } = await fieldsOf(c);
      if (which === 'others') revokeOtherSessions(engine, session, visitorOf(c));
      else if (typeof which === 'number' && Number.isSafeInteger(which)) {
        revokeSession(engine, session, which, visitorOf(c));
      } else return fail(c, 400, 'malformed');
      return c.json({ state: 'revoked' });
    }),
  );
  app.post('/forgot', async (c) => {
    const { account } = await fieldsOf(c);
    requestReset(engine, account, visitorOf(c), resetLink(site));
    // The same for every account, and for none.
    return c.json({ state: 'asked' });
  });
  app.post('/reset', async (c) => await reset(c, site));
}

async function reset(c: Visit, { engine }: Site): Promise<Response> {
  const { token, password } = await fieldsOf(c);
  switch (await finishReset(engine, token, password, visitorOf(c))) {
    case 'changed':
      // The second factor is still asked at the sign-in: a mailbox alone opens no account.
      clearCookie(c, 'sid');
      clearCookie(c, 'challenge');
      return c.json({ state: 'password-changed' });
    case 'expired':
      return fail(c, 404, 'expired');
    case 'unfit':
      return fail(c, 422, 'unfit', limits.passwordLength);
  }
}

import type { Hono } from 'hono';
import { decideCase, supportCases, type Decision } from '../engine/decide-case.ts';
import { cancelCase, confirmOwnership, openCase } from '../engine/support-cases.ts';
import { fail, fieldsOf, inSession } from './api-parts.ts';
import { startAgain } from './api-sign-in.ts';
import { notNow } from './api-two-factor.ts';
import { readCookie } from './cookies.ts';
import { cancelLink, confirmLink } from './links.ts';
import type { Site, SiteEnv, Visit } from './site.ts';
import { CASES_SHOWN } from './support.ts';
import type { SignedInVisit } from './visit.ts';
import { visitorOf } from './visitor.ts';

/** A lost second factor that support decides about, for a provider that has it: the customer's side and the agent's. */
export function addApiSupport(app: Hono<SiteEnv>, site: Site): void {
  const { engine, profile } = site;
  if (!profile.policy.supportCases) return;
  if (profile.lost.kind === 'support-case') {
    app.post('/sign-in/recover', (c) => {
      const open = openCase(engine, readCookie(c, 'challenge') ?? '', visitorOf(c), confirmLink(site));
      return open ? c.json({ state: 'asked' }) : startAgain(c);
    });
  }
  for (const [path, act, state] of [
    ['/recover/confirm', confirmOwnership, 'confirmed'],
    ['/recover/cancel', cancelCase, 'cancelled'],
  ] as const) {
    app.post(path, async (c) => {
      const { token } = await fieldsOf(c);
      return act(engine, token, visitorOf(c)) ? c.json({ state }) : fail(c, 404, 'expired');
    });
  }
  app.get(
    '/support/cases',
    inSession((c, { user }) =>
      user.role === 'support'
        ? c.json({ cases: supportCases(engine, CASES_SHOWN) })
        : fail(c, 404, 'not-found'),
    ),
  );
  app.post(
    '/support/cases/approve',
    inSession((c, who) => decide(c, site, who, 'approve')),
  );
  app.post(
    '/support/cases/reject',
    inSession((c, who) => decide(c, site, who, 'reject')),
  );
}

async function decide(
  c: Visit,
  site: Site,
  { session }: SignedInVisit,
  kind: Decision['kind'],
): Promise<Response> {
  const { case: given, proof } = await fieldsOf(c);
  const id = typeof given === 'number' && Number.isSafeInteger(given) ? given : 0;
  const decided = decideCase(site.engine, session, id, { kind, proof }, visitorOf(c), cancelLink(site));
  switch (decided) {
    case 'decided':
      return c.json({ state: 'decided' });
    case 'step-up':
      return notNow(c, decided);
    case 'no-proof':
      return fail(c, 400, decided);
    case 'not-now':
      return fail(c, 409, decided);
    case 'forbidden':
      return fail(c, 404, 'not-found');
  }
}

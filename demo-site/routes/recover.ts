import type { Hono } from 'hono';
import {
  cancelCase,
  confirmOwnership,
  isCancellable,
  isConfirmable,
  openCase,
} from '../engine/support-cases.ts';
import type { Html } from '../pages/parts.ts';
import {
  cancelRecoveryPage,
  confirmOwnershipPage,
  recoverDonePage,
  recoverPage,
  recoverSentPage,
} from '../pages/recover.ts';
import { readCookie } from './cookies.ts';
import { confirmLink } from './links.ts';
import { problemResponse } from './problem.ts';
import { hasChallenge, startAgain } from './sign-in.ts';
import type { Site, SiteEnv } from './site.ts';
import { frameOf, seeOther, show } from './visit.ts';
import { visitorOf } from './visitor.ts';

/** The customer's side of a support case. */
export function addRecoverRoutes(app: Hono<SiteEnv>, site: Site): void {
  if (!site.profile.policy.supportCases) return;
  const { engine } = site;
  addMailed(app, site, 'confirm', isConfirmable, confirmOwnershipPage, confirmOwnership);
  addMailed(app, site, 'cancel', isCancellable, cancelRecoveryPage, cancelCase);
  if (site.profile.lost.kind !== 'support-case') return;
  app.get('/login/recover', (c) =>
    hasChallenge(c, site) ? show(c, recoverPage(frameOf(c, site))) : startAgain(c),
  );
  app.post('/login/recover', (c) => {
    const open = openCase(engine, readCookie(c, 'challenge') ?? '', visitorOf(c), confirmLink(site));
    return open ? seeOther(c, '/login/recover/sent') : startAgain(c);
  });
  app.get('/login/recover/sent', (c) => show(c, recoverSentPage(frameOf(c, site))));
}

/** A mailed link: looking at it shows a form, and only the form acts, for scanners of mail open links too. */
function addMailed(
  app: Hono<SiteEnv>,
  site: Site,
  what: 'confirm' | 'cancel',
  isOpen: typeof isConfirmable,
  form: (frame: ReturnType<typeof frameOf>, token: string) => Html,
  act: typeof confirmOwnership,
): void {
  app.get(`/recover/${what}`, (c) => {
    const token = c.req.query('t') ?? '';
    return isOpen(site.engine, token)
      ? show(c, form(frameOf(c, site), token))
      : problemResponse(c, site, 404);
  });
  app.post(`/recover/${what}`, (c) => {
    const done = act(site.engine, c.get('form')('token'), visitorOf(c));
    if (!done) return problemResponse(c, site, 404);
    return show(c, recoverDonePage(frameOf(c, site), what === 'confirm' ? 'confirmed' : 'cancelled'));
  });
}

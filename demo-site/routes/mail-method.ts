import type { Hono } from 'hono';
import { challengeByToken } from '../engine/challenges.ts';
import {
  confirmMailMethod,
  disableMailMethod,
  isMailMethodBegun,
  mailSignInCode,
  makeDefault,
  startMailMethod,
  type MailStart,
} from '../engine/mail-method.ts';
import { isCodeMailed } from '../engine/mailed-codes.ts';
import { securityBody } from '../pages/account.ts';
import { mailCodePage, mailSetupPage } from '../pages/mail-method.ts';
import { codeRefused } from '../pages/words.ts';
import type { MailMethodWords } from '../providers/profile.ts';
import { securityParts } from './account.ts';
import { clearCookie, readCookie, writeCookie } from './cookies.ts';
import { codeFrom } from './forms.ts';
import { problemResponse } from './problem.ts';
import { postFactor, startAgain } from './sign-in.ts';
import type { Site, SiteEnv, Visit } from './site.ts';
import { frameOf, seeOther, show, signedIn, type SignedInVisit } from './visit.ts';
import { visitorOf } from './visitor.ts';

/** Codes by e-mail, for a provider that has them. */
export function addMailMethodRoutes(app: Hono<SiteEnv>, site: Site): void {
  const words = site.profile.enable.methods?.mail;
  if (!words) return;
  addSetup(app, site, words);
  app.post('/login/mail/send', (c) => {
    const sent = mailSignInCode(site.engine, readCookie(c, 'challenge') ?? '', visitorOf(c));
    if (sent === 'gone') return startAgain(c);
    return sent === 'sent' ? seeOther(c, '/login/mail') : problemResponse(c, site, 429);
  });
  app.get('/login/mail', (c) => {
    const challenge = challengeByToken(site.engine, readCookie(c, 'challenge') ?? '');
    const asked = challenge && isCodeMailed(site.engine, { column: 'challenge_id', id: challenge.id });
    return asked ? show(c, mailCodePage(frameOf(c, site), words, null)) : seeOther(c, '/login/2fa');
  });
  app.post('/login/mail', (c) => postFactor(c, site, 'mail'));
}

function addSetup(app: Hono<SiteEnv>, site: Site, words: MailMethodWords): void {
  app.post(
    '/2fa/mail/start',
    signedIn((c, { session }) => started(c, site, startMailMethod(site.engine, session, visitorOf(c)))),
  );
  app.get(
    '/2fa/mail',
    signedIn((c, who) =>
      isMailMethodBegun(site.engine, who.session)
        ? showSetup(c, site, words, who, null)
        : seeOther(c, '/account/security?notice=setup-over'),
    ),
  );
  app.post(
    '/2fa/mail/confirm',
    signedIn((c, who) => confirm(c, site, words, who)),
  );
  app.post(
    '/2fa/default',
    signedIn((c, { session }) => {
      const method = c.get('form')('method') === 'mail' ? 'mail' : 'totp';
      const answer = makeDefault(site.engine, session, method, visitorOf(c));
      if (answer === 'off') return problemResponse(c, site, 409);
      if (answer === 'step-up') return seeOther(c, '/step-up?goal=manage');
      writeCookie(c, 'sid', answer.token);
      return seeOther(c, '/account/security?notice=default-changed');
    }),
  );
  app.post(
    '/2fa/mail/disable',
    signedIn((c, { session }) => {
      const answer = disableMailMethod(site.engine, session, visitorOf(c));
      if (answer === 'step-up') return seeOther(c, '/step-up?goal=manage');
      writeCookie(c, 'sid', answer.token);
      return seeOther(c, '/account/security?notice=mail-off');
    }),
  );
}

function started(c: Visit, site: Site, answer: MailStart): Response | Promise<Response> {
  switch (answer) {
    case 'sent':
      return seeOther(c, '/2fa/mail');
    case 'slow':
      return problemResponse(c, site, 429);
    case 'step-up':
      return seeOther(c, '/step-up?goal=manage');
    case 'already-on':
    case 'off':
      return problemResponse(c, site, 409);
  }
}

function showSetup(
  c: Visit,
  site: Site,
  words: MailMethodWords,
  who: SignedInVisit,
  error: string | null,
): Promise<Response> {
  const frame = frameOf(c, site);
  const beneath = securityBody(frame, securityParts(site, who));
  return show(c, mailSetupPage(frame, words, error, beneath), error === null ? 200 : 422);
}

function confirm(
  c: Visit,
  site: Site,
  words: MailMethodWords,
  who: SignedInVisit,
): Response | Promise<Response> {
  const answer = confirmMailMethod(site.engine, who.session, codeFrom(c.get('form')), visitorOf(c));
  switch (answer) {
    case 'gone':
      return seeOther(c, '/account/security?notice=setup-over');
    case 'refused':
      return showSetup(c, site, words, who, site.profile.setup.refused ?? codeRefused);
    case 'signed-out':
      clearCookie(c, 'sid');
      return seeOther(c, '/login?notice=signed-out-everywhere');
    default:
      writeCookie(c, 'sid', answer.token);
      return seeOther(c, '/account/security?notice=mail-on');
  }
}

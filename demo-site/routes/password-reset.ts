import type { Hono } from 'hono';
import { limits } from '../engine/limits.ts';
import { finishReset, isResetOpen, requestReset } from '../engine/password-reset.ts';
import { forgotPage, forgotSentPage, resetPage } from '../pages/password-reset.ts';
import { clearCookie } from './cookies.ts';
import { resetLink } from './links.ts';
import type { Site, SiteEnv, Visit } from './site.ts';
import { problemResponse } from './problem.ts';
import { frameOf, seeOther, show } from './visit.ts';
import { visitorOf } from './visitor.ts';

export function addResetRoutes(app: Hono<SiteEnv>, site: Site): void {
  const { engine } = site;
  app.get('/forgot', (c) => show(c, forgotPage(frameOf(c, site))));
  app.post('/forgot', (c) => {
    requestReset(engine, c.get('form')('account'), visitorOf(c), resetLink(site));
    return seeOther(c, '/forgot/sent');
  });
  app.get('/forgot/sent', (c) => show(c, forgotSentPage(frameOf(c, site))));
  app.get('/reset', (c) => {
    const token = c.req.query('t') ?? '';
    if (!isResetOpen(engine, token)) return problemResponse(c, site, 404);
    return show(c, resetPage(frameOf(c, site), token, null));
  });
  app.post('/reset', (c) => postReset(c, site));
}

async function postReset(c: Visit, site: Site): Promise<Response> {
  const form = c.get('form');
  const token = form('token');
  switch (await finishReset(site.engine, token, form('new_password'), visitorOf(c))) {
    case 'changed':
      // To the sign-in, with the second factor still asked there: a mailbox alone opens no account.
      clearCookie(c, 'sid');
      clearCookie(c, 'challenge');
      return seeOther(c, '/login?notice=password-changed');
    case 'expired':
      return await problemResponse(c, site, 404);
    case 'unfit': {
      const error = `Choose one of ${limits.passwordLength.least} to ${limits.passwordLength.most} characters.`;
      return await show(c, resetPage(frameOf(c, site), token ?? '', error), 422);
    }
  }
}

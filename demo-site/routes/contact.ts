import type { Hono } from 'hono';
import { chatOf, writeToSupport, type Writer } from '../engine/support-chat.ts';
import { contactPage, contactSentPage } from '../pages/contact.ts';
import { notice } from '../pages/parts.ts';
import { messageUnfit, noticeText } from '../pages/words.ts';
import type { ContactWords } from '../providers/profile.ts';
import { readCookie } from './cookies.ts';
import { confirmLink } from './links.ts';
import { problemResponse } from './problem.ts';
import { hasChallenge, startAgain } from './sign-in.ts';
import type { Site, SiteEnv, Visit } from './site.ts';
import { frameOf, seeOther, show } from './visit.ts';
import { visitorOf } from './visitor.ts';

/** Support that is written to, for a provider that has it. */
export function addContactRoutes(app: Hono<SiteEnv>, site: Site): void {
  const { lost } = site.profile;
  if (lost.kind !== 'contact') return;
  app.get('/support', (c) => showContact(c, site, lost, null));
  app.post('/support', (c) => send(c, site, lost));
  app.get('/support/sent', (c) => show(c, contactSentPage(frameOf(c, site), lost)));
}

function showContact(
  c: Visit,
  site: Site,
  words: ContactWords,
  error: string | null,
  status: 200 | 400 = 200,
): Promise<Response> {
  const session = c.get('session');
  const who = session ? 'signed-in' : hasChallenge(c, site) ? 'half' : 'stranger';
  const lines = session ? chatOf(site.engine, session.userId) : [];
  const said = notice(noticeText(c.req.query('notice'), site.profile));
  return show(c, contactPage(frameOf(c, site), words, { who, lines, error, notice: said }), status);
}

export function writerOf(c: Visit): Writer {
  const session = c.get('session');
  return session ? { session } : { challengeToken: readCookie(c, 'challenge') ?? '' };
}

function send(c: Visit, site: Site, words: ContactWords): Response | Promise<Response> {
  const text = c.get('form')('text');
  switch (writeToSupport(site.engine, writerOf(c), text, visitorOf(c), confirmLink(site))) {
    case 'sent':
      return seeOther(c, c.get('session') ? '/support?notice=message-sent' : '/support/sent');
    case 'unfit':
      return showContact(c, site, words, messageUnfit, 400);
    case 'slow':
      return problemResponse(c, site, 429);
    case 'gone':
      return startAgain(c);
  }
}

import type { Hono } from 'hono';
import { limits } from '../engine/limits.ts';
import { answerCustomer, chatOf, chats, writeToSupport } from '../engine/support-chat.ts';
import { fail, fieldsOf, inSession } from './api-parts.ts';
import { startAgain } from './api-sign-in.ts';
import { writerOf } from './contact.ts';
import { confirmLink } from './links.ts';
import type { Site, SiteEnv, Visit } from './site.ts';
import { CHATS_SHOWN } from './support.ts';
import { visitorOf } from './visitor.ts';

/** Support that is written to, for a provider that has it. */
export function addApiContact(app: Hono<SiteEnv>, site: Site): void {
  const { engine, profile } = site;
  if (profile.lost.kind !== 'contact') return;
  app.get(
    '/support/messages',
    inSession((c, { user }) =>
      user.role === 'support'
        ? c.json({ chats: chats(engine, CHATS_SHOWN) })
        : c.json({ messages: chatOf(engine, user.id) }),
    ),
  );
  app.post('/support/messages', (c) => write(c, site));
  app.post(
    '/support/answer',
    inSession(async (c, { session }) => {
      const { username, text } = await fieldsOf(c);
      const answer = answerCustomer(engine, session, { username, text }, visitorOf(c));
      if (answer === 'answered') return c.json({ state: answer });
      return answer === 'unfit' ? unfit(c) : fail(c, 404, 'not-found');
    }),
  );
}

async function write(c: Visit, site: Site): Promise<Response> {
  const { text } = await fieldsOf(c);
  switch (writeToSupport(site.engine, writerOf(c), text, visitorOf(c), confirmLink(site))) {
    case 'sent':
      return c.json({ state: 'sent' });
    case 'unfit':
      return unfit(c);
    case 'slow':
      return fail(c, 429, 'slow');
    case 'gone':
      return startAgain(c);
  }
}

function unfit(c: Visit): Response {
  return fail(c, 422, 'unfit', { most: limits.supportMessageLength });
}

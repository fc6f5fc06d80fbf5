import type { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import {
  decideCase,
  supportCases,
  type DecideAnswer,
  type Decision,
  type SupportCase,
} from '../engine/decide-case.ts';
import { hasFactor } from '../engine/factors.ts';
import { endSession, sessionByToken, type Session } from '../engine/sessions.ts';
import { finishSignIn } from '../engine/sign-in.ts';
import { confirmOwnership } from '../engine/support-cases.ts';
import { cancelLink } from '../routes/links.ts';
import type { Site, SiteEnv, Visit } from '../routes/site.ts';
import { visitorOf } from '../routes/visitor.ts';
import { mails } from './inspect.ts';
import { readFields } from './read.ts';

const CASES_SHOWN = 1000;

/** What the owner and support do about a lost second factor. The engine's rules hold here as on the pages. */
export function addCaseDoor(app: Hono<SiteEnv>, site: Site): void {
  const { engine } = site;
  app.get('/cases', (c) => c.json(supportCases(engine, CASES_SHOWN)));
  app.post('/cases/:id{[0-9]{1,15}}/verify', (c) => {
    const { email } = caseOf(c, site);
    const mailed = mails(engine, email).map(({ body }) => /\/recover\/confirm\?t=([\w-]+)/u.exec(body)?.[1]);
    const done = mailed.some((token) => token !== undefined && confirmOwnership(engine, token, visitorOf(c)));
    if (!done) throw notNow();
    return c.json(caseOf(c, site));
  });
  app.post('/cases/:id{[0-9]{1,15}}/approve', async (c) => {
    const { proof = 'document' } = await readFields(c, ['proof']);
    return decide(c, site, { kind: 'approve', proof });
  });
  app.post('/cases/:id{[0-9]{1,15}}/reject', (c) => decide(c, site, { kind: 'reject' }));
}

function caseOf(c: Visit, site: Site): SupportCase {
  const found = supportCases(site.engine, CASES_SHOWN).find(({ id }) => id === Number(c.req.param('id')));
  if (!found) throw new HTTPException(404, { message: 'no such case' });
  return found;
}

function decide(c: Visit, site: Site, decision: Decision): Response {
  const { id } = caseOf(c, site);
  const answer = asAgent(c, site, (session) =>
    decideCase(site.engine, session, id, decision, visitorOf(c), cancelLink(site)),
  );
  if (answer === 'no-proof') throw new HTTPException(400, { message: 'no proof that support would take' });
  if (answer !== 'decided') throw notNow();
  return c.json(caseOf(c, site));
}

/** In a session of the first agent's, which lasts as long as this. */
function asAgent(c: Visit, { engine }: Site, act: (session: Session) => DecideAnswer): DecideAnswer {
  const { store } = engine;
  const agent = store.row<{ id: number }>("SELECT id FROM users WHERE role = 'support' ORDER BY id LIMIT 1");
  if (!agent) throw new HTTPException(409, { message: 'nobody here is of support' });
  const token = store.change(() =>
    finishSignIn(engine, agent.id, visitorOf(c), undefined, hasFactor(engine, agent.id)),
  );
  const session = sessionByToken(engine, token);
  const answer = session ? act(session) : 'forbidden';
  store.change(() => session && endSession(engine, agent.id, session.id));
  return answer;
}

function notNow(): HTTPException {
  return new HTTPException(409, { message: 'not as the case stands now' });
}

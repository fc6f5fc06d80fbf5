import type { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { base32Bytes } from '../engine/base32.ts';
import { pendingSecret } from '../engine/enrolment.ts';
import { factorSecret, factorShape, hasFactor } from '../engine/factors.ts';
import { hotp, stepAt } from '../engine/otp.ts';
import { hashUsers, insertUsers } from '../engine/seed.ts';
import { endEverything, sessionsOf } from '../engine/sessions.ts';
import { finishSignIn } from '../engine/sign-in.ts';
import { userForSignIn, type User } from '../engine/users.ts';
import { cookieNameOf } from '../routes/cookies.ts';
import type { Site, SiteEnv, Visit } from '../routes/site.ts';
import { visitorOf } from '../routes/visitor.ts';
import type { CurrentCode, OpenedSession } from './contract.ts';
import { userState } from './inspect.ts';
import { readFields, readUser, USER_FIELDS } from './read.ts';

const FARTHEST_STEP = 1_000_000;

/** What is about one account. */
export function addAccountDoor(app: Hono<SiteEnv>, site: Site): void {
  const { engine } = site;
  app.get('/state/:user', (c) =>
    c.json(userState(engine, userOf(c, site).id, c.req.query('secrets') === '1')),
  );
  app.get('/totp/:user', (c) => c.json(currentCode(site, userOf(c, site), stepsOf(c))));
  app.post('/users', async (c) => {
    const user = readUser(await readFields(c, USER_FIELDS));
    const hashed = await hashUsers(engine, [user]);
    const id = engine.store.change(() => {
      const taken = [user.username, user.email].some((name) => userForSignIn(engine, name));
      if (taken) throw new HTTPException(409, { message: 'there is such a user' });
      insertUsers(engine, hashed);
      return userForSignIn(engine, user.username)?.id ?? 0;
    });
    return c.json(userState(engine, id, false), 201);
  });
  app.post('/sessions/:user', (c) => c.json(openSession(c, site), 201));
  app.delete('/sessions/:user', (c) => {
    const { id } = userOf(c, site);
    engine.store.change(() => endEverything(engine, id));
    return c.body(null, 204);
  });
}

function userOf(c: Visit, { engine }: Site): User {
  const user = userForSignIn(engine, c.req.param('user') ?? '');
  if (!user) throw new HTTPException(404, { message: 'no such user' });
  return user;
}

function stepsOf(c: Visit): number {
  // A + that was not encoded arrives as a space.
  const steps = Number((c.req.query('step') ?? '0').trim());
  if (!Number.isInteger(steps) || Math.abs(steps) > FARTHEST_STEP) {
    throw new HTTPException(400, { message: 'step is a number of steps from now, as +1' });
  }
  return steps;
}

function currentCode({ engine }: Site, { id }: User, steps: number): CurrentCode {
  const pending = sessionsOf(engine, id).map((session) => pendingSecret(engine, session));
  const setup = pending.find((secret) => secret !== null);
  const secret = factorSecret(engine, id) ?? (setup === undefined ? null : base32Bytes(setup ?? ''));
  if (!secret) throw new HTTPException(409, { message: 'no factor and no set-up' });
  const shape = factorShape(engine, id);
  const step = stepAt(engine.clock(), shape) + steps;
  if (step < 0) throw new HTTPException(400, { message: 'there are no steps before 1970' });
  const period = shape.period * 1000;
  return {
    code: hotp(secret, step, shape),
    step,
    from: step * period,
    until: (step + 1) * period,
    of: hasFactor(engine, id) ? 'factor' : 'setup',
  };
}

function openSession(c: Visit, site: Site): OpenedSession {
  const { engine } = site;
  const { id, username } = userOf(c, site);
  const withFactor = hasFactor(engine, id);
  const value = engine.store.change(() => finishSignIn(engine, id, visitorOf(c), undefined, withFactor));
  return { username, cookie: { name: cookieNameOf(c, 'sid'), value } };
}

import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { settleCases } from '../engine/support-cases.ts';
import type { Site, SiteEnv } from '../routes/site.ts';
import { addAccountDoor } from './accounts.ts';
import { addCaseDoor } from './cases.ts';
import type { SiteState } from './contract.ts';
import type { Control } from './control.ts';
import { guard } from './guard.ts';
import { auditRecords, mails, userStates } from './inspect.ts';
import { readClockChange, readFault, readFields, readUsers } from './read.ts';
import { resetSite } from './reset.ts';

/** `/__test`: for tests alone. What it can do, `client.ts` beside it says. */
export function door(site: Site, control: Control): Hono<SiteEnv> {
  const app = new Hono<SiteEnv>();
  const { engine } = site;
  app.use(guard(control.token), async (_, next) => {
    settleCases(engine);
    await next();
  });
  app.get('/state', (c) =>
    c.json({
      profile: site.profile.id,
      clock: control.clock.state,
      users: userStates(engine, c.req.query('secrets') === '1'),
    } satisfies SiteState),
  );
  app.post('/reset', async (c) => {
    const { seed } = await readFields(c, ['seed']);
    if (seed !== undefined) site.users = readUsers(seed);
    await resetSite(engine, site.users);
    control.clock.reset();
    control.faults.clear();
    return c.body(null, 204);
  });
  app.get('/clock', (c) => c.json(control.clock.state));
  app.put('/clock', async (c) => {
    control.clock.change(readClockChange(await readFields(c, ['mode', 'now', 'advanceMs'])));
    return c.json(control.clock.state);
  });
  app.get('/audit', (c) => c.json(auditRecords(engine, c.req.query('user'), c.req.query('type'))));
  addAccountDoor(app, site);
  addCaseDoor(app, site);
  addOutboxDoor(app, site);
  addFaultDoor(app, control);
  app.all('*', () => {
    throw new HTTPException(404, { message: 'no such thing behind the door' });
  });
  app.onError((error, c) => {
    if (error instanceof HTTPException) return c.json({ error: error.message }, error.status);
    site.report(error);
    return c.json({ error: 'something went wrong in the site itself' }, 500);
  });
  return app;
}

function addOutboxDoor(app: Hono<SiteEnv>, { engine }: Site): void {
  app.get('/outbox', (c) => c.json(mails(engine, c.req.query('to'))));
  app.get('/outbox/:id{[0-9]{1,15}}', (c) => {
    const mail = mails(engine).find(({ id }) => id === Number(c.req.param('id')));
    if (!mail) throw new HTTPException(404, { message: 'no such mail' });
    return c.json(mail);
  });
  app.delete('/outbox', (c) => {
    engine.store.change(() => engine.store.run('DELETE FROM mails'));
    return c.body(null, 204);
  });
  app.delete('/outbox/:id{[0-9]{1,15}}', (c) => {
    const id = Number(c.req.param('id'));
    const { changes } = engine.store.change(() => engine.store.run('DELETE FROM mails WHERE id = ?', [id]));
    if (changes === 0) throw new HTTPException(404, { message: 'no such mail' });
    return c.body(null, 204);
  });
}

function addFaultDoor(app: Hono<SiteEnv>, { faults }: Control): void {
  app.get('/faults', (c) => c.json(faults.list));
  app.post('/faults', async (c) => {
    const known = ['route', 'times', 'status', 'delayMs', 'dropAfterCommit'];
    faults.add(readFault(await readFields(c, known)));
    return c.body(null, 204);
  });
  app.delete('/faults', (c) => {
    faults.clear();
    return c.body(null, 204);
  });
}

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createAllProviders } from '../../../demo-site/all-providers.ts';
import { DoorClient } from '../../../demo-site/control/client.ts';
import { loopbackFetch } from '../../../demo-site/control/loopback.ts';
import { TOKEN_HEADER } from '../../../demo-site/control/contract.ts';
import { doorRoutes } from '../../../demo-site/guide/door.ts';
import { flowsOf } from '../../../demo-site/guide/flows.ts';
import { testIds } from '../../../demo-site/guide/test-ids.ts';
import { startingUsers } from '../../../demo-site/guide/users.ts';
import { providers, type ProviderId } from '../../../demo-site/provider.ts';
import { usersOf } from '../../../demo-site/providers/users.ts';
import { shapes } from '../../../demo-site/shapes/catalogue.ts';
import { openDoor } from '../control/support.ts';
import { cheap, enable, enterPassword, isSignedIn, TestSite } from '../support/site.ts';

const ids = Object.keys(providers) as ProviderId[];

const source = (path: string): string => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');

test.each(doorRoutes)('The guide’s %s %s is there', async (method, path) => {
  const { site, token } = await openDoor();
  await enable(site, site.browser());
  const asked = path.replace(':user', 'bob').replace('/cases/:id', '/cases/1').replace(':id', '1');
  const response = await site.provider.app.request(`http://localhost/__test${asked}`, {
    method,
    headers: { [TOKEN_HEADER]: token },
  });
  expect(response.status).toBeLessThan(500);
  // CloudMC has no support cases, so that none of them is there.
  expect(await response.text()).not.toContain('no such thing behind the door');
});

test('The guide leaves out nothing that the door has', () => {
  const files = ['door', 'accounts', 'cases'].map((name) => source(`demo-site/control/${name}.ts`));
  const added = files.flatMap((text) =>
    [...text.matchAll(/app\.(get|put|post|delete)\('([^']+)'/gu)].map(
      ([, method = '', path = '']) => `${method.toUpperCase()} ${path.replace(/\{[^}]*\}+/gu, '')}`,
    ),
  );
  const told = doorRoutes.map(([method, path]) => `${method} ${path}`);
  expect(told.toSorted()).toEqual(added.toSorted());
});

test('Every option and every method that the guide names exists', async () => {
  const site = await TestSite.start();
  const page = await site.browser().get('/testing');
  const options = [...page.html.matchAll(/--([a-z]+)/gu)].map(([, name = '']) => name);
  expect(options).toEqual(
    expect.arrayContaining(['profile', 'port', 'data', 'clock', 'window', 'control', 'host']),
  );
  const known = [...source('demo-site/main.ts').matchAll(/^ {6}([a-z]+): \{ type:/gmu)].map(
    ([, name = '']) => name,
  );
  // Each that it names is there, and each that is there it names.
  expect([...new Set(options)].toSorted()).toEqual(known.filter((name) => name !== 'help').toSorted());
  const methods = [...page.html.matchAll(/\bdoor\.(\w+)\(/gu)].map(([, name = '']) => name);
  expect(methods).toEqual(['freeze', 'code', 'advance', 'outbox', 'reset']);
  for (const name of methods) expect(name in DoorClient.prototype).toBe(true);
  expect((await site.browser().get('/about')).html).toContain('href="/testing"');
});

test.each(ids)('Every address and every label of the flows of %s is there', async (id) => {
  const site = await TestSite.start({ profile: id });
  const served = new Set(site.provider.app.routes.map(({ path }) => path));
  const flows = flowsOf(providers[id]);
  expect(flows.map(({ name }) => name)).toEqual([
    'Enable',
    'Sign in',
    'Without the device',
    'Change and disable',
  ]);
  const { text } = await site.browser().get('/testing');
  for (const step of flows.flatMap(({ steps }) => steps)) {
    for (const [address] of step.matchAll(/\/[a-z0-9][a-z0-9/-]*/gu)) expect(served).toContain(address);
    expect(text.replaceAll(/\s/gu, '')).toContain(step.replaceAll(/\s/gu, ''));
  }
});

test('The users that it names can sign in, and it names everybody who is there from the start', async () => {
  for (const { user, at } of startingUsers()) {
    const here = ids.filter((id) => usersOf(id).some(({ username }) => username === user.username));
    expect(at).toBe(
      here.length === ids.length ? 'everywhere' : here.map((id) => providers[id].likeness).join(', '),
    );
    const profile = here[0] ?? 'cloudmc';
    const site = await TestSite.start({ profile, seed: usersOf(profile) });
    const page = await enterPassword(site.browser(), user.username, user.password);
    expect(isSignedIn(page) || page.path === '/login/2fa').toBe(true);
  }
  const all = new Set(ids.flatMap((id) => usersOf(id).map(({ username }) => username)));
  expect(new Set(startingUsers().map(({ user }) => user.username))).toEqual(all);
});

test('Every test id that it names is in the pages, and every one of the pages it names', () => {
  const folder = new URL('../../../demo-site/', import.meta.url).pathname;
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  );
  const written = files.flatMap((name) =>
    [...readFileSync(join(folder, name), 'utf8').matchAll(/data-testid="([^"]+)"/gu)].map(([, id = '']) =>
      id.replace(/\$\{[^}]*\}/gu, '*'),
    ),
  );
  // These two are handed to the part that writes them.
  const handed = ['password', 'new_password', 'disable-mfa'];
  const told = testIds.flatMap(([, some]) => some);
  expect(new Set(told).size).toBe(told.length);
  const expected = new Set([...written.filter((id) => id !== '*'), ...handed]);
  expect(told.toSorted()).toEqual([...expected].toSorted());
});

test('What it says of the zoo is so: how many pages there are, and what each tells of itself', async () => {
  const site = await TestSite.start();
  const { text } = await site.browser().get('/testing');
  expect(text).toContain(`${shapes.length} pages in`);
  const { html } = await site.browser().get('/shapes/declared');
  expect(html).toMatch(/<body\s+data-shape="declared"\s+data-expectation="fill"/u);
  expect(html).toMatch(/<output data-testid="state" data-dom="" data-state="" data-verdict=""/u);
});

test('The list of all providers leads to it', async () => {
  const all = await createAllProviders({ scrypt: cheap });
  onTestFinished(async () => await all.stop());
  const list = await (await loopbackFetch(`${all.url}/`, {})).text();
  expect(list).toContain('href="/testing"');
  const guide = await (await loopbackFetch(`${all.url}/testing`, {})).text();
  for (const id of ids) expect(guide).toContain(`data-testid="flows-${id}"`);
});

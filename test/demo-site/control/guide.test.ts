import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { DoorClient } from '../../../demo-site/control/client.ts';
import { TOKEN_HEADER } from '../../../demo-site/control/contract.ts';
import { doorRoutes } from '../../../demo-site/control/guide.ts';
import { enable, TestSite } from '../support/site.ts';
import { openDoor } from './support.ts';

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
  expect(options).toEqual(expect.arrayContaining(['profile', 'port', 'data', 'clock', 'control']));
  for (const name of options) expect(source('demo-site/main.ts')).toContain(`${name}: { type:`);
  const methods = [...page.html.matchAll(/\bdoor\.(\w+)\(/gu)].map(([, name = '']) => name);
  expect(methods).toEqual(['freeze', 'code', 'advance', 'outbox', 'reset']);
  for (const name of methods) expect(name in DoorClient.prototype).toBe(true);
  expect((await site.browser().get('/about')).html).toContain('href="/testing"');
});
